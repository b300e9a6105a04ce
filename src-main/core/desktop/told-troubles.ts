import type { Snapshot } from '#contract/snapshot';
import { troubleKey } from './backup-notices';
import type { StoredFolder } from '../state/stored-folders';
import type { Vault } from '../vault/vault';

/**
 * Which troubles of backup folders were told: over a restart, too, and until a backup there was found or written good,
 * which forgets them. What cannot be written holds for this run.
 */
export class ToldTroubles {
  readonly #vault: Vault;
  /** The keys that are on their way into the vault. */
  readonly #underWay = new Set<string>();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** The keys of the notices that are not due again. */
  get keys(): string[] {
    const folders = this.#vault.local.backups?.folders ?? [];
    const noted = folders.flatMap(({ id, told }) => told.map((health) => troubleKey(id, health)));
    return [...noted, ...this.#underWay];
  }

  /** @param key of a notice about a folder in the snapshot */
  add(key: string, { backups }: Snapshot): void {
    const seen = backups?.folders.find(({ id, health }) => troubleKey(id, health) === key);
    if (!seen) return;
    this.#underWay.add(key);
    const change = (folder: StoredFolder): StoredFolder =>
      folder.id === seen.id ? { ...folder, told: [...new Set([...folder.told, seen.health])] } : folder;
    void this.#vault
      .noteLocal((local) => ({
        ...local,
        backups: local.backups && { ...local.backups, folders: local.backups.folders.map(change) },
      }))
      .finally(() => this.#underWay.delete(key));
  }
}
