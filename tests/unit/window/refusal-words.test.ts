import { expect, test } from 'vitest';
import type { RestorePreview } from '#contract/backups';
import { backupsWords } from '../../../src-main/words/backups';
import { remarksOnFilesWords as words } from '../../../src-main/words/remarks-on-files';
import { refusedFiles, sourcesOf } from '../../../src-renderer/parts/restore/refused-files';

const preview: RestorePreview = {
  madeAt: null,
  file: 'kit.age',
  sources: [{ file: 'kit.age', madeAt: null }],
  ledgers: [],
  refused: [],
  unopened: 0,
  faults: [],
  faultCount: 0,
};

test('what was opened', () => {
  expect(sourcesOf(preview)).toBe('kit.age, which does not say when it was made.');
  const source = { file: 'a.age', madeAt: Date.UTC(2026, 0, 2) };
  expect(sourcesOf({ ...preview, ...source, sources: [source, source] })).toMatch(
    /^The newest backups of 2 computers, put together\. The last of them is a\.age, made .*2026/,
  );
});

test('what was not taken from, by its reason', () => {
  expect(
    refusedFiles([
      { file: 'a.age', why: 'damaged' },
      { file: 'b.age', why: 'away' },
      { file: 'c.age', why: 'damaged' },
    ]),
  ).toEqual([
    'Did not open, and perhaps damaged: a.age, c.age.',
    expect.stringMatching(/^Empty on this computer, .*: b\.age\.$/),
  ]);
  const many = Array.from({ length: 9 }, (_, place) => ({ file: `${place}`, why: 'other-key' as const }));
  expect(refusedFiles(many)[0]).toMatch(/: 0, 1, 2, 3, 4, 5, 3 more\.$/);
});

test('where a fault is', () => {
  const fault = { label: 'Bank', entry: 2, set: 1, code: 3, what: 'state' as const };
  expect(words.fault(fault, words.what.state)).toBe(
    'Bank, set 1, code 3: its state is none that Latchkey knows.',
  );
  expect(words.fault({ ...fault, label: '', set: null, code: null }, words.what.label)).toMatch(
    /^Entry 2: its label/,
  );
  expect(words.faults(1)).toMatch(/^1 part of it is not understood/);
  expect(words.faults(2)).toMatch(/^2 parts of it are not understood/);
});

test('what was not looked into, and what a folder holds', () => {
  expect(words.unopened(1)).toMatch(/^1 more file of this folder was /);
  expect(words.unopened(7)).toMatch(/^7 more files of this folder were /);
  expect(backupsWords.holds.unread(2)).toMatch(/^2 backups in this folder were not written/);
  expect(backupsWords.holds.more(1, 3)).toContain('1 entry that is not on this computer, with 3 codes');
  expect(backupsWords.holds.more(2, 0)).toContain('2 entries that are not on this computer.');
});
