import { AppError } from '#contract/errors';
import type { StoredBackups, StoredFolder } from '../../state/stored-folders';
import { type BackupFolder, type Trouble, troubleOf } from './folder';
import { keyText } from '../../keys/sealed-identity';
import { backupsIn } from '../content/file-names';
import type { FolderRecords } from './folder-records';
import { fileStamp } from './file-stamp';

/** Why the last write came to nothing: a look cannot tell whether that is over, and the next write will. */
const ofWriting: ReadonlySet<Trouble | null> = new Set(['not-writable', 'full', 'failed']);

/** What a look has shown of a folder. */
interface Seen {
  /** It is within reach and the key in it is ours, so that a backup may be written by itself. */
  readonly isOurs: boolean;
  /** The newest backup is not there as it was written. */
  readonly isSpoiled: boolean;
}

/** Looks into a folder the way a restore does, and notes what is there. Writes nothing into it, and never rejects. */
export async function lookAt(
  folders: FolderRecords,
  disk: BackupFolder,
  stored: StoredBackups,
  folder: StoredFolder,
): Promise<Seen> {
  try {
    const listed = new Set(backupsIn(await disk.names()));
    const kept = folder.files.filter((name) => listed.has(name)).length;
    const key = await keyIn(disk);
    const isOurs = key === stored.key || key === folder.key;
    const spoiled = await newestIn(disk, folder, listed);
    const before = folders.trouble(folder.id);
    // What a check could not open is damaged until another one is written.
    const stays = before === 'damaged' || (ofWriting.has(before) && !folders.isCurrent(folder));
    if (!stored.isProven) {
      folders.found(folder.id, { kept, trouble: 'unproven' });
      return { isOurs: false, isSpoiled: false };
    }
    if (key !== null && !isOurs) folders.found(folder.id, { kept, trouble: 'other-key' });
    else if (key === null) folders.found(folder.id, { kept, trouble: 'missing' });
    else folders.found(folder.id, { kept, trouble: spoiled ?? (stays ? before : null) });
    const isGood = folders.trouble(folder.id) === null && folders.isCurrent(folder);
    // What is over is news again when it comes back.
    if (isGood && folder.told.length > 0) await folders.note(folder.id, (known) => ({ ...known, told: [] }));
    return { isOurs, isSpoiled: spoiled !== null };
  } catch (error) {
    folders.found(folder.id, { kept: 0, trouble: troubleOf(error) });
    return { isOurs: false, isSpoiled: false };
  }
}

/** What is wrong with the newest backup that this computer wrote there; null where it lies there as it was written. */
async function newestIn(
  disk: BackupFolder,
  { files, last }: StoredFolder,
  listed: ReadonlySet<string>,
): Promise<'missing' | 'damaged' | null> {
  const newest = files.at(-1);
  if (newest === undefined) return null;
  if (!listed.has(newest)) return 'missing';
  // One of an older version: nobody noted what it was like.
  if (last?.file !== newest) return null;
  try {
    const content = await disk.read(newest);
    if (content === null) return 'missing';
    return fileStamp(content) === last.stamp ? null : 'damaged';
  } catch (error) {
    const concernsFile =
      error instanceof AppError && ['file-too-large', 'file-unreadable'].includes(error.code);
    if (concernsFile) return 'damaged';
    throw error;
  }
}

/** No key of ours is as large as one that is not read at all. */
async function keyIn(disk: BackupFolder): Promise<string | null> {
  try {
    const sealedKey = await disk.key();
    return sealedKey && keyText(sealedKey);
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-too-large') return '';
    throw error;
  }
}
