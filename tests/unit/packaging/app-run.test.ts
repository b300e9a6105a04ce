import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../edge/files/temporary-folder';

const root = path.resolve(import.meta.dirname, '../../..');
const asUser = ['--user', '--map-user=1000', '--map-group=1000', '--keep-caps'];
const canUnshare = process.platform === 'linux' && spawnSync('unshare', [...asUser, 'true']).status === 0;

/** An AppImage as it is when it is mounted, with a program that tells how it was started. */
async function mounted(version: number) {
  const folder = path.join(await temporaryFolder(), "it's here");
  const bin = path.join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  await copyFile(path.join(root, 'assets/linux/AppRun'), path.join(folder, 'AppRun'));
  const log = path.join(folder, 'log');
  const lines = [
    'printf "%s|" "$LD_LIBRARY_PATH" "$@" >> "$LOG"',
    `[ "$1" != --version ] || exit ${version}`,
  ];
  await writeFile(path.join(folder, 'latchkey'), `#!/bin/sh\n${lines.join('\n')}\nexit 7\n`);
  // Boxes would wait for somebody.
  await writeFile(path.join(bin, 'zenity'), '#!/bin/sh\nexit 0\n');
  for (const name of ['latchkey', 'AppRun', 'bin/zenity']) await chmod(path.join(folder, name), 0o755);
  const PATH = `${bin}:${process.env['PATH'] ?? ''}`;
  return {
    libraries: path.join(folder, 'usr/lib'),
    /** By an ordinary user, with a kernel that gives namespaces to users or not. */
    start: (namespaces: 'given' | 'refused') => {
      const refuse = namespaces === 'refused' ? 'echo 0 > /proc/sys/user/max_user_namespaces;' : '';
      const args = ['sh', '-ec', `${refuse} exec "$@"`, 'sh', path.join(folder, 'AppRun'), 'a b', '--hidden'];
      const env = { PATH, APPDIR: folder, LOG: log };
      return spawnSync('unshare', [...asUser, ...args], { encoding: 'utf8', env });
    },
    started: () => readFile(log, 'utf8').catch(() => ''),
  };
}

describe.runIf(canUnshare)('an AppImage', () => {
  test('starts Latchkey with what it was given, and no word about a sandbox', async () => {
    const { libraries, start, started } = await mounted(0);
    expect(start('given').status).toBe(7);
    expect(await started()).toBe(`${libraries}|a b|--hidden|`);
  });

  test('says where the kernel refuses the sandbox, names the deb, and starts nothing without one', async () => {
    const { libraries, start, started } = await mounted(133);
    const { status, stderr } = start('refused');
    expect(status).toBe(1);
    expect(stderr).toMatch(/does not run without one\. Install the deb package/);
    expect(await started()).toBe(`${libraries}|--version|`);
  });

  test('starts where Chromium has a sandbox all the same', async () => {
    const { libraries, start, started } = await mounted(0);
    expect(start('refused').status).toBe(7);
    expect(await started()).toBe(`${libraries}|--version|${libraries}|a b|--hidden|`);
  });
});
