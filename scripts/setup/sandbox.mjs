import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { read, SetupError } from './run.mjs';

/**
 * Throws, with what to do, where Chromium would refuse to start because the system lets an ordinary user make no
 * namespaces (Ubuntu 24.04 and later; some containers). We never go without the sandbox by ourselves.
 */
export async function requireSandbox() {
  if (process.platform !== 'linux') return;
  const { code, stderr } = await read('unshare', ['--user', '--map-root-user', 'true']);
  // No unshare, no answer: then Chromium has to say it itself.
  if (code === 0 || (code === null && stderr.includes('ENOENT'))) return;
  const electron = createRequire(import.meta.url)('electron');
  const assistant = join(dirname(electron), 'chrome-sandbox');
  const { uid, mode } = await stat(assistant);
  if (uid === 0 && (mode & 0o4755) === 0o4755) return;
  const isRestricted = await readFile('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'utf8').catch(
    () => '0',
  );
  throw new SetupError(
    `This system does not let Chromium build its sandbox${isRestricted.startsWith('1') ? ' (AppArmor restricts it)' : ''}. ` +
      `Please run, once:\n\n  sudo chown root:root '${assistant}' && sudo chmod 4755 '${assistant}'\n`,
  );
}
