import type { Entry } from '../../../../../src-main/core/store/view/entry';
import type { Store } from '../../../../../src-main/core/store/facts/store';
import { latestKeys, type LatestValues } from '../../../../../src-main/core/store/kinds/latest-keys';
import { emptyView, type View } from '../../../../../src-main/core/store/view/view-after';
import { Computer } from '../computer';
import { type Deed, deedOf, type Done, oneWith, standing, toldBy } from './deeds';

/** A store as it lay in the folder, or was kept, and what was known with it. */
export interface Version {
  readonly store: Store;
  readonly known: ReadonlySet<Deed>;
}

/** What all members did, and what each of them can be told apart by. */
export class Log {
  readonly deeds: Deed[] = [];
  #fresh = 0;

  next(): number {
    this.#fresh += 1;
    return this.#fresh;
  }
}

/** Of which entries a change said each value that there is one of. */
function valuesChanged(before: Store, after: Store): Map<string, string[]> {
  const changed = new Map<string, string[]>();
  for (const [key, value] of after.latest) {
    const [name = '', id = ''] = key.split(':');
    const isOfEntry =
      Object.hasOwn(latestKeys, name) && latestKeys[name as keyof LatestValues].of === 'entry';
    if (isOfEntry && before.latest.get(key) !== value) changed.set(name, [...(changed.get(name) ?? []), id]);
  }
  return changed;
}

/** A computer, and what is known there. */
export class Member extends Computer {
  known: ReadonlySet<Deed> = new Set();
  readonly versions: Version[] = [];
  /** What a person looked at, perhaps a while ago. */
  seen: Entry | null = null;
  /** What is shown: worked out with each change out of what was shown before. */
  shown: View = emptyView;
  readonly log: Log;

  constructor(number: number, log: Log) {
    super(number);
    this.log = log;
  }

  get version(): Version {
    return { store: this.store, known: this.known };
  }

  /** The ids of all that are known to be one with an entry. */
  ids(id: string): readonly string[] {
    return oneWith(this.known, id);
  }

  /** What a person has before them: what there is, or what they looked at a while ago. */
  looked(id: string, pick: number): Entry | null {
    const isOld = pick % 2 > 0 && this.seen !== null && this.ids(id).includes(this.seen.id);
    return isOld ? this.seen : this.entry(id);
  }

  /** Those of them that are there by themselves: what is said of the whole is to be said of each. */
  parts(id: string): readonly string[] {
    const alive = standing(this.known).filter(({ kind }) => ['account', 'set', 'otp'].includes(kind));
    return this.ids(id).filter((one) => alive.some(({ entries }) => entries.includes(one)));
  }

  /** The entries of which something is said that nobody took back. */
  saidOf(which: (deed: Deed) => boolean): readonly string[] {
    return standing(this.known)
      .filter(which)
      .flatMap(({ entries }) => entries);
  }

  /** What is known that was said of an entry. */
  said(id: string, which: (deed: Deed) => boolean): Set<Deed> {
    const ids = this.ids(id);
    return new Set(
      [...this.known].filter((deed) => deed.entries.some((one) => ids.includes(one)) && which(deed)),
    );
  }

  /** Does something, and notes what was said by it, and what that took the place of. */
  does(how: () => void): void {
    const before = this.store;
    how();
    const goes = (deed: Deed): boolean => this.store.gone.has(deed.fact) && !before.gone.has(deed.fact);
    for (const [id, fact] of this.store.facts) {
      if (before.facts.has(id)) continue;
      const told = toldBy(id, fact);
      // A list that is written anew has all that the older one had.
      const isOlder = (deed: Deed): boolean =>
        told.kind === 'set' && deed.kind === 'set' && deed.codes.every((code) => told.codes?.includes(code));
      this.did({ ...told, undoes: new Set([...this.known].filter((deed) => isOlder(deed) && goes(deed))) });
    }
    for (const [name, entries] of valuesChanged(before, this.store)) {
      const [id = ''] = entries;
      const { value } = this.store.latest.get(`${name}:${id}`) ?? {};
      this.did({ kind: name, entries, text: JSON.stringify(value) });
    }
  }

  did(done: Done): void {
    const deed = deedOf(done, this.known);
    this.log.deeds.push(deed);
    this.known = new Set([...this.known, deed]);
  }

  undid(undoes: ReadonlySet<Deed>): void {
    this.did({ kind: 'undone', undoes });
  }
}
