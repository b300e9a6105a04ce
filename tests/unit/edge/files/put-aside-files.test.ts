import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { vaultFile } from '../../../../src-main/edge/files/profile-files';
import { putAsideFiles } from '../../../../src-main/edge/files/put-aside-files';
import { sealedKeyFile } from '../../../../src-main/edge/files/sealed-key-file';
import { temporaryFolder } from './temporary-folder';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const textsOf = async (folder: string) => {
  const { vaults, keys } = await putAsideFiles(folder).read();
  return {
    vaults: vaults.map(({ sealed }) => Buffer.from(sealed).toString()),
    keys: keys.map((sealed) => Buffer.from(sealed).toString()),
  };
};

it('finds what vault and key were put aside as, with the last good version', async () => {
  const folder = await temporaryFolder();
  expect(await textsOf(folder)).toEqual({ vaults: [], keys: [] });
  const [vault, key] = [vaultFile(folder), sealedKeyFile(folder)];
  await vault.write(bytes('older'));
  await vault.write(bytes('old'));
  await key.write(bytes('key'));
  await key.writeNext(bytes('key to come'));
  await vault.setAside('keyless');
  await key.setAside();
  expect(await textsOf(folder)).toEqual({ vaults: ['older', 'old'], keys: ['key to come', 'key'] });
});

it('takes the latest, and neither what is damaged, nor a folder, nor what is called otherwise', async () => {
  const folder = await temporaryFolder();
  const names = Array.from(
    { length: 12 },
    (_, place) => `vault.keyless-${20260102030405000 + place * 8}.age`,
  );
  for (const name of names) await writeFile(path.join(folder, name), name);
  await mkdir(path.join(folder, 'vault.keyless-20270102030405000.age'));
  await writeFile(
    path.join(folder, 'vault.keyless-20280102030405000.age'),
    new Uint8Array(limits.sealed + 1),
  );
  for (const name of ['vault.damaged-20290102030405000.age', 'vault.age', 'my-vault.keyless-1.age'])
    await writeFile(path.join(folder, name), name);
  expect((await textsOf(folder)).vaults).toEqual(names.reverse().slice(0, 7));
});

it.runIf(process.platform !== 'win32')('follows a link, and bears a folder that is not there', async () => {
  const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
  await writeFile(path.join(elsewhere, 'vault.age'), 'moved');
  await symlink(path.join(elsewhere, 'vault.age'), path.join(folder, 'vault.age'));
  await vaultFile(folder).setAside('keyless');
  expect((await textsOf(folder)).vaults).toEqual(['moved']);
  expect(await readFile(path.join(elsewhere, 'vault.age'), 'utf8')).toBe('moved');
  expect(await textsOf('/no/such/folder')).toEqual({ vaults: [], keys: [] });
});
