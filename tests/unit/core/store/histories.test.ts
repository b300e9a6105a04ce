import fc from 'fast-check';
import { expect, it } from 'vitest';
import { join } from '../../../../src-main/core/store/facts/join';
import { emptyStore, type Store } from '../../../../src-main/core/store/facts/store';
import { readStore, writeStore } from '../../../../src-main/core/store/facts/written-store';
import { viewOf } from '../../../../src-main/core/store/view/view';
import { expectShown } from './history/expect-shown';
import { History } from './history/history';
import { plot } from './history/steps';
import { runs } from './runs';
import { canon } from './written-canon';

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
    fc.property(plot, fc.nat(), (plot, seed) => {
      const stores = new History(plot).versions.map(({ store }) => store);
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

/** The entries stand in the order in which their first living account, set or authenticator came to be known. */
function expectInOrder(store: Store): void {
  const facts = [...store.facts].filter(([, { body }]) => ['account', 'set', 'otp'].includes(body.kind));
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
    fc.property(plot, (plot) => {
      const { members } = new History(plot);
      for (const { store } of members) expect(viewOf(turned(store))).toEqual(viewOf(store));
    }),
    runs(0.5),
  );
});

it('shows all that was said of entries, codes and authenticators and that nobody who had seen it took away', () => {
  fc.assert(
    fc.property(plot, (plot) => {
      const { deeds, goneIds, versions } = new History(plot);
      const store = joined(versions.map((version) => version.store));
      for (const id of goneIds) expect(store.facts.has(id)).toBe(false);
      expectShown(store, deeds);
    }),
    runs(1.5),
  );
});

it('is the same on all computers when each has heard all', () => {
  fc.assert(
    fc.property(plot, (plot) => {
      const done = new History(plot);
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
