import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { StoredBackups, StoredFolder, WrittenFile } from '../../state/stored-folders';
import type { Draft } from './draft';
import type { BackupFolder } from './folder';
import { keyBytes, keyText } from '../../keys/sealed-identity';
import { backupName, keyName, outOfOrder } from '../content/file-names';
import { fileStamp } from './file-stamp';
import { surplus } from './retention';

/** So many names that others have taken are passed by; the steps double, so that they reach over weeks. */
const mostTries = 32;

/**
 * Sees to it that the key in a folder is the one of now. A key that this computer did not put there is never replaced.
 *
 * @throws AppError `backup-key-changed`, with nothing written; as BackupFolder.replace
 */
export async function placeKey(
  disk: BackupFolder,
  stored: StoredBackups,
  folder: StoredFolder,
): Promise<void> {
  const sealedKey = await disk.key().catch((error: unknown) => {
    // No key is that large.
    if (error instanceof AppError && error.code === 'file-too-large') {
      throw new AppError('backup-key-changed');
    }
    throw error;
  });
  const there = sealedKey && keyText(sealedKey);
  if (there === stored.key) return;
  // A missing key is put back. One that turned up meanwhile is not ours.
  if (there === null) {
    if (!(await disk.putNew(keyName, keyBytes(stored.key)))) throw new AppError('backup-key-changed');
    return;
  }
  // What was put there before the passphrase changed may go.
  const isOurs = there === folder.key && sealedKey !== null;
  if (!isOurs || !(await disk.replace(keyName, sealedKey, keyBytes(stored.key))))
    throw new AppError('backup-key-changed');
}

/**
 * Writes a backup under the first free name from a time on, and proves that a restore would find it. Whatever has the
 * name of its time already stays, and it gets the next one.
 *
 * @param draft of what is sealed: it is named by its time and its computer
 * @param note is told the name before anything has it, so that the file of a killed run is known
 * @throws AppError as BackupFolder.putNew; as `note`
 */
export async function putBackup(
  disk: BackupFolder,
  sealed: Uint8Array,
  { madeAt, computer }: Pick<Draft, 'madeAt' | 'computer'>,
  note: (begun: WrittenFile) => Promise<void> | void,
): Promise<WrittenFile> {
  const taken = new Set(await disk.names());
  const stamp = fileStamp(sealed);
  let at = madeAt;
  for (let tries = 0; tries < mostTries; tries += 1) {
    while (taken.has(backupName(at, computer))) at += 1;
    const begun = { file: backupName(at, computer), stamp };
    await note(begun);
    if (await disk.putNew(begun.file, sealed)) {
      await disk.proveListed(begun.file);
      return begun;
    }
    at += 2 ** tries;
  }
  throw new AppError('backup-not-written');
}

/** The backups of this computer in a folder, oldest first: with the one that a run began which was killed. */
export async function ownFiles(disk: BackupFolder, { files, begun }: StoredFolder): Promise<string[]> {
  if (!begun || files.includes(begun.file)) return [...files];
  const content = await disk.read(begun.file).catch(() => null);
  // Only what that run wrote: somebody else may have taken the name. Empty, it is the name that was held.
  const isOurs = content !== null && (content.length === 0 || fileStamp(content) === begun.stamp);
  return isOurs ? [...files, begun.file] : [...files];
}

/**
 * Deletes the backups of this computer that are too many, but never the newest. One that cannot be deleted now is tried
 * again with the next backup, as long as there is room to remember it.
 *
 * @param files the backups of this computer, the one that was written last at the end
 * @param checked never goes either, unless a restore would take it for newer than the newest
 * @param all false while older ones hold what the newest has lost
 * @returns those to remember
 */
export async function prune(
  disk: BackupFolder,
  files: readonly string[],
  checked: string | null,
  all = true,
): Promise<string[]> {
  const newest = files.at(-1) ?? '';
  const stray = all ? outOfOrder(files.slice(0, -1), newest) : [];
  const others = files.filter((name) => !stray.includes(name));
  const many = [...stray, ...surplus(others, [newest, checked ?? ''], limits.backupsKept)];
  const stuck: string[] = [];
  for (const name of many) await disk.remove(name).catch(() => stuck.push(name));
  const left = files.filter((name) => !many.includes(name));
  return [...stuck.slice(0, limits.backupsKept - left.length + 1), ...left];
}
