import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { UpdateFailure } from '../../../../src-main/core/ports/package-updates';
import type { Fetched } from '../../../../src-main/edge/updates/installer';
import { installDeb, rootWay } from '../../../../src-main/edge/updates/install-deb';
import { temporaryFolder } from '../files/temporary-folder';

/** Elsewhere there is none of this. */
const onUnix = test.runIf(process.platform !== 'win32');

const content = Buffer.alloc(3_000_000, 5);
const sha512 = createHash('sha512').update(content);
const checksum = sha512.copy().digest('hex');
const listed = { name: 'latchkey_0.2.0_amd64.deb', sha512: sha512.digest('base64'), size: content.length };

/** A pkexec that notes what it was told and given, in a folder whose name a shell would stumble over. */
async function prompt(code = 0) {
  const folder = path.join(await temporaryFolder(), 'it\'s $(touch owned); `id` "x"');
  await mkdir(folder);
  const pkexec = path.join(folder, 'pkexec');
  const lines = ['cd "${0%/*}"', 'printf "%s\\n" "$@" > told', 'cat > given', `exit ${code}`];
  await writeFile(pkexec, `#!/bin/sh\n${lines.join('\n')}\n`, { mode: 0o755 });
  const file = path.join(folder, listed.name);
  await writeFile(file, content);
  const way = { pkexec, helper: '/opt/Latchkey/resources/install-update' };
  return { folder, file, way, fetched: { file, listed } as Fetched };
}

const said = (task: Promise<unknown>): Promise<unknown> =>
  task.catch((error: unknown) => (error instanceof UpdateFailure ? error.kind : error));

onUnix('root gets the bytes and their checksum, and no path, no quotes and no shell', async () => {
  const { folder, way, fetched } = await prompt();
  await installDeb(fetched, way);
  expect(await readFile(path.join(folder, 'told'), 'utf8')).toBe(
    `--disable-internal-agent\n${way.helper}\n${checksum}\n`,
  );
  expect((await readFile(path.join(folder, 'given'))).equals(content)).toBe(true);
});

onUnix('a file that was exchanged is not even asked for', async () => {
  const { folder, file, way, fetched } = await prompt();
  await writeFile(file, Buffer.alloc(content.length, 6));
  expect(await said(installDeb(fetched, way))).toBe('not-genuine');
  await expect(readFile(path.join(folder, 'told'))).rejects.toThrow();
});

onUnix('a link in its place is not followed', async () => {
  const { file, way, fetched } = await prompt();
  const link = `${file}.link`;
  await symlink(file, link);
  expect(await said(installDeb({ ...fetched, file: link }, way))).toBe('not-installed');
});

onUnix.each([
  [126, 'not-installed'],
  [127, 'not-installed'],
  [65, 'not-genuine'],
  [1, 'not-installed'],
])('when root’s program ends with %i it is %s', async (code, kind) => {
  const { way, fetched } = await prompt(code);
  expect(await said(installDeb(fetched, way))).toBe(kind);
});

onUnix('without a pkexec that can be run nothing is installed', async () => {
  const { way, fetched } = await prompt();
  expect(await said(installDeb(fetched, { ...way, pkexec: '/nonexistent/pkexec' }))).toBe('not-installed');
});

test.runIf(process.getuid?.() === 0)('root runs what root alone can change', async () => {
  const folder = await temporaryFolder();
  const bin = path.join(folder, 'bin');
  const resources = await mkdtemp('/opt/latchkey-test-');
  onTestFinished(() => rm(resources, { recursive: true }));
  await chmod(resources, 0o755);
  await mkdir(bin);
  const [pkexec, helper] = [path.join(bin, 'pkexec'), path.join(resources, 'install-update')];
  for (const file of [pkexec, helper]) await writeFile(file, '', { mode: 0o755 });
  const search = `relative::${folder}:${bin}`;
  expect(rootWay(resources, search)).toEqual({ pkexec, helper });
  expect(rootWay(resources, 'relative')).toBeNull();
  for (const place of [helper, resources, pkexec]) {
    await chmod(place, 0o775);
    expect(rootWay(resources, search)).toBeNull();
    await chmod(place, 0o755);
    await chown(place, 1000, 1000);
    expect(rootWay(resources, search)).toBeNull();
    await chown(place, 0, 0);
  }
  // Everybody can write to /tmp, and so exchange a folder there.
  await writeFile(path.join(folder, 'install-update'), '', { mode: 0o755 });
  expect(rootWay(folder, search)).toBeNull();
});
