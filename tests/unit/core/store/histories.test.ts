import fc from 'fast-check';
import { expect, it } from 'vitest';
import { join } from '../../../../src-main/core/store/facts/join';
import { emptyStore, type Store } from '../../../../src-main/core/store/facts/store';
import { readStore, writeStore } from '../../../../src-main/core/store/facts/written-store';
import { entryOf, viewOf } from '../../../../src-main/core/store/view/view';
import { entryId } from './computer';
import { codesOf, History } from './history';
import { type Deed, type Step, step } from './steps';
import { runs } from './runs';
import { canon } from './written-canon';

const histories = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.array(step, { minLength: 5, maxLength: 40 }));

/** A history of some steps. */
function played(count: number, steps: readonly Step[]): History {
  const history = new History(count);
  for (const one of steps) history.play(one);
  return history;
}

/** All that was ever written, in the order in which it is read. */
const joined = (stores: readonly Store[]): Store => stores.reduce(join, emptyStore);

/** The same, as another program may have written it. */
function turned(store: Store): Store {
  const { facts, gone, latest, counters } = writeStore(store);
  const backwards = (map: object): object => Object.fromEntries(Object.entries(map).reverse());
  const json = {
    facts: backwards(facts),
    gone: gone.toReversed(),
    latest: backwards(latest),
    counters: backwards(counters),
  };
  const read = readStore(JSON.parse(JSON.stringify(json)));
  if (!read) throw new Error('what was written is not read');
  return read;
}

function all({ versions }: History): Store {
  return joined(versions.map(({ store }) => store));
}

it('joins in any order, any grouping and any number to the same', () => {
  fc.assert(
    fc.property(histories, fc.nat(), (history, seed) => {
      const stores = played(...history).versions.map(({ store }) => store);
      const at = (place: number): Store => stores[(seed * (place + 1) + place) % stores.length] ?? emptyStore;
      const [a, b, c] = [at(0), at(1), at(2)];
      expect(canon(join(a, b))).toBe(canon(join(b, a)));
      expect(canon(join(join(a, b), c))).toBe(canon(join(a, join(b, c))));
      expect(canon(join(join(a, b), a))).toBe(canon(join(a, b)));
      const [forth, back] = [joined(stores), joined(stores.toReversed())];
      expect(canon(back)).toBe(canon(forth));
      expect(viewOf(back)).toEqual(viewOf(forth));
      expect(viewOf(turned(forth))).toEqual(viewOf(forth));
      expectInOrder(forth);
      expect(canon(turned(forth))).toBe(canon(forth));
    }),
    runs(),
  );
});

/** The entries stand in the order in which their first living account or set came to be known. */
function expectInOrder(store: Store): void {
  const facts = [...store.facts].filter(([, { body }]) => body.kind === 'account' || body.kind === 'set');
  const first = viewOf(store).map(({ ids }) =>
    facts
      .filter(([, { of }]) => ids.includes(of))
      .map(([id, { tick }]) => [String(tick[0]).padStart(16, '0'), tick[1], id].join(' '))
      .sort()
      .at(0),
  );
  expect(first).toEqual(first.toSorted());
}

it('works out only what changed to the same as working out all', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { members } = played(...history);
      for (const { store } of members) expect(viewOf(turned(store))).toEqual(viewOf(store));
    }),
    runs(0.5),
  );
});

it('shows every code, state, note, name and order that nobody who had seen it took away', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { deeds, goneIds, versions } = played(...history);
      const store = joined(versions.map((version) => version.store));
      for (const id of goneIds) expect(store.facts.has(id)).toBe(false);
      for (const entry of [entryId(1), entryId(2)]) expectShown(store, entry, deeds);
      const counts = Math.max(0, ...[...store.counters].map(([, [, count]]) => count));
      expect(counts).toBe(Math.max(0, ...versions.map((version) => version.counts)));
    }),
    runs(),
  );
});

function expectShown(store: Store, id: string, deeds: readonly Deed[]): void {
  const undone = new Set(deeds.flatMap(({ undoes }) => [...undoes]));
  const of = (kind: Deed['kind']): Deed[] =>
    deeds.filter((deed) => deed.kind === kind && deed.entry === id && !undone.has(deed));
  const entry = entryOf(store, id);
  const shown = entry?.ledger.sets.flatMap((set) => set.codes) ?? [];
  const codes = shown.map(({ code }) => code).sort();
  expect(codes).toEqual([...new Set(of('set').flatMap((deed) => deed.codes))].sort());
  expect(entry?.ledger.sets.map((set) => set.codes.map(({ code }) => code).sort()).sort() ?? []).toEqual(
    together(of('set').map((deed) => deed.codes)),
  );
  const used = new Set(of('used').flatMap((deed) => deed.codes));
  const expected = codes.filter((code) => used.has(code));
  expect(
    shown
      .filter(({ state }) => state === 'used')
      .map(({ code }) => code)
      .sort(),
  ).toEqual(expected);
  for (const { code, note } of shown) {
    const texts = of('note')
      .filter((deed) => deed.codes[0] === code)
      .map(({ text }) => text);
    expect(
      note
        .split('; ')
        .filter((text) => text !== '')
        .sort(),
    ).toEqual(texts.sort());
  }
  const label = lastOf(deeds, 'label', id);
  if (entry && label) expect(entry.label).toBe(label.text);
  const listed = lastOf(deeds, 'listed', id);
  const isThere = listed?.codes.every((code) => codes.includes(code));
  if (entry && listed && isThere) {
    const [current] = entry.ledger.sets;
    expect(codesOf({ ...entry.ledger, sets: current ? [current] : [] })).toEqual(
      expect.arrayContaining([...listed.codes]),
    );
  }
}

/** Lists that share a code as one, by joining any two until none are left that do. */
function together(lists: readonly (readonly string[])[]): string[][] {
  const sets: string[][] = [];
  for (const list of lists) {
    const touched = sets.filter((set) => set.some((code) => list.includes(code)));
    for (const set of touched) sets.splice(sets.indexOf(set), 1);
    sets.push([...new Set([...touched.flat(), ...list])].sort());
  }
  return sets.sort();
}

/** The one that was done when all others were known; undefined where nobody knew all. */
function lastOf(deeds: readonly Deed[], kind: Deed['kind'], entry: string): Deed | undefined {
  const same = deeds.filter((deed) => deed.kind === kind && deed.entry === entry);
  return same.find((deed) => same.every((other) => other === deed || deed.after.has(other)));
}

it('is the same on all computers when each has heard all', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const done = played(...history);
      const whole = all(done);
      for (const member of done.members) {
        for (const { store } of done.versions.toReversed()) member.hears(store);
        expect(canon(member.store)).toBe(canon(whole));
        expect(member.view()).toEqual(viewOf(whole));
      }
    }),
    runs(0.5),
  );
});
