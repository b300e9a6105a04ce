import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  applyPatch,
  isWhole,
  type NumberedSnapshot,
  type SnapshotPatch,
  SnapshotPatches,
  snapshotPatch,
} from '#contract/snapshot-patches';
import { newsText } from '#contract/wire';
import { dice, type Roll } from '../core/state/mutations';
import { anAccount, aSet, aSnapshot } from '../window/fake-backend';

const labels = ['Work', 'Home', 'Bank'];
const ids = Array.from(
  { length: 6 },
  (_, place) => `7d8b4a51-3a2c-4f0e-9a55-${String(place).padStart(12, '0')}`,
);

/** Some of the ids in some order, each with one of few labels: much stays as it was from one to the next. */
function someRows(roll: Roll): { id: string; label: string }[] {
  const chosen = ids.filter(() => roll(4) > 0);
  const turned = roll(3) === 0 ? chosen.reverse() : chosen;
  return turned.map((id) => ({ id, label: labels[roll(8)] ?? 'Work' }));
}

const aNumbered = (number: number, roll: Roll): NumberedSnapshot => ({
  ...aSnapshot({
    theme: roll(2) === 0 ? 'dark' : 'light',
    accounts: roll(9) === 0 ? [] : someRows(roll).map((row) => anAccount(row)),
    handKept: roll(9) === 0 ? [] : someRows(roll).map((row) => ({ ...row, recovery: aSet(['unused']) })),
  }),
  number,
});

/** Snapshots one after the other, and the patch to each but the first, as it crosses. */
function aStory(seed: number) {
  const roll = dice(seed);
  const snapshots = Array.from({ length: 12 }, (_, number) => aNumbered(number, roll));
  const [first = aNumbered(0, roll), ...others] = snapshots;
  const patches = new SnapshotPatches(first);
  const told = others.map((one) => v.parse(snapshotPatch, JSON.parse(newsText(patches.next(one)))));
  return { first, others, told };
}

const seeds = Array.from({ length: 200 }, (_, seed) => seed + 1);

describe('patches, one after the other', () => {
  it('give the same snapshots as were announced', () => {
    for (const seed of seeds) {
      const { first, others, told } = aStory(seed);
      let known: NumberedSnapshot | null = first;
      told.forEach((patch, place) => {
        known = known && applyPatch(known, patch);
        expect(known, `seed ${seed}, patch ${place}`).toEqual(others[place]);
      });
    }
  });

  it('leave a row that did not change the same object, and a list in which none did the same list', () => {
    for (const seed of seeds) {
      const { first, told } = aStory(seed);
      let known = first;
      for (const patch of told) {
        const before = known;
        known = applyPatch(before, patch) ?? before;
        const changed = new Set(patch.accounts.changed.map(({ id }) => id));
        for (const row of known.accounts) {
          if (!changed.has(row.id)) expect(before.accounts).toContain(row);
        }
        if (patch.accounts.order === null && changed.size === 0) expect(known.accounts).toBe(before.accounts);
      }
    }
  });

  it('tell no row that is as it was', () => {
    const [one, two] = [anAccount({ id: ids[0] ?? '' }), anAccount({ id: ids[1] ?? '' })];
    const before = { ...aSnapshot({ accounts: [one, two] }), number: 1 };
    const patches = new SnapshotPatches(before);
    const renamed = { ...two, label: 'Renamed' };
    const { accounts, handKept } = patches.next({ ...before, accounts: [one, renamed], number: 2 });
    expect(accounts).toEqual({ order: null, changed: [renamed] });
    expect(handKept).toEqual({ order: [], changed: [] });
  });
});

describe('a patch that was lost', () => {
  it('is noticed by the next one, unless that says everything', () => {
    let noticed = 0;
    for (const seed of seeds) {
      const { first, others, told } = aStory(seed);
      const lost = seed % (told.length - 1);
      let known = first;
      for (const patch of told.slice(0, lost)) known = applyPatch(known, patch) ?? known;
      const next = told[lost + 1] as SnapshotPatch;
      const put = applyPatch(known, next);
      expect(put).toEqual(isWhole(next) ? others[lost + 1] : null);
      noticed += put ? 0 : 1;
    }
    expect(noticed).toBeGreaterThan(seeds.length / 2);
  });

  it('never holds up a lock', () => {
    const patches = new SnapshotPatches({ ...aSnapshot({ accounts: [anAccount()] }), number: 1 });
    const locked = { ...aSnapshot(), number: 3 };
    patches.next({ ...aSnapshot({ accounts: [anAccount({ label: 'Lost' })] }), number: 2 });
    const known = { ...aSnapshot({ accounts: [anAccount()] }), number: 1 };
    expect(applyPatch(known, patches.next(locked))).toEqual(locked);
    expect(applyPatch(known, patches.next({ ...locked, number: 4 }))).toEqual({ ...locked, number: 4 });
  });
});
