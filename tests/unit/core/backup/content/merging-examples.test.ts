import { describe, expect, it } from 'vitest';
import type { BackedUp } from '../../../../../src-main/core/records/backed-up';
import type { CodeSet } from '../../../../../src-main/core/records/code-set';
import type { Kept } from '../../../../../src-main/core/records/backed-up';
import { merge } from '../../../../../src-main/core/backup/content/merge';
import { mergeSets } from '../../../../../src-main/core/backup/content/merge-sets';
import { writeDocument } from '../../../../../src-main/core/backup/content/document';
import { readDocument } from '../../../../../src-main/core/backup/content/read-document';
import { FakeRandom } from '../../../../fakes/fake-random';
import { aCode, anAccount, aSet } from './documents';

const join = (there: readonly CodeSet[], here: readonly CodeSet[]): CodeSet[] =>
  mergeSets(there, here, new FakeRandom());
const mergeAll = (there: readonly BackedUp[], here: readonly Kept[]): readonly Kept[] =>
  merge(there, here, [...there.keys()], new FakeRandom()).accounts;
const textsOf = (sets: readonly CodeSet[]): string[][] =>
  sets.map(({ codes }) => codes.map(({ code }) => code).sort());

describe('which set is the current one', () => {
  const here = [
    aSet(['xxxx-1111'], { name: 'XX-XXX', fetchedAt: 2_000 }),
    aSet(['yyyy-1111'], { name: 'YY-YYY', fetchedAt: 1_000, replacedAt: 2_000 }),
  ];
  const listedLater = [aSet(['yyyy-1111'], { name: 'YY-YYY', fetchedAt: 9_000 })];

  it('is the one that replaced the other here, although the file listed that one later, in both directions', () => {
    for (const sets of [join(listedLater, here), join(here, listedLater)]) {
      expect(textsOf(sets)).toEqual([['xxxx-1111'], ['yyyy-1111']]);
      expect(sets.map(({ replacedAt }) => replacedAt)).toEqual([null, 2_000]);
    }
  });

  it('is the one listed last where neither side knows, and a file that knows settles it', () => {
    const [one, other] = [
      [aSet(['aaaa-1111'], { name: 'AA-AAA', fetchedAt: 3_000 })],
      [aSet(['bbbb-1111'], { name: 'BB-BBB', fetchedAt: 2_000 })],
    ];
    expect(textsOf(join(one, other))).toEqual([['aaaa-1111'], ['bbbb-1111']]);
    expect(join(other, one)).toEqual(join(one, other));
    const knows = [
      aSet(['bbbb-1111'], { name: 'BB-BBB', fetchedAt: 1_000 }),
      aSet(['aaaa-1111'], { name: 'AA-AAA', fetchedAt: 500, replacedAt: 1_000 }),
    ];
    expect(textsOf(join(knows, join(one, other)))).toEqual([['bbbb-1111'], ['aaaa-1111']]);
  });

  it('and whether anybody says so goes through a backup, too', () => {
    const sets = join([aSet(['aaaa-1111'], { name: 'AA-AAA', fetchedAt: 3_000 })], here);
    expect(sets.map(({ replacedAt }) => replacedAt)).toEqual([null, null, 2_000]);
    const text = writeDocument({ madeAt: 1, computer: null, accounts: [anAccount(1, sets)] });
    expect(readDocument(text)).toMatchObject({ value: { accounts: [{ sets }] } });
  });

  it('is the one listed last where each side calls the other’s replaced', () => {
    const back = [
      aSet(['yyyy-1111'], { name: 'YY-YYY', fetchedAt: 9_000 }),
      aSet(['xxxx-1111'], { name: 'XX-XXX', fetchedAt: 2_000, replacedAt: 9_000 }),
    ];
    expect(textsOf(join(back, here))).toEqual([['yyyy-1111'], ['xxxx-1111']]);
    expect(join(back, here)).toEqual(join(here, back));
  });

  it('is the same on both sides where the dates are the same, too', () => {
    const [one, other] = [[aSet(['aaaa-1111'], { name: '' })], [aSet(['bbbb-1111'], { name: 'BB-BBB' })]];
    expect(textsOf(join(one, other))).toEqual(textsOf(join(other, one)));
  });
});

