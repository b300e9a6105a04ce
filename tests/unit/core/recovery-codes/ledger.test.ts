import { nextCode } from '#contract/codes-left';
import { describe, expect, it } from 'vitest';
import {
  beginSet,
  changeCode,
  codesLeft,
  emptyLedger,
  joinSets,
  nameSet,
  takeIn,
} from '../../../../src-main/core/recovery-codes/ledger';
import type { Ledger } from '../../../../src-main/core/records/ledger-record';
import type { RecoveryCode } from '../../../../src-main/core/records/recovery-code';
import { systemRandom } from '../../../../src-main/edge/program/clock-and-random';
import { FakeRandom } from '../../../fakes/fake-random';

const random = new FakeRandom();
const nothing = emptyLedger('an id', 'Work');
const taken = (...codes: string[]): Ledger => takeIn(nothing, codes, 1_000, random);
const setOf = (ledger: Ledger, place = 0) => {
  const set = ledger.sets[place];
  if (!set) throw new Error(`there is no set ${place}`);
  return set;
};
/** Each code with its state and since when, such as `a: gone at 2000`. */
const told = (ledger: Ledger, place = 0): string[] =>
  setOf(ledger, place).codes.map(
    ({ code, state, at }) => `${code}: ${state}${at === null ? '' : ` at ${at}`}`,
  );
const mark =
  (state: RecoveryCode['state'], at: number | null = 1_500) =>
  (one: RecoveryCode): RecoveryCode => ({ ...one, state, at, note: 'mine' });

describe('taking in a list', () => {
  it('makes the first set, each code once and unused', () => {
    const ledger = taken('a', 'b', 'a');
    expect(told(ledger)).toEqual(['a: unused', 'b: unused']);
    expect(setOf(ledger)).toMatchObject({ fetchedAt: 1_000, replacedAt: null });
    expect(ledger).toMatchObject({ id: 'an id', label: 'Work' });
  });

  it('of the same codes, in any order, moves the date alone', () => {
    const before = taken('a', 'b');
    expect(takeIn(before, ['b', 'a', 'b'], 2_000, random)).toEqual({
      ...before,
      sets: [{ ...setOf(before), fetchedAt: 2_000 }],
    });
  });

  it('marks what is no longer listed as gone, and keeps its note', () => {
    const before = changeCode(taken('a', 'b', 'c'), 1, mark('perhaps-used'));
    const after = takeIn(before, ['c'], 2_000, random);
    expect(told(after)).toEqual(['a: gone at 2000', 'b: gone at 2000', 'c: unused']);
    expect(setOf(after).codes[1]?.note).toBe('mine');
    expect(told(takeIn(after, ['c'], 3_000, random)), 'since the first time').toEqual(told(after));
  });

  it('makes what is listed again unused again', () => {
    const gone = takeIn(taken('a', 'b'), ['b'], 2_000, random);
    expect(told(takeIn(gone, ['a', 'b'], 3_000, random))).toEqual(['a: unused', 'b: unused']);
  });

  it('believes the person about what was used, listed or not', () => {
    const used = changeCode(taken('a', 'b'), 0, mark('used'));
    expect(told(takeIn(used, ['a', 'b'], 2_000, random))).toEqual(['a: used at 1500', 'b: unused']);
    expect(told(takeIn(used, ['b'], 2_000, random))).toEqual(['a: used at 1500', 'b: unused']);
  });

  it('leaves a code that was copied as perhaps used while it is listed', () => {
    const copied = changeCode(taken('a', 'b'), 0, mark('perhaps-used'));
    expect(told(takeIn(copied, ['a', 'b'], 2_000, random))).toEqual(['a: perhaps-used at 1500', 'b: unused']);
  });

  it('puts new codes of an overlapping list behind the known ones', () => {
    const ledger = takeIn(taken('a', 'b'), ['c', 'b', 'c'], 2_000, random);
    expect(told(ledger)).toEqual(['a: gone at 2000', 'b: unused', 'c: unused']);
    expect(ledger.sets).toHaveLength(1);
  });

  it('that shares nothing begins a new set, and keeps the old one as it was', () => {
    const before = changeCode(taken('a', 'b'), 0, mark('used'));
    const after = takeIn(before, ['c', 'd'], 2_000, random);
    expect(told(after)).toEqual(['c: unused', 'd: unused']);
    expect(setOf(after, 1)).toEqual({ ...setOf(before), replacedAt: 2_000 });
    expect(setOf(after).name).not.toBe(setOf(before).name);
  });

  it('that is empty means that all are gone, not that they were replaced', () => {
    const ledger = takeIn(taken('a'), [], 2_000, random);
    expect(told(ledger)).toEqual(['a: gone at 2000']);
    expect(told(takeIn(nothing, [], 2_000, random))).toEqual([]);
  });

  it('that shares codes with a replaced set makes that one current again, with what is known of it', () => {
    const used = changeCode(taken('a', 'b'), 0, mark('used'));
    const replaced = beginSet(used, ['c'], 2_000, random);
    const after = takeIn(replaced, ['a', 'b', 'd'], 3_000, random);
    expect(told(after)).toEqual(['a: used at 1500', 'b: unused', 'd: unused']);
    expect(setOf(after)).toMatchObject({ name: setOf(used).name, fetchedAt: 3_000, replacedAt: null });
    expect(after.sets.slice(1)).toEqual([{ ...setOf(replaced), replacedAt: 3_000 }]);
  });

  it('after an empty one leaves no empty set behind', () => {
    const ledger = takeIn(taken(), ['a'], 2_000, random);
    expect(ledger.sets).toHaveLength(1);
    expect(told(ledger)).toEqual(['a: unused']);
  });
});

