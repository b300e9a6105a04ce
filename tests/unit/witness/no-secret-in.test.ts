import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { noSecretIn, secretsIn } from '../../witness/no-secret-in';
import { temporaryFolder } from '../edge/files/temporary-folder';

const secret = 'w6c6f-39m36';
const utf8 = Buffer.from(secret);

async function folderWith(name: string, content: Uint8Array | string): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, 'other'), 'nothing to see');
  await writeFile(path.join(folder, name), content);
  return folder;
}

describe('a secret', () => {
  it.each([
    ['UTF-8', Buffer.concat([Buffer.alloc(7), utf8, Buffer.alloc(3)]), 7],
    ['UTF-16', Buffer.concat([Buffer.alloc(6), Buffer.from(secret, 'utf16le')]), 6],
    ['hexadecimal', `key: ${utf8.toString('hex')}`, 5],
    ['hexadecimal', utf8.toString('hex').toUpperCase(), 0],
  ])('is found in %s', async (form, content, offset) => {
    const folder = await folderWith('deep/down/file', content);
    const file = path.join(folder, 'deep', 'down', 'file');
    expect(await secretsIn([folder], ['something else', secret])).toEqual([
      { file, offset, form, secret: 1 },
    ]);
  });

  it.each([0, 1, 2, 3, 4, 5])('is found in base64 after %i bytes and before more', async (before) => {
    for (const text of [secret, 'Zürich 東京?>~~', '123456']) {
      for (const after of [0, 1, 2]) {
        const bytes = Buffer.concat([
          Buffer.alloc(before, 0xfb),
          Buffer.from(text),
          Buffer.alloc(after, 0xff),
        ]);
        for (const form of ['base64', 'base64url'] as const) {
          const folder = await folderWith('file', `{"data":"${bytes.toString(form)}"}`);
          expect(await secretsIn([folder], [text]), `${text} ${after} ${form}`).toHaveLength(1);
        }
      }
    }
  });

  it('is found in the name of a file', async () => {
    const folder = await folderWith(`${secret}.age`, 'sealed');
    expect(await secretsIn([folder], [secret])).toEqual([
      { file: folder, offset: null, form: 'UTF-8', secret: 0 },
    ]);
  });

  it('is not told in the failure, unlike its place', async () => {
    const folder = await folderWith('file', `....${secret}`);
    const failure = await noSecretIn([folder], [secret]).catch((error: unknown) => (error as Error).message);
    expect(failure).toContain(`${path.join(folder, 'file')}: secret 0 in UTF-8 at 4`);
    expect(failure).not.toContain(secret);
  });

  it('is not seen where it is not', async () => {
    const folder = await folderWith('file', gzipSync(secret.split('').reverse().join('')));
    await expect(noSecretIn([folder], [secret, '東京 tower'])).resolves.toBeUndefined();
  });
});

describe('looking', () => {
  it('into nothing, or for next to nothing, is refused', async () => {
    await expect(noSecretIn([await temporaryFolder()], [secret])).rejects.toThrow('no file');
    await expect(noSecretIn(['/no/such/folder'], [secret])).rejects.toThrow('ENOENT');
    await expect(noSecretIn([await folderWith('file', '')], ['abc'])).rejects.toThrow('too short');
  });
});
