import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { choose } from './dialogs';
import { expect } from './fixtures';
import { withCodes } from './with-codes';

/** With umlauts, for age takes the bytes of a passphrase as they come. */
export const passphrase = 'Grüße aus dem Süden, 1998'.normalize('NFC');

/** For tests that begin with ten codes and a backup folder that holds them. */
export const backedUp = withCodes.extend<{ folder: string }>({
  folder: async ({ codes, window, running }, use) => {
    expect(codes).toHaveLength(10);
    const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-backups-'));
    await choose(running, { open: folder });
    await window.open('Backups');
    await window.backups.setUpWith(passphrase);
    await expect(window.backups.folders).toContainText('Up to date', { timeout: 20_000 });
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

/** The backups in a folder, newest first. */
export const backupsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder))
    .filter((name) => name.startsWith('latchkey-backup-'))
    .sort()
    .reverse();