it('a code that both used has one date, and its set one name, on both sides', () => {
  const a = [aSet([aCode('dddd-1111', { state: 'used', at: 1 })], { name: 'AA-AAA' })];
  const b = [aSet([aCode('dddd-1111', { state: 'used', at: 2 })], { name: 'BB-BBB' })];
  expect(join(a, b)).toEqual(join(b, a));
  expect(join(a, b)).toEqual(a);
});

it('sets that a third one joins are one set, in whatever order they come', () => {
  const h = [aSet(['dddd-1111'], { name: 'HH-HHH' })];
  const a = [aSet(['aaaa-1111'], { name: 'AA-AAA' })];
  const b = [aSet(['aaaa-1111', 'cccc-1111', 'dddd-1111'], { name: 'BB-BBB' })];
  for (const [first, second, third] of [
    [h, a, b],
    [h, b, a],
    [a, h, b],
    [a, b, h],
    [b, h, a],
    [b, a, h],
  ]) {
    const sets = join(third ?? [], join(second ?? [], first ?? []));
    expect(textsOf(sets)).toEqual([['aaaa-1111', 'cccc-1111', 'dddd-1111']]);
    expect(sets).toMatchObject([{ name: 'AA-AAA', replacedAt: null }]);
  }
});

describe('what is not surely the same stays side by side', () => {
  const list = (number: number, label: string, codes: readonly string[]): Kept =>
    anAccount(number, [aSet(codes)], { label, serviceUrl: null });

  it('two sites that share the text of a code stay two', () => {
    const here = [list(1, 'GitHub', ['11111111', '22222222'])];
    const there = [list(2, 'Mail', ['11111111', '33333333'])];
    expect(mergeAll(there, here)).toEqual([...here, ...there]);
    expect(mergeAll(here, there)).toEqual([...there, ...here]);
  });

  it('two lists that are called Mail and share nothing stay two, and neither is replaced', () => {
    const [here, there] = [[list(1, 'Mail', ['aaaa-1111'])], [list(2, 'Mail', ['bbbb-1111'])]];
    expect(mergeAll(there, here)).toEqual([...here, ...there]);
  });

  it('two accounts of one name at one service that share nothing stay two', () => {
    const at = { label: 'Work', serviceUrl: 'https://a.test' };
    const here = [anAccount(1, [aSet(['aaaa-1111'])], at)];
    const there = [anAccount(2, [aSet(['bbbb-1111'])], at)];
    expect(mergeAll(there, here)).toEqual([...here, ...there]);
  });
});

it('both of two long notes are there, on both sides', () => {
  const [mine, theirs] = ['m'.repeat(120), 't'.repeat(120)];
  const here = [aSet([aCode('aaaa-1111', { note: mine })])];
  const there = [aSet([aCode('aaaa-1111', { note: theirs })])];
  const note = `${mine}; ${theirs}`;
  expect(join(there, here)).toMatchObject([{ codes: [{ note }] }]);
  expect(join(here, there)).toMatchObject([{ codes: [{ note }] }]);
});

it('a list that was pasted again over itself is one set, and what it left out is gone', () => {
  const pasted = [
    aSet(['bbbb-1111', 'dddd-1111'], { name: 'NE-WER', fetchedAt: 2_000 }),
    aSet([aCode('aaaa-1111'), aCode('bbbb-1111', { state: 'used', at: 7 })], { replacedAt: 2_000 }),
  ];
  const older = [aSet(['aaaa-1111', 'bbbb-1111'])];
  const codes = [
    aCode('bbbb-1111', { state: 'used', at: 7 }),
    aCode('dddd-1111'),
    aCode('aaaa-1111', { state: 'gone', at: 2_000 }),
  ];
  expect(join(older, pasted)).toMatchObject([{ replacedAt: null, codes }]);
});
