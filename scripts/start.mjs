import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { build } from './build.mjs';
import { exitOnSignals } from './desktop/run-on-desktop.mjs';
import { script, setUp } from './setup.mjs';
import { root } from './setup/places.mjs';
import { requireSandbox } from './setup/sandbox.mjs';
import { hasDisplay } from './setup/system-packages.mjs';
import { walk } from './tour.mjs';

// `npm start`: Latchkey itself where there is a screen; the walk through it where there is none, or with `--tour`.
await script(async () => {
  const args = process.argv.slice(2).filter((arg) => arg !== '--tour');
  const isWalk =
    process.argv.includes('--tour') ||
    !hasDisplay() ||
    (process.platform !== 'linux' && Boolean(process.env['CI']));
  await setUp({ desktop: isWalk && process.platform === 'linux' });
  await build();
  if (isWalk) {
    exitOnSignals();
    return walk();
  }
  return open(args);
});

/**
 * Opens Latchkey and waits until it has been quit.
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
async function open(args) {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (!isRoot) await requireSandbox();
  const electron = createRequire(import.meta.url)('electron');
  const env = { ...process.env };
  // Editors that are Electron themselves leave it to their terminals.
  delete env['ELECTRON_RUN_AS_NODE'];
  const child = spawn(electron, [...(isRoot ? ['--no-sandbox'] : []), root, ...args], {
    stdio: 'inherit',
    env,
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
