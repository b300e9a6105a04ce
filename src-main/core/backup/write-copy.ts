import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { StoredBackups, StoredCopy } from '../settings';
import type { BackupFolder } from './backup-folder';
import { keyBytes, keyText } from './backup-key';
import { backupName, backupsIn, backupTime, keyName } from './backup-names';
import { surplus } from './retention';

/**
 * Sees to it that the key in a folder is the one of now. A key that this computer did not put there is never replaced.
 *
 * @throws AppError `backup-key-other`, with nothing written; as BackupFolder.put
 */
export async function placeKey(folder: BackupFolder, stored: StoredBackups, copy: StoredCopy): Promise<void> {
  const sealedKey = await folder.key().catch((error: unknown) => {
    // No key is that large.
    if (error instanceof AppError && error.code === 'file-too-large') throw new AppError('backup-key-other');
    throw error;
  });
  const there = sealedKey && keyText(sealedKey);
  if (there === stored.key) return;
  // What was put there before the passphrase changed may go; a missing key is put back.
  if (there !== null && there !== copy.key) throw new AppError('backup-key-other');
  await folder.put(keyName, keyBytes(stored.key));
}

/**
 * Writes a backup under a name that sorts after all others in the folder, even where a clock went wrong.
 *
 * @param now epoch milliseconds
 * @returns the name
 * @throws AppError as BackupFolder.put
 */
export async function putBackup(folder: BackupFolder, sealed: Uint8Array, now: number): Promise<string> {
  const [newest] = backupsIn(await folder.names());
  const after = newest === undefined ? 0 : (backupTime(newest) ?? 0) + 1;
  const name = backupName(Math.max(now, after));
  await folder.put(name, sealed);
  return name;
}

/**
 * Deletes the backups of this computer that are too many. One that cannot be deleted now is tried again with the next
 * backup, as long as there is room to remember it.
 *
 * @param files the backups of this computer, oldest first
 * @returns those to remember
 */
export async function prune(
  folder: BackupFolder,
  files: readonly string[],
  checked: string | null,
): Promise<string[]> {
  const stuck: string[] = [];
  const many = surplus(files, checked, limits.backupsKept);
  for (const name of many) await folder.remove(name).catch(() => stuck.push(name));
  const left = files.filter((name) => !many.includes(name));
  return [...stuck.slice(0, limits.backupsKept - left.length + 1), ...left].sort();
}
