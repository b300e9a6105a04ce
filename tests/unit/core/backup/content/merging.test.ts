import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import type { CodeState } from '#contract/snapshot';
import type { BackedUp } from '../../../../../src-main/core/records/backed-up';
import type { Kept } from '../../../../../src-main/core/records/backed-up';
import { merge } from '../../../../../src-main/core/backup/content/merge';
import { FakeRandom } from '../../../../fakes/fake-random';
import { dice } from '../../state/mutations';
import { aCode, anAccount, aSet, codesIn, someAccounts } from './documents';

const mergeAll = (there: readonly BackedUp[], here: readonly Kept[]): Kept[] => [
  ...merge(there, here, [...there.keys()], new FakeRandom()).accounts,
];
/** One account here and there, with these sets. */
const mergeSets = (there: BackedUp['sets'], here: BackedUp['sets']): BackedUp['sets'] =>
  mergeAll([anAccount(1, there)], [anAccount(1, here)])[0]?.sets ?? [];
const weight: Record<CodeState, number> = { unused: 0, 'perhaps-used': 1, gone: 2, used: 3 };

describe('merging, whatever is merged', () => {
  const roll = dice(20_261_123);
  const rounds = Array.from({ length: 150 }, () => [
    someAccounts(roll, 'shared'),
    someAccounts(roll, 'shared'),
    someAccounts(roll, 'shared'),
  ]);

  it('twice is the same as once', () => {
    for (const [there = [], here = []] of rounds) {
      const once = mergeAll(there, here);
      expect(mergeAll(there, once)).toEqual(once);
    }
  });

  it('loses no code and invents none', () => {
    for (const [there = [], here = []] of rounds) {
      const all = [...codesIn(there).keys(), ...codesIn(here).keys()];
      expect(new Set(codesIn(mergeAll(there, here)).keys())).toEqual(new Set(all));
    }
  });

  it('leaves no code less used than either side knew it', () => {
    for (const [there = [], here = []] of rounds) {
      const merged = codesIn(mergeAll(there, here));
      const lessUsed = [...codesIn(there).values(), ...codesIn(here).values()].filter(
        ({ code, state }) => weight[merged.get(code)?.state ?? 'unused'] < weight[state],
      );
      expect(lessUsed).toEqual([]);
    }
  });

  it('into nothing gives the file back, but for names that were empty', () => {
    for (const [there = []] of rounds) {
      const merged = mergeAll(there, []);
      expect(merged).toEqual(
        there.map((one, index) => ({
          ...one,
          sets: one.sets.map((set, place) => ({
            ...set,
            name: set.name === '' ? merged[index]?.sets[place]?.name : set.name,
          })),
        })),
      );
      for (const { sets } of merged) for (const { name } of sets) expect(name).not.toBe('');
    }
  });

  it('knows the same of all codes in either order', () => {
    for (const [one = [], other = [], here = []] of rounds) {
      const [forth, back] = [mergeAll(other, mergeAll(one, here)), mergeAll(one, mergeAll(other, here))];
      const states = (accounts: Kept[]) =>
        new Map([...codesIn(accounts)].map(([code, { state }]) => [code, state]));
      expect(states(forth)).toEqual(states(back));
    }
  });

  it('puts one current set before the others, which follow newest first', () => {
    for (const [there = [], here = []] of rounds) {
      for (const { sets } of mergeAll(there, here)) {
        const [current, ...others] = sets;
        if (current?.replacedAt !== null) expect(others.filter((set) => set.replacedAt === null)).toEqual([]);
        const dates = others.map(({ replacedAt, fetchedAt }) => replacedAt ?? fetchedAt);
        expect(dates).toEqual([...dates].sort((one, other) => other - one));
        expect(others.filter(({ codes }) => codes.length === 0)).toEqual([]);
      }
    }
  });
});

