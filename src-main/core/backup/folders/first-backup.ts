import { AppError } from '#contract/errors';
import type { Clock } from '../../ports/clock';
import type { Random } from '../../ports/random';
import type { Sealer } from '../../ports/sealing/sealer';
import { longestSealedKey, type StoredFolder, type WrittenFile } from '../../state/stored-folders';
import { type BackupFolder, writeError } from './folder';
import { keyText } from '../../keys/sealed-identity';
import { keyName } from '../content/file-names';
import type { Backups } from './backups';
import type { Draft } from './draft';
import { putBackup } from './write-backup';

/** What it takes to set up a folder. */
export interface FirstBackupParts {
  readonly backups: Backups;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly random: Random;
}

/** A key as it lies in a folder, or is going to. */
export interface PlacedKey {
  readonly sealedKey: Uint8Array;
  /** It was not there before. */
  readonly isNew: boolean;
}

/**
 * The key that lies in a folder; null when there is none.
 *
 * @throws AppError `otherwise` for a file that is too large for a key; as BackupFolder.read
 */
export async function keyIn(
  disk: BackupFolder,
  otherwise: 'backup-key-damaged' | 'backup-folder-in-use',
): Promise<Uint8Array | null> {
  const there = await disk.key().catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'file-too-large' ? new AppError(otherwise) : error;
  });
  if (there && there.length > longestSealedKey) throw new AppError(otherwise);
  return there;
}

/**
 * Writes the key where it is new, and does the rest, which notes what else it writes. When that fails, removes what was
 * written.
 *
 * @throws AppError as `rest`; `backup-not-written` for whatever else came in between
 */
export async function orClear<T>(
  disk: BackupFolder,
  { sealedKey, isNew }: PlacedKey,
  rest: (note: (name: string) => void) => Promise<T>,
): Promise<T> {
  const written: string[] = [];
  try {
    if (isNew) {
      if (!(await disk.putNew(keyName, sealedKey))) throw new AppError('backup-folder-in-use');
      written.push(keyName);
    }
    return await rest((name) => written.push(name));
  } catch (error) {
    for (const name of written.reverse()) await disk.remove(name).catch(() => undefined);
    throw error instanceof AppError ? error : writeError(error);
  }
}

/** Writes the first backup. Notes its name, as what comes after it may fail. @throws as putBackup */
export async function writeFirst(
  { sealer }: FirstBackupParts,
  disk: BackupFolder,
  recipient: string,
  draft: Draft,
  note: (name: string) => void,
): Promise<WrittenFile> {
  const written = await putBackup(disk, await sealer.sealTo(recipient, draft.text), draft, () => undefined);
  note(written.file);
  return written;
}

/** How the vault knows a folder with its first backup. */
export const newFolder = (
  { random }: FirstBackupParts,
  path: string,
  sealedKey: Uint8Array,
  written: WrittenFile,
  { stamp, writtenAt }: Draft,
  checked: StoredFolder['checked'],
): StoredFolder => ({
  id: random.uuid(),
  path,
  key: keyText(sealedKey),
  writtenAt,
  contentStamp: stamp,
  checked,
  files: [written.file],
  last: written,
  begun: null,
  told: [],
});
