import type { Snapshot } from '#contract/snapshot';
import { troubleKey } from './backup-notices';
import { withFolder } from '../vault/local';
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
    const { id, health } = seen;
    void this.#vault
      .noteLocal((local) =>
        withFolder(local, id, (folder) => ({ ...folder, told: [...new Set([...folder.told, health])] })),
      )
      .finally(() => this.#underWay.delete(key));
  }
}