describe('a ledger of a file', () => {
  const here = [
    anAccount(1, [aSet(['aaaa-1111'])]),
    anAccount(2, [aSet(['bbbb-1111', 'bbbb-2222'])]),
    anAccount(3, [aSet(['dddd-1111'])], { label: 'Bank', serviceUrl: null }),
  ];
  const idOf = (one: BackedUp): string | null => merge([one], here, [0], new FakeRandom()).ids[0] ?? null;

  it('belongs to the one here with its id, whatever its codes are', () => {
    expect(idOf(anAccount(1, [aSet(['bbbb-1111'])]))).toBe(here[0]?.id);
  });

  it('else belongs to the one at its service that shares a code with it', () => {
    const sets = [aSet(['xxxx-1111', 'bbbb-2222'])];
    const { serviceUrl = null } = here[1] ?? {};
    expect(idOf(anAccount(9, sets, { label: 'Bank', serviceUrl }))).toBe(here[1]?.id);
    expect(idOf(anAccount(9, sets, { label: 'Account 2', serviceUrl: null }))).toBe(anAccount(9, []).id);
  });

  it('where neither has a service, belongs to the one of its name that shares a code with it', () => {
    const sets = [aSet(['xxxx-1111', 'dddd-1111'])];
    expect(idOf(anAccount(9, sets, { label: 'Bank', serviceUrl: null }))).toBe(here[2]?.id);
    expect(idOf(anAccount(9, sets, { label: 'Shop', serviceUrl: null }))).toBe(anAccount(9, []).id);
  });

  it('else belongs to the one of its name at its service, where no codes can be mixed up', () => {
    const fresh = anAccount(4, []);
    const { ids } = merge(
      [anAccount(9, [aSet(['xxxx-1111'])], { ...fresh, id: anAccount(9, []).id })],
      [fresh],
      [0],
      new FakeRandom(),
    );
    expect(ids).toEqual([fresh.id]);
    expect(idOf(anAccount(9, [], { label: 'Bank', serviceUrl: null }))).toBe(here[2]?.id);
    expect(idOf(anAccount(9, [], { label: 'Bank' }))).toBe(anAccount(9, []).id);
    expect(idOf({ ...anAccount(9, []), id: null, label: 'Account 1' })).not.toBe(here[0]?.id);
  });

  it('keeps the label, the service and the id of what is here', () => {
    const { serviceUrl = null } = here[0] ?? {};
    const there = anAccount(9, [aSet(['aaaa-1111', 'aaaa-2222'])], { label: 'Other', serviceUrl });
    expect(mergeAll([there], here)).toEqual([
      { ...here[0], sets: [aSet(['aaaa-1111', 'aaaa-2222'])] },
      ...here.slice(1),
    ]);
  });

  it('is not taken where nobody asked for it', () => {
    const there = [anAccount(8, [aSet(['xxxx-1111'])]), anAccount(9, [aSet(['yyyy-1111'])])];
    const { accounts, ids } = merge(there, here, [1], new FakeRandom());
    expect(accounts).toEqual([...here, there[1]]);
    expect(ids).toEqual([there[1]?.id]);
  });

  it('gets an id of its own where it has none, or where another has it', () => {
    const there = [anAccount(9, [aSet(['xxxx-1111'])]), anAccount(9, [aSet(['yyyy-1111'])])];
    const nameless = { ...anAccount(9, [aSet(['zzzz-1111'])]), id: null };
    const merged = mergeAll([...there, nameless], here);
    expect(new Set(merged.map(({ id }) => id)).size).toBe(6);
    expect(mergeAll([...there, nameless], merged)).toEqual(merged);
  });

  it('stays out where there is no room for one more', () => {
    const many = Array.from({ length: limits.ledgers }, (_, place) => anAccount(100 + place, []));
    const { accounts, ids } = merge([anAccount(1, [aSet(['aaaa-1111'])])], many, [0], new FakeRandom());
    expect([accounts.length, ids]).toEqual([limits.ledgers, [null]]);
  });
});

