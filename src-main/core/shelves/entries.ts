import type { Entry } from '../store/view/entry';
import { viewOf } from '../store/view/view';
import { emptyView, type View, viewAfter } from '../store/view/view-after';
import type { Vault } from '../vault/vault';

interface Known {
  readonly view: View;
  readonly byId: ReadonlyMap<string, Entry>;
}

/** The entries of the vault, worked out once for each version of it, at the cost of what was changed. */
export class Entries {
  readonly #vault: Pick<Vault, 'contents'>;
  #known: Known = { view: emptyView, byId: new Map() };

  constructor(vault: Pick<Vault, 'contents'>) {
    this.#vault = vault;
  }

  /** The earlier first; none while the vault is closed. */
  get all(): readonly Entry[] {
    return this.#look().view.entries;
  }

  /** @param id any of its ids */
  find(id: string): Entry | undefined {
    return this.#look().byId.get(id);
  }

  #look(): Known {
    const { store } = this.#vault.contents;
    if (store === this.#known.view.store) return this.#known;
    const before = this.#known.view;
    const view = before === emptyView ? { store, entries: viewOf(store) } : viewAfter(before, store);
    const byId = new Map(view.entries.flatMap((entry) => entry.ids.map((id) => [id, entry] as const)));
    this.#known = { view, byId };
    return this.#known;
  }
}
