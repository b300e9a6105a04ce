import { AppError } from '#contract/errors';
import type { StoredBackups, StoredCopy } from '../settings';
import { type BackupFolder, type Trouble, troubleOf } from './backup-folder';
import { keyText } from './backup-key';
import type { Copies } from './copies';

/** Why the last write came to nothing: a look cannot tell whether that is over, and the next write will. */
const ofWriting: ReadonlySet<Trouble | null> = new Set(['not-writable', 'full', 'failed']);

/**
 * Looks into a folder and notes what is there. Writes nothing, and never rejects.
 *
 * @returns whether the folder is within reach and the key in it is ours, so that a backup may be written by itself
 */
export async function lookAt(
  copies: Copies,
  folder: BackupFolder,
  stored: StoredBackups,
  copy: StoredCopy,
): Promise<boolean> {
  try {
    const names = new Set(await folder.names());
    const kept = copy.files.filter((name) => names.has(name)).length;
    const key = await keyIn(folder);
    const isOurs = key === stored.key || key === copy.key;
    const last = copy.files.at(-1);
    const before = copies.trouble(copy.id);
    // What a check could not open is damaged until another one is written.
    const stays = before === 'damaged' || (ofWriting.has(before) && !copies.isCurrent(copy));
    if (key !== null && !isOurs) copies.found(copy.id, { kept, trouble: 'other-key' });
    else if (key === null || (last !== undefined && !names.has(last)))
      copies.found(copy.id, { kept, trouble: 'missing' });
    else copies.found(copy.id, { kept, trouble: stays ? before : null });
    return isOurs;
  } catch (error) {
    copies.found(copy.id, { kept: 0, trouble: troubleOf(error) });
    return false;
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
