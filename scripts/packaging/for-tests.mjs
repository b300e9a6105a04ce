import { prepare } from '../package.mjs';
import { findCommand } from '../setup/commands.mjs';
import { runBuilder } from './builder.mjs';
import { earlierFolder, earlierVersion } from './places.mjs';

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
  ]);
  say(`Packages for the tests in ${((Date.now() - start) / 1000).toFixed(0)} s`);
}
