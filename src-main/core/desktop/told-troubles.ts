import type { Snapshot } from '#contract/snapshot';
import { troubleKey } from './backup-notices';
import type { StoredCopy } from '../state/settings';
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
    const copies = this.#state.settings.backups?.copies ?? [];
    const noted = copies.flatMap(({ id, told }) => told.map((health) => troubleKey(id, health)));
    return [...noted, ...this.#underWay];
  }

  /** @param key of a notice about a folder in the snapshot */
  add(key: string, { backups }: Snapshot): void {
    const seen = backups?.copies.find(({ id, health }) => troubleKey(id, health) === key);
    if (!seen) return;
    this.#underWay.add(key);
    const change = (copy: StoredCopy): StoredCopy =>
      copy.id === seen.id ? { ...copy, told: [...new Set([...copy.told, seen.health])] } : copy;
    void this.#state
      .note((settings) => ({
        ...settings,
        backups: settings.backups && { ...settings.backups, copies: settings.backups.copies.map(change) },
      }))
      .finally(() => this.#underWay.delete(key));
  }
}
