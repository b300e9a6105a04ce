import { AppError } from '#contract/errors';
import type { StoredBackups, StoredCopy } from '../../state/settings';
import { type BackupFolder, type Trouble, troubleOf } from './folder';
import { keyText } from '../../keys/sealed-identity';
import { backupsIn } from '../content/file-names';
import type { Copies } from './folder-records';
import { fileMark } from './file-mark';

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
  copies: Copies,
  folder: BackupFolder,
  stored: StoredBackups,
  copy: StoredCopy,
): Promise<Seen> {
  try {
    const listed = new Set(backupsIn(await folder.names()));
    const kept = copy.files.filter((name) => listed.has(name)).length;
    const key = await keyIn(folder);
    const isOurs = key === stored.key || key === copy.key;
    const spoiled = await newestIn(folder, copy, listed);
    const before = copies.trouble(copy.id);
    // What a check could not open is damaged until another one is written.
    const stays = before === 'damaged' || (ofWriting.has(before) && !copies.isCurrent(copy));
    if (key !== null && !isOurs) copies.found(copy.id, { kept, trouble: 'other-key' });
    else if (key === null) copies.found(copy.id, { kept, trouble: 'missing' });
    else copies.found(copy.id, { kept, trouble: spoiled ?? (stays ? before : null) });
    const isGood = copies.trouble(copy.id) === null && copies.isKnownCurrent(copy);
    // What is over is news again when it comes back.
    if (isGood && copy.told.length > 0) await copies.note(copy.id, (known) => ({ ...known, told: [] }));
    return { isOurs, isSpoiled: spoiled !== null };
  } catch (error) {
    copies.found(copy.id, { kept: 0, trouble: troubleOf(error) });
    return { isOurs: false, isSpoiled: false };
  }
}

/** What is wrong with the newest backup that this computer wrote there; null where it lies there as it was written. */
async function newestIn(
  folder: BackupFolder,
  { files, last }: StoredCopy,
  listed: ReadonlySet<string>,
): Promise<'missing' | 'damaged' | null> {
  const newest = files.at(-1);
  if (newest === undefined) return null;
  if (!listed.has(newest)) return 'missing';
  // One of an older version: nobody noted what it was like.
  if (last?.file !== newest) return null;
  try {
    const content = await folder.read(newest);
    if (content === null) return 'missing';
    return fileMark(content) === last.mark ? null : 'damaged';
  } catch (error) {
    const concernsFile =
      error instanceof AppError && ['file-too-large', 'file-unreadable'].includes(error.code);
    if (concernsFile) return 'damaged';
    throw error;
  }
}

/** No key of ours is as large as one that is not read at all. */
async function keyIn(folder: BackupFolder): Promise<string | null> {
  try {
    const sealedKey = await folder.key();
    return sealedKey && keyText(sealedKey);
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-too-large') return '';
    throw error;
  }
}
