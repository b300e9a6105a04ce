import type { Backend } from '#contract/contract';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { originOf } from '#contract/service-origin';
import type { Account } from '#contract/snapshot';
import { accountsWords } from '#words/accounts/accounts';
import { isStrange } from './add-account.svelte';
import { Attempt } from '../attempt.svelte';

type Finished = (remark: string) => void;

/** What the three dialogs about one account have in common. */
abstract class AccountChange {
  readonly attempt = new Attempt();
  readonly account: Account;
  protected readonly backend: Backend;
  protected readonly finished: Finished;

  constructor(backend: Backend, account: Account, finished: Finished) {
    this.backend = backend;
    this.account = account;
    this.finished = finished;
  }
}

export class RenameAccount extends AccountChange {
  label = $state('');

  constructor(backend: Backend, account: Account, finished: Finished) {
    super(backend, account, finished);
    this.label = account.label;
  }

  async rename(): Promise<void> {
    const { label } = this;
    const renamed = await this.attempt.run(() => {
      if (label.length > limits.label) throw new AppError('label-invalid');
      return this.backend.renameAccount({ accountId: this.account.id, label });
    });
    if (renamed) this.finished('');
  }
}

/** What goes along with a token for an address that came from a backup or a kit: where the person said yes to. */
const yesTo = (url: string, said: boolean): { confirmedOrigin?: string } => {
  const origin = originOf(url);
  return said && origin !== null ? { confirmedOrigin: origin } : {};
};

export class ReplaceToken extends AccountChange {
  token = $state('');
  /** The person said yes to the address, which came from a backup or a kit. */
  confirmed = $state(false);

  async replace(): Promise<void> {
    const { token } = this;
    const replaced = await this.attempt.run(() => {
      if (token.length > limits.tokenField) throw new AppError('token-invalid');
      const { id: accountId, serviceUrl } = this.account;
      return this.backend.replaceToken({
        accountId,
        token,
        ...yesTo(serviceUrl, this.confirmed),
      });
    });
    if (!replaced) return;
    this.token = '';
    this.finished(tokenRemark(replaced.tokenChecked));
  }
}

/** The service has another address now; a token is entered for each address anew. */
export class MoveAccount extends AccountChange {
  serviceUrl = $state('');
  token = $state('');
  confirmed = $state(false);
  /** The address in the field is still the one that came from a backup or a kit. */
  readonly needsYes = $derived.by(
    () => !this.account.addressConfirmed && originOf(this.serviceUrl) === originOf(this.account.serviceUrl),
  );
  /** Something answered that is not what was meant; it can be saved all the same. */
  readonly answeredStrangely = $derived(isStrange(this.attempt.failure?.code));

  constructor(backend: Backend, account: Account, finished: Finished) {
    super(backend, account, finished);
    this.serviceUrl = account.serviceUrl;
  }

  async move({ saveUnchecked = false } = {}): Promise<void> {
    const { serviceUrl, token } = this;
    const moved = await this.attempt.run(() => {
      if (serviceUrl.length > limits.serviceUrl) throw new AppError('service-url-invalid');
      if (token.length > limits.tokenField) throw new AppError('token-invalid');
      const { id: accountId } = this.account;
      const said = this.needsYes && this.confirmed;
      return this.backend.moveAccount({
        accountId,
        serviceUrl,
        token,
        saveUnchecked,
        ...yesTo(serviceUrl, said),
      });
    });
    if (!moved) return;
    this.token = '';
    this.finished(tokenRemark(moved.tokenChecked));
  }
}

export class RemoveAccount extends AccountChange {
  async remove(leaveKeychainEntry = false): Promise<void> {
    const removed = await this.attempt.run(() =>
      this.backend.removeAccount({ accountId: this.account.id, leaveKeychainEntry }),
    );
    if (removed) this.finished('');
  }
}

export type AccountDialog = RenameAccount | ReplaceToken | MoveAccount | RemoveAccount;

/** What to tell after a token was stored. */
export const tokenRemark = (checked: boolean): string =>
  checked ? accountsWords.tokenChecked : accountsWords.tokenUnchecked;
