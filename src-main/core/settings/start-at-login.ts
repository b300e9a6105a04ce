import { AppError } from '#contract/errors';
import type { LoginStart } from '../ports/shell/login-start';
import type { State } from '../state/state';

interface Parts {
  readonly state: State;
  readonly loginStart: LoginStart;
}

/** Notes whether Latchkey starts at login. The system keeps it, not the settings: people change it elsewhere, too. */
export async function lookAtStartAtLogin({ state, loginStart }: Parts): Promise<void> {
  const found = await loginStart.look().catch(() => 'unknown' as const);
  if (state.startAtLogin === found) return;
  state.startAtLogin = found;
  state.announce();
}

/** Starts at login, hidden, or no longer. @throws AppError `start-at-login-not-set` */
export async function changeStartAtLogin(parts: Parts, on: boolean): Promise<void> {
  try {
    await parts.loginStart.set(on);
  } catch {
    throw new AppError('start-at-login-not-set');
  } finally {
    await lookAtStartAtLogin(parts);
  }
}
