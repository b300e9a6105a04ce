import { expect, test } from 'vitest';
import type { PreviewLedger } from '#contract/backups';
import { RestoreChoice } from '../../../../src-renderer/state/backups/restore-choice.svelte';

const row = (kind: PreviewLedger['kind'], differs: Partial<PreviewLedger> = {}): PreviewLedger => ({
  ...{ isOlder: false, user: '', label: 'Work', serviceUrl: null, setName: '', kind, codes: 10, left: 10 },
  ...{ codesOnlyThere: 10, codesOnlyHere: 0, codesChanged: 0, brings: [] },
  ...differs,
});
const rows = [
  row('only-there', { label: 'Bank' }),
  row('same', { codesOnlyThere: 0 }),
  row('differs', { codesOnlyThere: 3 }),
  row('only-there', { isOlder: true, codesOnlyThere: 2 }),
  row('same', { isOlder: true, codesOnlyThere: 0 }),
  row('only-here', { codesOnlyThere: 0 }),
];

test('the sum is of what is taken, and follows it', () => {
  const choice = new RestoreChoice(rows);
  expect([[...choice.taken].sort(), choice.sum]).toEqual([[0, 2], { lists: 2, codes: 13 }]);
  choice.toggle(0);
  expect(choice.sum).toEqual({ lists: 1, codes: 3 });
  choice.toggle(3);
  expect(choice.sum).toEqual({ lists: 2, codes: 5 });
});

test('all and none stand for all that brings something', () => {
  const choice = new RestoreChoice(rows);
  choice.take(choice.takeable, false);
  expect(choice.sum).toEqual({ lists: 0, codes: 0 });
  choice.take(choice.takeable, true);
  expect([...choice.taken].sort()).toEqual([0, 2, 3]);
});

test('a group is taken by itself, and counted', () => {
  const choice = new RestoreChoice(rows);
  const { fresh } = choice.groups;
  choice.take(fresh, false);
  expect([choice.countOf(fresh), [...choice.taken]]).toEqual([0, [2]]);
});

test('what is new is folded where it is more than is seen at a glance', () => {
  const few = new RestoreChoice(rows);
  expect([few.isOpen(few.groups.fresh), few.isOpen(few.groups.same), few.isSearchable]).toEqual([
    true,
    false,
    false,
  ]);
  const many = new RestoreChoice(Array.from({ length: 2_000 }, () => row('only-there')));
  const { fresh } = many.groups;
  expect([many.isOpen(fresh), many.isSearchable, many.sum]).toEqual([
    false,
    true,
    { lists: 2_000, codes: 20_000 },
  ]);
  many.fold(fresh, false);
  expect(many.isOpen(fresh)).toBe(true);
  many.fold(fresh, true);
  expect(many.isOpen(fresh)).toBe(false);
});

test('a search finds by label and leaves what is taken', () => {
  const choice = new RestoreChoice(rows);
  choice.search = 'ban';
  expect([
    choice.isFound(row('same', { label: 'x', user: 'ana@bank.example' })),
    choice.isFound(row('same')),
  ]).toEqual([true, false]);
  expect([choice.isSearching, choice.found, choice.sum.lists]).toEqual([true, 1, 2]);
});
