import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sealedKeyFile } from '../../../../src-main/edge/files/sealed-key-file';
import { temporaryFolder } from './temporary-folder';

const sealed = new TextEncoder().encode('age-encryption.org/v1');

it('keeps one version, which nobody else may read, and leaves nothing when it goes', async () => {
  const folder = await temporaryFolder();
  const file = sealedKeyFile(folder);
  expect(await file.read()).toBeNull();
  await file.write(new TextEncoder().encode('an older one'));
  await file.write(sealed);
  expect(await readdir(folder)).toEqual(['vault-key.age']);
  expect((await stat(path.join(folder, 'vault-key.age'))).mode & 0o77).toBe(0);
  expect(new Uint8Array((await file.read()) ?? [])).toEqual(sealed);
  await file.remove();
  await file.remove();
  expect(await readdir(folder)).toEqual([]);
});

it('has the next one beside it until that takes its place', async () => {
  const folder = await temporaryFolder();
  const file = sealedKeyFile(folder);
  await file.write(new TextEncoder().encode('an older one'));
  await file.writeNext(sealed);
  expect((await readdir(folder)).sort()).toEqual(['vault-key.age', 'vault-key.new']);
  expect((await stat(path.join(folder, 'vault-key.new'))).mode & 0o77).toBe(0);
  expect(new Uint8Array((await file.readNext()) ?? [])).toEqual(sealed);
  await file.takeNext();
  expect(await readdir(folder)).toEqual(['vault-key.age']);
  expect(new Uint8Array((await file.read()) ?? [])).toEqual(sealed);
  await file.removeNext();
  await expect(file.takeNext()).rejects.toThrow('ENOENT');
});

it('is put aside under a name of its own', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'vault-key.age'), sealed);
  await sealedKeyFile(folder).setAside();
  const [name = '', ...others] = await readdir(folder);
  expect(others).toEqual([]);
  expect(name).toMatch(/^vault-key\.keyless-\d+\.age$/);
  expect(new Uint8Array(await readFile(path.join(folder, name)))).toEqual(sealed);
});
