import { describe, expect, it } from 'vitest';
import { compareCodes } from '../../../../../src-main/core/backup/content/compare';
import type { BackedUp } from '../../../../../src-main/core/records/backed-up';
import { merge } from '../../../../../src-main/core/backup/content/merge';
import { FakeRandom } from '../../../../fakes/fake-random';
import { dice } from '../../state/mutations';
import { aCode, anAccount, aSet, codesIn, someAccounts } from './documents';

const rows = compareCodes;
const row = (there: BackedUp, here: BackedUp) => rows([there], [here])[0];
const none = { codesOnlyThere: 0, codesOnlyHere: 0, codesChanged: 0, brings: [] };

describe('comparing a file with what is here', () => {
  const one = anAccount(1, [
    aSet(['aaaa-1111', aCode('aaaa-2222', { state: 'used', at: 5 })]),
    aSet(['old-1111'], { replacedAt: 9 }),
  ]);

  it('finds no difference in the same', () => {
    expect(row(one, one)).toEqual({
      label: 'Account 1',
      serviceUrl: 'https://service1.test/v1',
      setName: 'K7-4QD',
      kind: 'same',
      codes: 2,
      left: 1,
      ...none,
    });
  });

  it('makes nothing of when a set was fetched, or since when a code is used', () => {
    const later = anAccount(1, [
      aSet(['aaaa-1111', aCode('aaaa-2222', { state: 'used', at: 6 })], { fetchedAt: 7_000 }),
      aSet(['old-1111'], { replacedAt: 10 }),
    ]);
    expect(row(one, later)).toMatchObject({ kind: 'same', ...none });
  });

  it('counts codes of all sets that only one side has', () => {
    const other = anAccount(1, [aSet(['aaaa-1111', 'bbbb-1111', 'bbbb-2222', 'bbbb-3333'])]);
    expect(row(one, other)).toMatchObject({
      ...{ kind: 'differs', codes: 2, left: 1 },
      ...{ codesOnlyThere: 2, codesOnlyHere: 3, codesChanged: 0 },
    });
  });

  it.each([
    ['in another state', aSet([aCode('aaaa-1111', { state: 'gone' }), 'bbbb-1111'])],
    ['with another note', aSet([aCode('aaaa-1111', { note: 'x' }), 'bbbb-1111'])],
  ])('counts a code %s', (_what, set) => {
    expect(row(anAccount(1, [set]), anAccount(1, [aSet(['aaaa-1111', 'bbbb-1111'])]))).toMatchObject({
      kind: 'differs',
      ...none,
      codesChanged: 1,
    });
  });

  it('counts codes that are current on one side and replaced on the other', () => {
    const replaced = anAccount(1, [aSet(['cccc-1111']), aSet(['aaaa-1111', 'aaaa-2222'], { replacedAt: 9 })]);
    expect(row(anAccount(1, [aSet(['aaaa-1111', 'aaaa-2222'])]), replaced)).toMatchObject({
      kind: 'differs',
      codesOnlyHere: 1,
      codesChanged: 2,
    });
  });

  it.each<[string, Partial<BackedUp>]>([
    ['label', { label: 'Other' }],
    ['service', { serviceUrl: 'https://other.test' }],
    ['service, here kept by hand', { serviceUrl: null }],
    ['prefix before its token', { tokenPrefix: 'Bearer' }],
  ])('makes nothing of another %s, for what is here stays', (_what, differs) => {
    expect(row({ ...one, ...differs }, one)).toMatchObject({ kind: 'same', ...none });
  });

  it('makes nothing of the id that another computer gave it', () => {
    expect(row({ ...one, id: anAccount(2, []).id }, one)).toMatchObject({ kind: 'same' });
  });

  it('calls accounts without codes the same', () => {
    expect(row(anAccount(1, []), anAccount(1, []))).toMatchObject({ kind: 'same', setName: '', codes: 0 });
  });

  it('gives the file’s ledgers in their order, then those that are only here', () => {
    const there = [anAccount(3, [aSet(['cccc-1111'])]), one];
    const here = [anAccount(4, [aSet(['dddd-1111', 'dddd-2222'])]), one, anAccount(5, [])];
    expect(rows(there, here).map(({ label, kind }) => [label, kind])).toEqual([
      ['Account 3', 'only-there'],
      ['Account 1', 'same'],
      ['Account 4', 'only-here'],
      ['Account 5', 'only-here'],
    ]);
    expect(rows(there, here)[0]).toMatchObject({ ...none, codesOnlyThere: 1 });
    expect(rows(there, here)[2]).toMatchObject({ ...none, codesOnlyHere: 2, codes: 2, left: 2 });
  });

  it('agrees with merging: nothing of the file is only there when it was merged', () => {
    const roll = dice(7);
    for (let round = 0; round < 100; round += 1) {
      const [there, here] = [someAccounts(roll), someAccounts(roll)];
      const before = rows(there, here);
      const counted = before.reduce((sum, { codesOnlyThere }) => sum + codesOnlyThere, 0);
      const known = codesIn(here);
      expect(counted).toBe([...codesIn(there).keys()].filter((code) => !known.has(code)).length);
      const { accounts } = merge(there, here, [...there.keys()], new FakeRandom());
      const after = rows(there, accounts).slice(0, there.length);
      expect(after.filter(({ kind }) => kind === 'only-there')).toEqual([]);
      expect(after.filter(({ codesOnlyThere }) => codesOnlyThere > 0)).toEqual([]);
    }
  });
});
