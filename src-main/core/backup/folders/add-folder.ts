import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { keyBytes, keyText } from '../../keys/sealed-identity';
import { keepOrClear, keyIn, newCopy, type NewCopyParts, writeFirst } from './first-backup';

/**
 * Adds a folder to those that are set up: the same key, and a first backup.
 *
 * @throws AppError `no-such-copy` when none is set up; `backup-folder-known`; `too-many-backup-folders`;
 * `backup-folder-in-use` when another key lies there; `backup-not-written`; as BackupFolder, State.change and
 * Backups.openVault
 */
export async function addFolder(parts: NewCopyParts, path: string): Promise<void> {
  const { state, backups } = parts;
  const { stored, all } = backups.copies;
  if (!stored) throw new AppError('no-such-copy');
  if (all.some((copy) => copy.folder === path)) throw new AppError('backup-folder-known');
  if (all.length >= limits.backupFolders) throw new AppError('too-many-backup-folders');
  await backups.openVault();
  const folder = backups.folder(path);
  const there = await keyIn(folder, 'backup-folder-in-use');
  if (there && keyText(there) !== stored.key) throw new AppError('backup-folder-in-use');
  const sealedKey = keyBytes(stored.key);
  const copy = await keepOrClear(folder, { sealedKey, isNew: there === null }, async (note) => {
    const draft = backups.draft();
    const written = await writeFirst(parts, folder, stored.recipient, draft, note);
    const made = newCopy(parts, path, sealedKey, written, draft, null);
    await state.change((settings) => ({
      ...settings,
      backups: settings.backups && { ...settings.backups, copies: [...settings.backups.copies, made] },
    }));
    return made;
  });
  backups.copies.found(copy.id, { trouble: null, kept: 1 });
}
