import { expect, test } from 'vitest';
import type { LedgerDifference } from '#contract/backups';
import { restoreWords } from '#words/backup/restore';
import { sheetWords } from '#words/backup/sheet';
import { differenceOf } from '../../../../src-renderer/parts/restore/difference';
import { serviceHost } from '../../../../src-renderer/state/accounts/service-host';

const differs: LedgerDifference = {
  label: 'Work',
  serviceUrl: null,
  setName: 'K7-4QD',
  kind: 'differs',
  codes: 10,
  left: 7,
  codesOnlyThere: 0,
  codesOnlyHere: 0,
  codesChanged: 0,
  brings: [],
};

test.each([
  [{ codesOnlyThere: 3, codesChanged: 2 }, '3 codes that are not here; 2 codes with another mark or note.'],
  [{ codesOnlyThere: 1, codesOnlyHere: 1 }, '1 code that is not here; 1 code that is only here, and stays.'],
  [{ codesChanged: 1 }, '1 code with another mark or note.'],
  [{ codesOnlyHere: 4 }, '4 codes that are only here, and stay.'],
  [{ kind: 'same' }, 'The same is here.'],
  [{ kind: 'only-there', codesOnlyThere: 10 }, 'Not on this computer.'],
  [{ kind: 'only-here', codesOnlyHere: 10 }, 'Not in this file.'],
] as const)('a difference in words: %o', (change, words) => {
  expect(differenceOf({ ...differs, ...change })).toBe(words);
});

test('what else a file brings in words', () => {
  expect(differenceOf({ ...differs, codesOnlyHere: 1, brings: ['note', 'authenticators'] })).toBe(
    '1 code that is only here, and stays; a note that is not here; authenticators that are not here, or are further on.',
  );
  expect(differenceOf({ ...differs, brings: ['user', 'tags'] })).toBe(
    'A user name that is not here; tags that are not here.',
  );
});

test('what is left, and where there are no codes', () => {
  expect(restoreWords.left(7, 10)).toBe('7 of 10 left');
  expect(restoreWords.left(0, 0)).toBe('No codes');
});

test.each([
  [1, 0, 'One list was restored.'],
  [3, 1, '3 lists were restored. One account came back without its token'],
  [3, 2, '3 lists were restored. 2 accounts came back without their tokens'],
])('%d lists and %d accounts that came back', (ledgers, accounts, words) => {
  expect(restoreWords.restored(ledgers, accounts)).toContain(words);
});

test('what was chosen', () => {
  const names = (['kit', 'backup', 'vault'] as const).flatMap((kind) =>
    (['passphrase', 'key'] as const).map((opensWith) => restoreWords.source[kind][opensWith]),
  );
  expect(names).toEqual([
    'A kit',
    'A kit that opens with a key',
    'Backups with their key',
    'A backup without its key file',
    'A vault with its key',
    'A vault without its key',
  ]);
});

test('a service by its host, and what a kit holds', () => {
  expect(serviceHost('https://api.example.com/v1')).toBe('api.example.com');
  expect(serviceHost(null)).toBeNull();
  expect(restoreWords.byHand).toBe('Kept by hand');
  expect(sheetWords.byHand).toBe(restoreWords.byHand);
  expect(serviceHost('nonsense')).toBe('nonsense');
  const holds = [
    { label: 'Work', setName: 'K7-4QD' },
    { label: 'Bank', setName: '' },
  ];
  expect(sheetWords.holds(holds)).toBe('It holds: Work (set K7\u20114QD) and Bank.');
});

test.each([
  [212, 2025, 'Restore 212 lists, 2,025 codes'],
  [1, 1, 'Restore 1 list, 1 code'],
  [2000, 0, 'Restore 2,000 lists'],
])('the sum of %d lists and %d codes', (lists, codes, words) => {
  expect(restoreWords.restoreSum(lists, codes)).toBe(words);
});

test('what a page leaves out', () => {
  expect(sheetWords.leftOut(1)).toContain('one more list');
  expect(sheetWords.leftOut(3)).toContain('3 more lists');
});
