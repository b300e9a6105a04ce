import type { Backend } from '#contract/contract';
import { AppError, type ErrorCode } from '#contract/errors';
import type { Callers } from './callers';
import type { OneAtATime } from './one-at-a-time';
import type { OtpApi } from './otp-api';
import type { Clock, Desktop } from './ports';
import type { Recollection, State } from './state';

type RecoveryCalls = Pick<
  Backend,
  'fetchRecoveryCodes' | 'generateRecoveryCodes' | 'revealRecoveryCodes' | 'copyRecoveryCode'
>;

interface Parts {
  readonly state: State;
  readonly callers: Callers;
  readonly api: OtpApi;
  readonly clock: Clock;
  readonly desktop: Desktop;
  readonly turns: OneAtATime;
}

/** Failures after which nobody knows whether the service has replaced the codes. */
const doubtful: ReadonlySet<ErrorCode> = new Set([
  'outcome-unknown',
  'answer-not-understood',
  'service-failed',
  // Many services answer what they have done with "see there".
  'redirect-refused',
  'bug',
]);

/** Recovery codes: fetched, shown when asked for, copied, replaced by new ones. */
export function recoveryCalls({ state, callers, api, clock, desktop, turns }: Parts): RecoveryCalls {
  const keep = (accountId: string, codes: readonly string[]): void => {
    state.recall(accountId).recovery = { codes, fetchedAt: clock.now() };
    state.announce();
  };
  const held = (accountId: string): NonNullable<Recollection['recovery']> => {
    state.account(accountId);
    const { recovery } = state.recall(accountId);
    if (!recovery) throw new AppError('no-such-code');
    return recovery;
  };
  const noteDoubt = (accountId: string, recoveryInDoubt: boolean): Promise<void> =>
    state.noteOnAccount(accountId, (account) => ({ ...account, recoveryInDoubt }));

  const replaceCodes = async (accountId: string): Promise<void> => {
    const account = state.account(accountId);
    // On disk before the request: if the app dies in between, the next start says what may have happened.
    await state.changeAccount(accountId, (stored) => ({ ...stored, recoveryInDoubt: true }));
    try {
      keep(accountId, await callers.withSession(account, (caller) => api.newRecoveryCodes(caller)));
    } catch (error) {
      const certain = error instanceof AppError && !doubtful.has(error.code);
      if (certain) await noteDoubt(accountId, account.recoveryInDoubt);
      throw error;
    }
    await noteDoubt(accountId, false);
  };

  const generate = async (accountId: string): Promise<void> => {
    state.recall(accountId).generating = true;
    try {
      await replaceCodes(accountId);
    } finally {
      state.recall(accountId).generating = false;
      state.announce();
    }
  };

  return {
    async fetchRecoveryCodes({ accountId }) {
      await turns.run(`recovery ${accountId}`, async () => {
        const account = state.account(accountId);
        keep(accountId, await callers.withSession(account, (caller) => api.recoveryCodes(caller)));
        if (account.recoveryInDoubt) await noteDoubt(accountId, false);
      });
      return {};
    },

    async generateRecoveryCodes({ accountId }) {
      await turns.run(`recovery ${accountId}`, () => generate(accountId));
      return {};
    },

    revealRecoveryCodes({ accountId }) {
      const { codes, fetchedAt } = held(accountId);
      return Promise.resolve({ codes: [...codes], fetchedAt });
    },

    async copyRecoveryCode({ accountId, index }) {
      const code = held(accountId).codes[index];
      if (code === undefined) throw new AppError('no-such-code');
      await desktop.copy(code);
      return {};
    },
  };
}
