import { expect, test } from 'vitest';
import type { RestoreRefusal } from '#contract/backups';
import { backupsWords } from '#words/backup/backups';
import { refusalsWords } from '#words/backup/refusals';
import { refusedByReason } from '../../../../src-renderer/parts/restore/refused-files';

const refusedInWords = (refused: readonly RestoreRefusal[]): string[] =>
  refusedByReason(refused).map(({ why, named, more }) =>
    refusalsWords.refused[why](refusalsWords.files(named, more)),
  );

test('what was opened', () => {
  expect(refusalsWords.opened('kit.age', null)).toBe('kit.age, which does not say when it was made.');
  expect(refusalsWords.openedSeveral(2, 'a.age', 'Jan 2, 2026')).toMatch(
    /^The newest backups of 2 computers, put together\. The last of them is a\.age, made .*2026/,
  );
});

test('what was not taken from, by its reason', () => {
  expect(
    refusedInWords([
      { file: 'a.age', why: 'damaged' },
      { file: 'b.age', why: 'away' },
      { file: 'c.age', why: 'damaged' },
    ]),
  ).toEqual([
    'Did not open, and perhaps damaged: a.age and c.age.',
    expect.stringMatching(/^Empty on this computer, .*: b\.age\.$/),
  ]);
  const many = Array.from({ length: 9 }, (_, place) => ({ file: `${place}`, why: 'other-key' as const }));
  expect(refusedInWords(many)[0]).toMatch(/: 0, 1, 2, 3, 4, 5, and 3 more\.$/);
});

test('where a fault is', () => {
  const fault = { label: 'Bank', entry: 2, set: 1, code: 3, authenticator: null, what: 'state' as const };
  expect(refusalsWords.fault(fault)).toBe('Bank, set 1, code 3: its state is none that Latchkey knows.');
  expect(refusalsWords.fault({ ...fault, label: '', set: null, code: null, what: 'label' })).toMatch(
    /^Entry 2: its label/,
  );
  expect(
    refusalsWords.fault({ ...fault, set: null, code: null, authenticator: 2, what: 'authenticator' }),
  ).toBe('Bank, authenticator 2: it is no otpauth link of at most 2,048 characters.');
  expect(refusalsWords.faults(1)).toMatch(/^1 part of it is not understood/);
  expect(refusalsWords.faults(2)).toMatch(/^2 parts of it are not understood/);
});

test('what was not looked into, and what a folder holds', () => {
  expect(refusalsWords.unopened(1)).toMatch(/^1 more file of this folder was /);
  expect(refusalsWords.unopened(7)).toMatch(/^7 more files of this folder were /);
  expect(backupsWords.holds.unread(2)).toMatch(/^2 backups in this folder were not written/);
  expect(backupsWords.holds.more(1, 3)).toContain('1 entry that is not on this computer, with 3 codes');
  expect(backupsWords.holds.more(2, 0)).toContain('2 entries that are not on this computer.');
});
