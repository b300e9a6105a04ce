import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepare } from '../package.mjs';
import { findCommand } from '../setup/commands.mjs';
import { appImageOptions, runBuilder } from './builder.mjs';
import { appImageFolder, earlierFolder, earlierVersion } from './places.mjs';

/**
 * Why a package cannot be tested on this machine; null where it can.
 * @returns {string | null}
 */
export function whyNotHere() {
  if (process.platform !== 'linux' || findCommand('dpkg') === null) {
    return 'The package is tested where dpkg installs it: on Debian and what comes from it.';
  }
  if (process.getuid?.() !== 0)
    return 'The package is tested by root, who may install it: sudo npm run test:package';
  return null;
}

/**
 * Builds the packages that the tests look at and install: this version, and the same as an earlier one.
 * @param {(line: string) => void} say
 */
export async function buildForTests(say) {
  const start = Date.now();
  await prepare(say);
  // Nobody downloads these: small is not worth waiting for.
  const env = { ELECTRON_BUILDER_COMPRESSION_LEVEL: '1' };
  const asEarlier = [`-c.extraMetadata.version=${earlierVersion}`, `-c.directories.output=${earlierFolder}`];
  await Promise.all([
    runBuilder(['--linux', 'tar.gz', 'deb'], { env }),
    runBuilder(['--linux', 'deb', ...asEarlier], { env }),
    stageAppImage(env),
  ]);
  say(`Packages for the tests in ${((Date.now() - start) / 1000).toFixed(0)} s`);
}

/**
 * Has electron-builder put an AppImage together as far as it goes without its makers' tools: in their place stand ones
 * that keep what would have been packed.
 * @param {NodeJS.ProcessEnv} env
 */
async function stageAppImage(env) {
  await rm(appImageFolder, { recursive: true, force: true });
  const tools = join(appImageFolder, 'tools');
  const linux = join(tools, `linux-${process.arch}`);
  for (const folder of [linux, join(tools, 'lib', 'x64')]) await mkdir(folder, { recursive: true });
  for (const name of ['arm64', 'x64']) await writeFile(join(tools, `runtime-${name}`), 'runtime');
  const squash = join(linux, 'mksquashfs');
  const keep = `mkdir '${appImageFolder}/kept' && cp -a "$1"/AppRun "$1"/*.desktop '${appImageFolder}/kept'`;
  await writeFile(squash, `#!/bin/sh\nset -e\n${keep}\nhead -c 1000 /dev/zero > "$2"\n`);
  await chmod(squash, 0o755);
  await writeFile(join(linux, 'desktop-file-validate'), '');
  const asImage = ['AppImage', ...appImageOptions, `-c.directories.output=${join(appImageFolder, 'out')}`];
  await runBuilder(['--linux', ...asImage], { env: { ...env, APPIMAGE_TOOLS_PATH: tools } });
}
