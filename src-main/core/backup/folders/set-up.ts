import { AppError } from '#contract/errors';
import type { Sealer } from '../../ports/sealing/sealer';
import type { StoredBackups } from '../../state/stored-folders';
import { addFolder } from './add-folder';
import type { BackupFolder } from './folder';
import { type BackupKey, keyBytes, keyText, openBackupKey, sealBackupKey } from '../../keys/sealed-identity';
import { orClear, keyIn, newFolder, type FirstBackupParts, type PlacedKey, writeFirst } from './first-backup';
import { readPassphrase } from '../../keys/passphrase';
import { takeOverKey } from './take-over-key';

/**
 * Sets up a backup folder. Where there is one already, the passphrase must be the same, and the folder is added to it.
 *
 * @throws AppError as `setUpFirst` and `addFolder`; `wrong-passphrase`; `backup-key-other` when the passphrase opens another
 * key than backups are sealed to
 */
export async function setUp(parts: FirstBackupParts, path: string, passphrase: string): Promise<void> {
  const { backups, sealer } = parts;
  const { stored } = backups.folders;
  if (!stored) return setUpFirst(parts, path, passphrase);
  if (stored.folders.some((one) => one.path === path)) throw new AppError('backup-folder-known');
  const { recipient } = await openBackupKey(sealer, await keyToOpen(parts, path, passphrase), passphrase);
  if (recipient !== stored.recipient) throw new AppError('backup-key-other');
  if (!stored.isProven) await backups.folders.change((known) => known && { ...known, isProven: true });
  return addFolder(parts, path);
}

/** Our key: as the folder has it, where another computer has sealed it anew by this passphrase. */
async function keyToOpen(
  { backups, sealer }: FirstBackupParts,
  path: string,
  passphrase: string,
): Promise<Uint8Array> {
  const { stored } = backups.folders;
  const there = await keyIn(backups.folder(path), 'backup-folder-in-use');
  if (stored && there && keyText(there) !== stored.key) {
    const { recipient } = await openBackupKey(sealer, there, passphrase).catch(() => ({ recipient: null }));
    if (recipient === stored.recipient) await takeOverKey(backups, there, null);
  }
  return keyBytes(backups.folders.stored?.key ?? '');
}

/**
 * Sets up the first backup folder: a key sealed by the passphrase, a first backup, and the proof from the disk that the
 * passphrase opens both. Only then does the vault say so; until then, whatever fails leaves the folder as it was.
 * A folder with a key that the passphrase opens goes on with that key, as after a computer was set up again.
 *
 * @throws AppError `passphrase-too-short`; `backup-folder-in-use` when the key there has another passphrase;
 * `backup-key-damaged`; `backup-not-written`, also when the proof fails; as BackupFolder, Vault.change and
 * Backups.openVault
 */
async function setUpFirst(parts: FirstBackupParts, path: string, passphrase: string): Promise<void> {
  const { backups, sealer } = parts;
  await backups.openVault();
  const disk = backups.folder(path);
  const placed = await findOrMakeKey(parts, disk, passphrase);
  const { recipient } = placed.key;
  const folder = await orClear(disk, placed, async (note) => {
    const draft = backups.draft();
    const written = await writeFirst(parts, disk, recipient, draft, note);
    await proveWayBack(sealer, disk, written.file, passphrase, recipient, draft.text);
    const checked = { at: draft.writtenAt, file: written.file };
    const made = newFolder(parts, path, placed.sealedKey, written, draft, checked);
    const stored: StoredBackups = {
      recipient,
      key: made.key,
      isProven: true,
      since: draft.writtenAt,
      folders: [made],
    };
    await backups.folders.change(() => stored);
    return made;
  });
  backups.folders.found(folder.id, { trouble: null, kept: 1 });
  // What changed during the proof was not yet known to be due.
  if (!backups.folders.isCurrent(folder)) backups.schedule();
}

async function findOrMakeKey(
  { sealer, clock }: FirstBackupParts,
  disk: BackupFolder,
  passphrase: string,
): Promise<PlacedKey & { readonly key: BackupKey }> {
  const there = await keyIn(disk, 'backup-key-damaged');
  if (there) {
    const key = await openBackupKey(sealer, there, passphrase).catch((error: unknown) => {
      const isOther = error instanceof AppError && error.code === 'wrong-passphrase';
      throw isOther ? new AppError('backup-folder-in-use') : error;
    });
    return { key, sealedKey: there, isNew: false };
  }
  const chosen = readPassphrase(passphrase);
  const identity = await sealer.newIdentity();
  const key = { identity, recipient: await sealer.recipientOf(identity) };
  return { key, sealedKey: await sealBackupKey(sealer, key, chosen, clock.now()), isNew: true };
}

/** Goes the way of somebody who has the folder and the passphrase alone. @throws AppError `backup-not-written` */
async function proveWayBack(
  sealer: Sealer,
  disk: BackupFolder,
  name: string,
  passphrase: string,
  recipient: string,
  text: string,
): Promise<void> {
  const sealedKey = await disk.key();
  const sealed = await disk.read(name);
  if (!sealedKey || !sealed) throw new AppError('backup-not-written');
  try {
    const opened = await openBackupKey(sealer, sealedKey, passphrase);
    if (opened.recipient === recipient && (await sealer.openWith(opened.identity, sealed)) === text) return;
  } catch {
    // Whatever kept it from opening: it is no backup.
  }
  throw new AppError('backup-not-written');
}
