import { chmod, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../setup/places.mjs';
import { run } from '../setup/run.mjs';

/**
 * Runs electron-builder on electron-builder.yml with the Electron of this machine, silently.
 * @param {string[]} args its own
 * @param {{ mayFetch?: boolean, env?: NodeJS.ProcessEnv }} [options] `mayFetch`: it gets its makers' tools, in place of
 *   our stand-ins, which make fewer kinds of packages
 */
export async function runBuilder(args, { mayFetch = false, env = {} } = {}) {
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  await run(process.execPath, [builder, ...args, ...(await runtimeOptions()), '--publish', 'never'], {
    cwd: root,
    env: { ...process.env, ...(mayFetch ? {} : await tools()), ...env },
  });
}

/** The version of the Electron that was set up. */
export async function runtimeVersion() {
  const file = join(root, 'node_modules', 'electron', 'dist', 'version');
  return (await readFile(file, 'utf8')).trim().replace(/^v/, '');
}

/** On macOS a universal app takes two runtimes, which electron-builder gets by itself. */
async function runtimeOptions() {
  const version = `-c.electronVersion=${await runtimeVersion()}`;
  if (process.platform === 'darwin') return [version];
  return [version, `-c.electronDist=${join(root, 'node_modules', 'electron', 'dist')}`];
}

/** An AppImage is started by our own AppRun, which is put into no other package. */
export const appImageOptions = ['-c.extraFiles.from=assets/linux/AppRun', '-c.extraFiles.to=AppRun'];

/** What electron-builder would fetch, and can be had without. */
async function tools() {
  const { path7za } = createRequire(import.meta.url)('7zip-bin');
  if (process.platform !== 'win32') await chmod(path7za, 0o755);
  return {
    ELECTRON_BUILDER_7ZIP_PATH: path7za,
    // The slowest level saves 3 % and takes twenty times as long.
    ELECTRON_BUILDER_COMPRESSION_LEVEL: process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'] ?? '3',
    ...(process.platform === 'linux' ? { CUSTOM_FPM_PATH: join(import.meta.dirname, 'fpm.mjs') } : {}),
  };
}
