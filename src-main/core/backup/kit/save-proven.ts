import { AppError } from '#contract/errors';
import { FileFailure, type FilePlace, type Files } from '../../ports/files/files';
import { sameBytes } from '../../records/same-bytes';
import { folderCodes } from '../folders/folder';

/**
 * Writes a file that a person asked for, and reads it back before anybody relies on it. Where that fails, what stood
 * there before is put back, as far as the disk lets it.
 *
 * @param opens is asked whether what was read from the disk is what it should be
 * @throws AppError `kit-not-saved`, `backup-folder-gone`, `backup-folder-not-writable`, `backup-folder-full`
 */
export async function saveProven(
  files: Files,
  place: FilePlace,
  content: Uint8Array,
  opens: (read: Uint8Array) => Promise<boolean>,
): Promise<void> {
  // Undefined: something is there that cannot be read, so that it is not ours to remove.
  const before = await files.read(place).catch(() => undefined);
  await files.write(place, content).catch((error: unknown) => {
    throw new AppError(
      (error instanceof FileFailure ? folderCodes[error.kind] : undefined) ?? 'kit-not-saved',
    );
  });
  const read = await files.read(place).catch(() => null);
  if (read && sameBytes(read, content) && (await opens(read).catch(() => false))) return;
  if (before === null) await files.remove(place).catch(() => undefined);
  else if (before) await files.write(place, before).catch(() => undefined);
  throw new AppError('kit-not-saved');
}
