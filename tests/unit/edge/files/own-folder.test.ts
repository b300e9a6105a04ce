import { chmod, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOwnFolder } from '../../../../src-main/edge/files/own-folder';
import { temporaryFolder } from './temporary-folder';

const user = process.getuid?.() ?? 0;

async function folderWith(mode: number): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'profile');
  await mkdir(folder);
  await chmod(folder, mode);
  return folder;
}

const modeOf = async (folder: string): Promise<string> => ((await stat(folder)).mode & 0o777).toString(8);

describe('a profile folder', () => {
  it.each([0o777, 0o770, 0o755, 0o702, 0o700])(
    'of our own with the rights %o is narrowed to us',
    async (mode) => {
      const folder = await folderWith(mode);
      expect(isOwnFolder(folder)).toBe(true);
      expect(await modeOf(folder)).toBe('700');
    },
  );

  it('of another user is refused, and left as it is', async () => {
    const folder = await folderWith(0o755);
    expect(isOwnFolder(folder, user + 1)).toBe(false);
    expect(await modeOf(folder)).toBe('755');
  });

  it('that cannot be asked is refused', async () => {
    expect(isOwnFolder(path.join(await temporaryFolder(), 'gone'))).toBe(false);
  });
});