describe('a code that both sides know', () => {
  const both = (there: object, here: object) =>
    mergeSets([aSet([aCode('aaaa-1111', there)])], [aSet([aCode('aaaa-1111', here)])])[0]?.codes[0];

  it.each([
    ['unused', 'perhaps-used'],
    ['perhaps-used', 'gone'],
    ['gone', 'used'],
    ['unused', 'used'],
  ] as const)('is %s on one side and %s on the other: the latter counts, with its time', (less, more) => {
    const [one, other] = [
      { state: less, at: 1 },
      { state: more, at: 2 },
    ];
    expect(both(one, other)).toMatchObject(other);
    expect(both(other, one)).toMatchObject(other);
  });

  it('has the earlier time where both agree, and any rather than none', () => {
    for (const at of [2, null]) {
      expect(both({ state: 'used', at: 1 }, { state: 'used', at })).toMatchObject({ at: 1 });
      expect(both({ state: 'used', at }, { state: 'used', at: 1 })).toMatchObject({ at: 1 });
    }
  });

  it.each([
    ['', '', ''],
    ['phone', '', 'phone'],
    ['', 'desk', 'desk'],
    ['phone', 'phone', 'phone'],
    ['phone', 'desk', 'desk; phone'],
    ['phone', 'desk; phone', 'desk; phone'],
    ['desk; phone', 'desk', 'desk; phone'],
    ['phone', 'x'.repeat(limits.note), `phone; ${'x'.repeat(limits.note)}`],
  ])('has the note %j there and %j here: %j', (there, here, note) => {
    expect(both({ note: there }, { note: here })?.note).toBe(note);
  });

  it('takes what is known of it along into another set', () => {
    const there = [
      aSet(['new-1111']),
      aSet([aCode('old-1111', { state: 'used', at: 5 })], { replacedAt: 6 }),
    ];
    expect(
      codesIn([anAccount(1, mergeSets(there, [aSet(['old-1111', 'new-1111'])]))]).get('old-1111'),
    ).toEqual(aCode('old-1111', { state: 'used', at: 5 }));
  });
});

describe('a set that the file alone knows', () => {
  const mine = aSet(['aaaa-1111'], { fetchedAt: 1_000 });
  const older = aSet(['oooo-1111'], { name: 'OL-DER', fetchedAt: 10, replacedAt: 500 });

  it('takes the place of the current one when it is newer, though nobody says that it replaced it', () => {
    const newer = aSet(['bbbb-1111'], { name: 'NE-WER', fetchedAt: 2_000 });
    expect(mergeSets([newer], [mine, older])).toEqual([newer, mine, older]);
  });

  it('stands among the others when it is not, newest first', () => {
    const past = aSet(['bbbb-1111'], { name: 'PA-STX', fetchedAt: 900 });
    const oldest = aSet(['cccc-1111'], { name: 'OL-DES', fetchedAt: 1, replacedAt: 100 });
    expect(mergeSets([past, oldest], [mine, older])).toEqual([mine, past, older, oldest]);
  });

  it('is the same one when it has the same name and no codes in common', () => {
    expect(mergeSets([aSet(['bbbb-1111'])], [mine])).toEqual([aSet(['aaaa-1111', 'bbbb-1111'])]);
  });

  it('is left out when it holds no codes', () => {
    expect(mergeSets([aSet([], { name: 'NE-WER', fetchedAt: 2_000 })], [mine])).toEqual([mine]);
  });

  it('takes the place of one without codes for good', () => {
    expect(mergeSets([aSet(['bbbb-1111'], { name: 'NE-WER', fetchedAt: 2_000 })], [aSet([])])).toHaveLength(
      1,
    );
  });
});

it('has room for all codes of a set, however many they become', () => {
  const texts = (from: number) => Array.from({ length: 700 }, (_, index) => `code-${from + index}`);
  const merged = mergeSets([aSet(texts(400))], [aSet(texts(0))]);
  expect(merged.map(({ codes }) => codes.length)).toEqual([1_100]);
  expect(mergeSets([aSet(texts(400))], merged)).toEqual(merged);
});
