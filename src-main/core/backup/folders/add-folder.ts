import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { keyBytes, keyText } from '../../keys/sealed-identity';
import { orClear, keyIn, newFolder, type FirstBackupParts, writeFirst } from './first-backup';

/**
 * Adds a folder to those that are set up: the same key, and a first backup.
 *
 * @throws AppError `no-such-folder` when none is set up; `backup-key-changed` before a passphrase has shown whose key it is; `backup-folder-known`; `too-many-backup-folders`;
 * `backup-folder-in-use` when another key lies there; `backup-not-written`; as BackupFolder, Vault.change and
 * Backups.openVault
 */
export async function addFolder(parts: FirstBackupParts, path: string): Promise<void> {
  const { backups } = parts;
  const { stored, all } = backups.folders;
  if (!stored) throw new AppError('no-such-folder');
  if (!stored.isProven) throw new AppError('backup-key-changed');
  if (all.some((folder) => folder.path === path)) throw new AppError('backup-folder-known');
  if (all.length >= limits.backupFolders) throw new AppError('too-many-backup-folders');
  await backups.openVault();
  const disk = backups.folder(path);
  const there = await keyIn(disk, 'backup-folder-in-use');
  if (there && keyText(there) !== stored.key) throw new AppError('backup-folder-in-use');
  const sealedKey = keyBytes(stored.key);
  const folder = await orClear(disk, { sealedKey, isNew: there === null }, async (note) => {
    const draft = backups.draft();
    const written = await writeFirst(parts, disk, stored.recipient, draft, note);
    const made = newFolder(parts, path, sealedKey, written, draft, null);
    await backups.folders.change((known) => known && { ...known, folders: [...known.folders, made] });
    return made;
  });
  backups.folders.found(folder.id, { trouble: null, kept: 1 });
}