describe('beginning a set', () => {
  it('replaces even a set of the same codes, and keeps the date of the first replacement', () => {
    const ledger = beginSet(beginSet(taken('a'), ['a', 'a'], 2_000, random), ['b'], 3_000, random);
    expect(ledger.sets.map(({ replacedAt }) => replacedAt)).toEqual([null, 3_000, 2_000]);
    expect([told(ledger), told(ledger, 1), told(ledger, 2)]).toEqual([
      ['b: unused'],
      ['a: unused'],
      ['a: unused'],
    ]);
  });
});

describe('changing a code', () => {
  it('changes that one in the current set alone', () => {
    const before = takeIn(taken('a', 'b'), ['c', 'd'], 2_000, random);
    const after = changeCode(before, 1, mark('used'));
    expect(told(after)).toEqual(['c: unused', 'd: used at 1500']);
    expect(setOf(after, 1)).toBe(setOf(before, 1));
  });

  it.each([-1, 2, 0.5, NaN, Infinity])('at %d changes nothing', (place) => {
    expect(changeCode(taken('a', 'b'), place, mark('used'))).toEqual({
      ...taken('a', 'b'),
      sets: [expect.objectContaining({ codes: setOf(taken('a', 'b')).codes })],
    });
    expect(changeCode(nothing, place, mark('used'))).toBe(nothing);
  });
});

describe('the next code', () => {
  it('is the first unused one, else the first that was only copied, else none', () => {
    let ledger = changeCode(taken('a', 'b', 'c'), 0, mark('perhaps-used'));
    expect(nextCode(setOf(ledger).codes)).toBe(1);
    ledger = changeCode(changeCode(ledger, 1, mark('used')), 2, mark('perhaps-used'));
    expect(nextCode(setOf(ledger).codes)).toBe(0);
    ledger = changeCode(ledger, 0, mark('used'));
    expect(nextCode(setOf(ledger).codes)).toBe(2);
    expect(nextCode(setOf(changeCode(ledger, 2, mark('gone'))).codes)).toBe(-1);
  });

  it('is one without a note, as long as there is one', () => {
    const noted = (one: RecoveryCode) => ({ ...one, note: 'for the phone' });
    let ledger = changeCode(changeCode(taken('a', 'b', 'c'), 0, noted), 1, noted);
    expect(nextCode(setOf(ledger).codes)).toBe(2);
    ledger = changeCode(ledger, 2, mark('used'));
    expect(nextCode(setOf(ledger).codes)).toBe(0);
    ledger = changeCode(ledger, 0, mark('perhaps-used'));
    expect(nextCode(setOf(ledger).codes)).toBe(1);
    ledger = changeCode(ledger, 1, mark('perhaps-used'));
    expect(nextCode(setOf(ledger).codes)).toBe(0);
  });

  it('can be counted on only while it is unused', () => {
    const ledger = changeCode(changeCode(taken('a', 'b', 'c'), 0, mark('perhaps-used')), 1, mark('gone'));
    expect(codesLeft(setOf(ledger))).toBe(1);
  });
});

describe('joining what is held with what is sealed', () => {
  it('keeps what is held of each set, and every other set as replaced', () => {
    const sealed = takeIn(taken('a'), ['b'], 2_000, random);
    const held = beginSet(changeCode(sealed, 0, mark('used')), ['c'], 3_000, random);
    expect(joinSets(held, sealed)).toEqual(held);
    const strange = takeIn(nothing, ['d'], 4_000, random);
    const joined = joinSets(strange, sealed);
    expect([told(joined), told(joined, 1), told(joined, 2)]).toEqual([
      ['d: unused'],
      ['b: unused'],
      ['a: unused'],
    ]);
    expect(joined.sets.map(({ replacedAt }) => replacedAt)).toEqual([null, 4_000, 2_000]);
    expect(joinSets(undefined, sealed)).toBe(sealed);
  });
});

describe('the name of a set', () => {
  it('is two and three characters that nobody mistakes, new every time', () => {
    const names = Array.from({ length: 400 }, () => nameSet(systemRandom));
    for (const name of names) expect(name).toMatch(/^[0-9A-HJKMNP-TV-Z]{2}-[0-9A-HJKMNP-TV-Z]{3}$/);
    expect(new Set(names).size).toBeGreaterThan(390);
    expect(new Set(names.join('').replaceAll('-', '')).size).toBe(32);
  });

  it('does not depend on the codes', () => {
    const first = takeIn(nothing, ['a'], 1_000, new FakeRandom());
    const second = takeIn(nothing, ['b', 'c'], 1_000, new FakeRandom());
    expect(setOf(first).name).toBe(setOf(second).name);
  });
});
