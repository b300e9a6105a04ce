import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { raiseCounter, setCounter } from '../../../../src-main/core/store/changes/counter-changes';
import { join } from '../../../../src-main/core/store/facts/join';
import { emptyStore, type Store } from '../../../../src-main/core/store/facts/store';
import { readStore } from '../../../../src-main/core/store/facts/written-store';
import { lastTime } from '../../../../src-main/core/store/facts/tick';
import { runs } from './runs';

const id = 'AAAAAAAAAAAAAAA0';
const raised = (store: Store): Store => join(store, raiseCounter(store, id).news);
const set = (store: Store, count: number): Store => join(store, setCounter(store, id, count));
const at = (store: Store): readonly number[] => store.counters.get(id) ?? [0, 0];

/** A counter that a file of another computer has. */
function storeAt(turn: number, count: number): Store {
  const store = readStore({ facts: {}, gone: [], latest: {}, counters: { [id]: [turn, count] } });
  if (!store) throw new Error('the counter is not read');
  return store;
}

describe('a counter', () => {
  it('gives each count once, from zero', () => {
    const once = raised(emptyStore);
    expect([raiseCounter(emptyStore, id).count, raiseCounter(once, id).count]).toEqual([0, 1]);
    expect(at(raised(once))).toEqual([0, 2]);
  });

  it('has the count of the code in what is written before the code is shown', () => {
    const { count, news } = raiseCounter(emptyStore, id);
    expect(raiseCounter(news, id).count).toBeGreaterThan(count);
    expect(news.facts.size + news.latest.size + news.gone.size).toBe(0);
  });

  it('is set back by hand, whatever others raised before they knew', () => {
    const here = [1, 2, 3].reduce(raised, emptyStore);
    const there = raised(raised(here));
    const back = set(here, 1);
    expect(at(join(there, back))).toEqual([1, 1]);
    expect(raiseCounter(join(back, there), id).count).toBe(1);
  });

  it('takes the larger where two set it at once', () => {
    expect(at(join(set(emptyStore, 7), set(emptyStore, 4)))).toEqual([1, 7]);
  });

  it('is never set to what could not be read again', () => {
    for (const count of [-1, 0.5, NaN, Infinity, lastTime + 1]) {
      expect(() => setCounter(emptyStore, id, count)).toThrow(RangeError);
    }
    expect(() => raiseCounter(storeAt(0, lastTime), id)).toThrow(RangeError);
    expect(() => setCounter(storeAt(lastTime, 0), id, 1)).toThrow(RangeError);
    expect(at(set(emptyStore, lastTime))).toEqual([1, lastTime]);
  });

  const step = fc.record({
    does: fc.constantFrom('raise', 'raise', 'raise', 'set', 'hear'),
    who: fc.nat(2),
    from: fc.nat(2),
    count: fc.nat(9),
  });

  it('never falls within a turn, and shows no code twice on one computer in one turn', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const stores: Store[] = [emptyStore, emptyStore, emptyStore];
        const shown = new Set<string>();
        for (const { does, who, from, count } of steps) {
          const before = stores[who] ?? emptyStore;
          const after =
            does === 'raise'
              ? raised(before)
              : does === 'set'
                ? set(before, count)
                : join(before, stores[from] ?? emptyStore);
          const [turn = 0, known = 0] = at(before);
          const [turnAfter = 0, knownAfter = 0] = at(after);
          expect(turnAfter > turn || (turnAfter === turn && knownAfter >= known)).toBe(true);
          if (does === 'raise') {
            const code = [who, turn, raiseCounter(before, id).count].join(' ');
            expect(shown.has(code)).toBe(false);
            shown.add(code);
          }
          stores[who] = after;
        }
      }),
      runs(),
    );
  });
});
