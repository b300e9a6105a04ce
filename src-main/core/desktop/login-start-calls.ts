import type { Backend } from '#contract/contract';
import { AppError } from '#contract/errors';
import type { LoginStart } from '../ports/login-start';
import type { State } from '../state/state';

interface Parts {
  readonly state: State;
  readonly loginStart: LoginStart;
}

/** Starting at login, hidden. The system keeps it, not the settings: people change it elsewhere, too. */
export function loginStartCalls({
  state,
  loginStart,
}: Parts): Pick<Backend, 'setStartAtLogin' | 'lookAtStartAtLogin'> {
  const look = async (): Promise<void> => {
    const found = await loginStart.look().catch(() => 'unknown' as const);
    if (state.startAtLogin === found) return;
    state.startAtLogin = found;
    state.announce();
  };
  return {
    async setStartAtLogin({ on }) {
      try {
        await loginStart.set(on);
      } catch {
        throw new AppError('start-at-login-not-set');
      } finally {
        await look();
      }
      return {};
    },
    async lookAtStartAtLogin() {
      await look();
      return {};
    },
  };
}
