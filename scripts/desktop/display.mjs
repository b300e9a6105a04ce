import { firstLine, startChild, stopChild, temporaryFolder } from './child.mjs';
import { privateEnvironment } from './environment.mjs';

/**
 * @typedef {object} Display
 * @property {string} name what DISPLAY has to say, such as `:1`
 * @property {() => Promise<void>} dispose
 */

/**
 * Starts a screen that nobody sees, with a window manager on it, on the first free display number.
 * @param {{ width?: number, height?: number }} [size]
 * @returns {Promise<Display>} as soon as windows can be opened and focused
 */
export async function startDisplay({ width = 1280, height = 800 } = {}) {
  const { folder, remove } = await temporaryFolder();
  const env = privateEnvironment(folder, undefined);
  const screen = ['-screen', '0', `${width}x${height}x24`, '-dpi', '96'];
  const server = startChild('Xvfb', ['-displayfd', '3', ...screen, '-nolisten', 'tcp', '-noreset'], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = `:${await firstLine(server, 3)}`;
  const manager = startChild('openbox', ['--startup', 'echo ready'], {
    env: { ...env, DISPLAY: name },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await firstLine(manager, 1);
  return {
    name,
    async dispose() {
      await stopChild(manager);
      await stopChild(server);
      remove();
    },
  };
}
