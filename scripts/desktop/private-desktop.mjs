import { startDisplay } from './display.mjs';
import { startSession } from './session.mjs';

/**
 * Starts a whole desktop that belongs to this process alone (Linux only): a screen, a window manager, a home, a bus and
 * a keyring. Nothing of it is left after `dispose`, or after this process.
 * @param {{ width?: number, height?: number, keyring?: 'unlocked' | 'locked' | 'none' }} [options]
 * @returns {Promise<import('./session.mjs').Session & { display: string }>}
 */
export async function startPrivateDesktop({ width = 1280, height = 800, keyring = 'unlocked' } = {}) {
  const display = await startDisplay({ width, height });
  const session = await startSession({ display: display.name, keyring });
  return {
    ...session,
    display: display.name,
    async dispose() {
      await session.dispose();
      await display.dispose();
    },
  };
}
