import type { AccountsCalls } from '#contract/calls/accounts';
import type { Takes } from '#contract/contract';
import { AppError } from '#contract/errors';
import { checkToken } from './check-token';
import { newAccount } from './new-account';
import type { OneAtATime } from '../turns/one-at-a-time';
import type { OtpApi } from '../service/otp-api';
import { requireYes } from './require-yes';
import { readServiceUrl } from '../records/service-url';
import type { State } from '../state/state';
import { readToken } from '../records/token';
import type { Tokens } from './tokens';
import type { AccountShelf } from '../shelves/account-shelf';

interface Parts {
  readonly state: State;
  readonly accountShelf: AccountShelf;
  readonly tokens: Tokens;
  readonly api: OtpApi;
  readonly turns: OneAtATime;
}

/**
 * Takes an account to another address, as when a service moves; its codes and their marks stay. The token is asked for
 * anew: a stored one never goes to an address that it was not entered for, whoever asks.
 */
export function moveCalls({
  state,
  accountShelf,
  tokens,
  api,
  turns,
}: Parts): Pick<AccountsCalls, 'moveAccount'> {
  const move = async (input: Takes<'moveAccount'>): Promise<boolean> => {
    const { accountId, saveUnchecked } = input;
    const account = accountShelf.get(accountId);
    // The practice service has no address of its own choosing.
    if (account.kind === 'practice') throw new AppError('bad-input');
    const serviceUrl = readServiceUrl(input.serviceUrl);
    requireYes(account, serviceUrl, input.confirmedOrigin);
    const token = readToken(input.token);
    const caller = { serviceUrl, token, tokenPrefix: account.tokenPrefix };
    const tokenChecked = await checkToken({ api, state }, accountId, caller, !saveUnchecked);
    // Wherever this stops, the old tokens do not go to the new address, nor the new one to the old.
    await accountShelf.changeOne(accountId, (stored) => ({
      ...newAccount({ ...stored, serviceUrl }, 'missing'),
      recoveryInDoubt: stored.recoveryInDoubt,
      addressConfirmed: true,
    }));
    if (account.session?.place === 'keychain') await tokens.discard(accountId, 'session');
    else if (account.session) await tokens.remove(accountId, 'session', 'vault');
    const place = await tokens.keep({ ...account, serviceUrl }, 'token', token);
    await accountShelf.noteOn(accountId, (stored) => ({ ...stored, token: place }));
    return tokenChecked;
  };

  return {
    async moveAccount(input) {
      return { tokenChecked: await turns.run(`move ${input.accountId}`, () => move(input)) };
    },
  };
}
