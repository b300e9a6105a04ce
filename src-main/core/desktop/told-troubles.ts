import type { Snapshot } from '#contract/snapshot';
import { troubleKey } from './backup-notices';
import type { StoredFolder } from '../state/stored-folders';
import type { State } from '../state/state';

/**
 * Which troubles of backup folders were told: over a restart, too, and until a backup there was found or written good,
 * which forgets them. What cannot be written holds for this run.
 */
export class ToldTroubles {
  readonly #state: State;
  /** The keys that are on their way into the settings. */
  readonly #underWay = new Set<string>();

  constructor(state: State) {
    this.#state = state;
  }

  /** The keys of the notices that are not due again. */
  get keys(): string[] {
    const folders = this.#state.settings.backups?.folders ?? [];
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
    void this.#state
      .note((settings) => ({
        ...settings,
        backups: settings.backups && { ...settings.backups, folders: settings.backups.folders.map(change) },
      }))
      .finally(() => this.#underWay.delete(key));
  }
}
