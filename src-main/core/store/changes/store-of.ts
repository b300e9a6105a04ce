import type { Kept } from '../../records/backed-up';
import type { CodeSet } from '../../records/code-set';
import type { Ledger } from '../../records/ledger-record';
import { factIdOf } from '../facts/fact-id';
import type { Bodies } from '../kinds/kinds';
import { keyOf, type LatestValues } from '../kinds/latest-keys';
import { emptyStore, type Store } from '../facts/store';
import { connected } from '../view/set-groups';
import { textsOf } from './wanted-sets';
import { StoreDraft } from '../facts/store-draft';
import { lastTime, nobody } from '../facts/tick';

/** An account as it stood in the settings before there was a store; null as its address is none. */
export interface OldAccount extends Pick<Kept, 'id' | 'label' | 'serviceUrl' | 'tokenPrefix'> {
  readonly inDoubt: boolean;
}

/**
 * The store of what an older Latchkey kept. Ids and ticks follow from the content, so that one vault that is taken over
 * twice, or by two computers that restored one backup, makes the same facts.
 *
 * @param accounts in their order, without practice accounts and those that are in memory alone
 */
export function storeOf(accounts: readonly OldAccount[], ledgers: readonly Ledger[]): Store {
  const old = new OldFacts();
  accounts.forEach(({ id, label, serviceUrl, tokenPrefix, inDoubt }) => {
    old.fact(id, ['account'], { kind: 'account' }, old.next());
    old.latest('label', id, label);
    old.latest('url', id, serviceUrl);
    old.latest('prefix', id, tokenPrefix);
    if (inDoubt) old.fact(id, ['doubt'], { kind: 'doubt', at: 0 }, 0);
  });
  const named = new Set(accounts.map(({ id }) => id));
  for (const { id, label, sets } of ledgers) {
    if (!named.has(id)) old.latest('label', id, label);
    takeSets(old, id, sets);
  }
  return old.done();
}

function takeSets(old: OldFacts, of: string, sets: readonly CodeSet[]): void {
  const isLeftOut = leftOutOf(sets);
  let time = 0;
  // The oldest first: each is listed after those behind it, whatever the clock said. The facts keep the lists in order.
  for (const { name, fetchedAt, replacedAt, codes } of sets.toReversed()) {
    time = Math.max(time + 1, Math.min(fetchedAt, lastTime / 2));
    const texts = codes.map(({ code }) => code);
    const set = old.fact(of, ['set', texts], { kind: 'set', codes: texts, name, source: 'file' }, old.next());
    old.latest('listed', set, fetchedAt, time);
    if (replacedAt !== null) old.latest('replaced', set, replacedAt, time + 1);
    for (const { code, state, at, note } of codes) {
      if (isLeftOut(code)) {
        const gone = replacedAt ?? fetchedAt;
        old.fact(of, ['state', code, 'gone', gone], { kind: 'state', code, state: 'gone', at: gone }, 0);
      }
      if (state !== 'unused') old.fact(of, ['state', code, state, at], { kind: 'state', code, state, at }, 0);
      if (note !== '') old.fact(of, ['note', code, note], { kind: 'note', code, text: note }, 0);
    }
  }
}

/**
 * Sets that share a code are one from now on: what only the older of them had is not among the codes that hold.
 *
 * @param sets the current one first
 */
function leftOutOf(sets: readonly CodeSet[]): (code: string) => boolean {
  const left = connected(sets, textsOf).flatMap(([newest, ...older]) => {
    const holds = new Set(newest ? textsOf(newest) : []);
    return older.flatMap(textsOf).filter((code) => !holds.has(code));
  });
  const all = new Set(left);
  return (code) => all.has(code);
}

class OldFacts {
  readonly #draft = new StoreDraft(emptyStore);
  #count = 0;

  /** The time of what comes next in the order of then. */
  next(): number {
    this.#count += 1;
    return this.#count;
  }

  fact(of: string, content: readonly unknown[], body: Bodies[keyof Bodies], time: number): string {
    const id = factIdOf([of, ...content]);
    this.#draft.fact(id, { of, tick: [time, nobody], body: { ...body } });
    return id;
  }

  /** A value of then never takes the place of one that was said since. */
  latest<Name extends keyof LatestValues>(name: Name, id: string, value: LatestValues[Name], time = 0): void {
    this.#draft.latest(keyOf(name, id), { value, tick: [time, nobody] });
  }

  done(): Store {
    return this.#draft.done();
  }
}
