import { expect, test } from 'vitest';
import type { Snapshot } from '#contract/snapshot';
import { type NumberedSnapshot, SnapshotPatches } from '#contract/snapshot-patches';
import { SnapshotFeed } from '../../../src-renderer/state/snapshot-feed';
import { aSnapshot, anAccount, held } from './fake-backend';

const labeled = (label: string): Snapshot => aSnapshot({ accounts: [anAccount({ label })] });
const locked = aSnapshot({ lock: { ...aSnapshot().lock, locked: true } });

/** A window that is told of what main announces, as far as it gets there. */
function aFeed(ask: () => Promise<NumberedSnapshot> = () => Promise.reject(new Error('nobody answers'))) {
  const first = { ...labeled('1'), number: 1 };
  const patches = new SnapshotPatches(first);
  let number = 1;
  let asked = 0;
  const shown: string[] = [];
  const feed = new SnapshotFeed(
    () => {
      asked += 1;
      return ask();
    },
    first,
    ({ accounts, lock }) => shown.push(lock.locked ? 'locked' : (accounts[0]?.label ?? 'none')),
  );
  const next = (snapshot: Snapshot) => patches.next({ ...snapshot, number: (number += 1) });
  return { feed, shown, next, asked: () => asked };
}

test('every announcement is shown', () => {
  const { feed, shown, next, asked } = aFeed();
  feed.take(next(labeled('2')));
  feed.take(next(locked));
  feed.take(next(labeled('4')));
  expect([shown, asked()]).toEqual([['2', 'locked', '4'], 0]);
});

test('where one was lost, the whole is asked for, and what came meanwhile is put onto it', async () => {
  const whole = held<NumberedSnapshot>();
  const { feed, shown, next, asked } = aFeed(() => whole.promise);
  next(labeled('2'));
  feed.take(next(labeled('3')));
  feed.take(next(labeled('4')));
  feed.take(next(labeled('5')));
  expect([shown, asked()]).toEqual([[], 1]);
  whole.give({ ...labeled('4'), number: 4 });
  await expect.poll(() => shown).toEqual(['4', '5']);
  feed.take(next(labeled('6')));
  expect([shown.at(-1), asked()]).toEqual(['6', 1]);
});

test('a lock does not wait for what was asked for, and is not undone by an older answer', async () => {
  const whole = held<NumberedSnapshot>();
  const { feed, shown, next } = aFeed(() => whole.promise);
  next(labeled('2'));
  feed.take(next(labeled('3')));
  feed.take(next(locked));
  expect(shown).toEqual(['locked']);
  whole.give({ ...labeled('3'), number: 3 });
  await whole.promise;
  feed.take(next(locked));
  expect(shown).toEqual(['locked', 'locked']);
});

test('without an answer, the next announcement asks again', async () => {
  const { feed, next, asked } = aFeed();
  next(labeled('2'));
  feed.take(next(labeled('3')));
  await expect
    .poll(() => {
      feed.take(next(labeled('more')));
      return asked();
    })
    .toBeGreaterThan(1);
});
