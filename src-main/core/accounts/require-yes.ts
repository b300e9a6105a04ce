import { AppError } from '#contract/errors';
import { originOf } from '#contract/service-origin';
import type { StoredAccount } from '../shelves/stored-account';

/**
 * An address out of a backup or a kit may be anybody's: before a token is typed for it and it is contacted at all, a person
 * has seen scheme, host and port, and said yes to just those.
 *
 * @param serviceUrl where the token is to go: another host than the restored one was typed by the person
 * @param yes the origin that the person said yes to
 * @throws AppError `address-unconfirmed`
 */
export function requireYes(account: StoredAccount, serviceUrl: string, yes: string | undefined): void {
  const origin = originOf(account.serviceUrl);
  if (account.addressConfirmed || originOf(serviceUrl) !== origin) return;
  if (yes !== origin) throw new AppError('address-unconfirmed');
}
