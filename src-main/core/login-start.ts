import type { Backend } from '#contract/contract';
import type { StartAtLogin } from '#contract/desktop';
import { AppError } from '#contract/errors';
import type { State } from './state';

/** How this system starts programs at login. */
export interface LoginStartPort {
  /** How it is now, whoever set it. Rejects when that cannot be read. */
  look(): Promise<Exclude<StartAtLogin, 'unknown'>>;
  /** Rejects, with nothing changed, when it cannot be set. */
  set(on: boolean): Promise<void>;
}

interface Parts {
  readonly state: State;
  readonly loginStart: LoginStartPort;
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
