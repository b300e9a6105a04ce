import type { State } from '../../state/state';
import { troubleOf } from './folder';
import { keyText } from '../../keys/sealed-identity';
import type { Backups } from './backups';
import { placeKey } from './write-backup';

interface Parts {
  readonly state: State;
  readonly backups: Backups;
}

/**
 * Takes over the sealed key of a folder as ours: another computer has sealed it anew, by a passphrase that opened it just
 * now, and the key inside is the one that all our backups are sealed to. The other folders get it at once, or with their
 * next backup.
 *
 * @param path where it lies; null for a folder that is not set up yet
 * @throws AppError as State.change, with nothing changed
 */
export async function takeOverKey(
  { state, backups }: Parts,
  sealedKey: Uint8Array,
  path: string | null,
): Promise<void> {
  const key = keyText(sealedKey);
  if (backups.folders.stored?.key === key) return;
  await state.change((settings) => ({
    ...settings,
    backups: settings.backups && {
      ...settings.backups,
      key,
      folders: settings.backups.folders.map((folder) => (folder.path === path ? { ...folder, key } : folder)),
    },
  }));
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
