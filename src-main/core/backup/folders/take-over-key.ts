import { troubleOf } from './folder';
import { keyText } from '../../keys/sealed-identity';
import type { Backups } from './backups';
import { placeKey } from './write-backup';

/**
 * Takes over the sealed key of a folder as ours: another computer has sealed it anew, by a passphrase that opened it just
 * now, and the key inside is the one that all our backups are sealed to. The other folders get it at once, or with their
 * next backup.
 *
 * @param path where it lies; null for a folder that is not set up yet
 * @throws AppError as Vault.change, with nothing changed
 */
export async function takeOverKey(
  backups: Backups,
  sealedKey: Uint8Array,
  path: string | null,
): Promise<void> {
  const key = keyText(sealedKey);
  const { stored } = backups.folders;
  if (stored?.key === key && stored.isProven) return;
  await backups.folders.change(
    (known) =>
      known && {
        ...known,
        key,
        isProven: true,
        folders: known.folders.map((folder) => (folder.path === path ? { ...folder, key } : folder)),
      },
  );
  await spreadKey(backups);
}

/** Puts the key of now into every folder that holds an older one of ours. What fails shows in the health. */
export async function spreadKey(backups: Backups): Promise<void> {
  const { folders } = backups;
  const { stored } = folders;
  for (const folder of stored?.folders ?? []) {
    if (!stored) return;
    try {
      await placeKey(backups.folder(folder.path), stored, folder);
      if (folder.key !== stored.key)
        await folders.note(folder.id, (known) => ({ ...known, key: stored.key }));
    } catch (error) {
      folders.found(folder.id, { trouble: troubleOf(error) });
    }
  }
}
