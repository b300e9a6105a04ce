import { describe, expect, test } from 'vitest';
import { type BackupsSummary, folderHealth, type FolderSummary, type CheckedLedger } from '#contract/backups';
import { ago, checked } from '#words/ages';
import { checkWords } from '#words/backup/check';
import { healthWords } from '#words/backup/health';
import { passphraseWords } from '#words/backup/passphrase';
import { codesIn, differencesOf, holdsMore } from '../../../../src-renderer/parts/backups/differences';
import { isWeak } from '../../../../src-renderer/passphrase/strength';
import { ageOf, lastCheckOf } from '../../../../src-renderer/state/ages';
import {
  isCheckDue,
  lastCheck,
  newestCurrent,
  toneOf,
} from '../../../../src-renderer/state/backups/backup-summary';
import { shortPath } from '../../../../src-renderer/words/short-path';
import { firstId } from '../fake-backend';

const now = new Date(2026, 10, 24, 12).getTime();
const minute = 60_000;
const hour = 60 * minute;

test.each(folderHealth.options.filter((health) => health !== 'current'))('%s says what to do', (health) => {
  const { title, advice } = healthWords;
  expect(advice[health]).toMatch(/^[A-Z].*\.$/);
  expect(toneOf(health)).not.toBe('good');
  expect(folderHealth.options.filter((other) => title[other] === title[health])).toEqual([health]);
});

test.each([
  [0, 'just now'],
  [-5 * minute, 'just now'],
  [minute, '1 minute ago'],
  [59 * minute, '59 minutes ago'],
  [hour, '1 hour ago'],
  [47 * hour, '47 hours ago'],
])('%i milliseconds before now reads %s', (before, words) => {
  expect(ago(ageOf(now - before, now))).toBe(words);
});

test('after two days the day says more', () => {
  expect(ago(ageOf(now - 48 * hour, now))).toMatch(/^on .*2026/);
});

test.each([
  [null, 'never checked'],
  [now - 11 * hour, 'checked today'],
  [now - 13 * hour, 'checked yesterday'],
])('a check at %s reads %s', (at, words) => {
  expect(checked(lastCheckOf(at, now))).toBe(words);
});

describe('a path', () => {
  test('is cut in its middle when it is long', () => {
    const short = shortPath(`/media/ann/${'deep/'.repeat(20)}Latchkey`);
    expect(short).toHaveLength(44);
    expect(short).toMatch(/^\/media\/ann\/.*….*\/Latchkey$/);
  });

  test('stays whole when it fits', () => {
    expect(shortPath('/media/ann/Latchkey')).toBe('/media/ann/Latchkey');
  });
});

describe('several copies', () => {
  const copy = (change: Partial<FolderSummary>): FolderSummary => ({
    id: firstId,
    path: '/usb',
    health: 'current',
    behind: false,
    writtenAt: 1,
    checkedAt: null,
    kept: 1,
    ...change,
  });
  const summary = (...folders: FolderSummary[]): BackupsSummary => ({
    folders,
    checkDueAt: 0,
    writing: false,
    vaultGone: false,
  });

  test('the newest that is up to date counts', () => {
    const newest = copy({ writtenAt: 3 });
    const folders = summary(copy({ writtenAt: 2 }), newest, copy({ writtenAt: 4, health: 'stale' }));
    expect(newestCurrent(folders)).toEqual(newest);
    expect(newestCurrent(summary(copy({ health: 'folder-gone' })))).toBeNull();
  });

  test('a check is due from its day on, and never without a backup', () => {
    const due = { ...summary(copy({})), checkDueAt: 1_000 };
    expect([isCheckDue(due, 999), isCheckDue(due, 1_000), isCheckDue(null, 1_000)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('the last check of any counts', () => {
    expect(lastCheck(summary(copy({ checkedAt: 5 }), copy({}), copy({ checkedAt: 7 })))).toBe(7);
    expect(lastCheck(summary(copy({})))).toBeNull();
  });
});

describe('what a check found', () => {
  const ledger = (change: Partial<CheckedLedger>): CheckedLedger => ({
    label: 'Work',
    serviceUrl: null,
    setName: 'K7-4QD',
    kind: 'same',
    codes: 10,
    left: 8,
    codesOnlyThere: 0,
    codesOnlyHere: 0,
    codesChanged: 0,
    brings: [],
    differing: [],
    ...change,
  });
  const found = (...ledgers: CheckedLedger[]) => ({
    outcome: 'same' as const,
    file: 'a.age',
    madeAt: 1,
    ledgers,
    damaged: [],
  });

  test('counts the codes of all ledgers', () => {
    const told = (...ledgers: CheckedLedger[]) =>
      checkWords.same('a.age', 'today', codesIn(found(...ledgers))).at(-1);
    expect(told(ledger({}), ledger({ codes: 5 }))).toBe(' from today: all 15 codes are there.');
    expect(told(ledger({ codes: 1 }))).toBe(' from today: the one code is there.');
    expect(told()).toBe(' from today: everything is there.');
  });

  test('tells every kind of difference in numbers', () => {
    expect(differencesOf(ledger({ kind: 'only-here' }))).toEqual(['Not in the backup: 10 codes, 8 unused.']);
    expect(differencesOf(ledger({ kind: 'only-there', codes: 0, left: 0 }))).toEqual([
      'In the backup alone: no codes.',
    ]);
    const both = ledger({ kind: 'differs', codesOnlyHere: 10, codesOnlyThere: 1, codesChanged: 2 });
    expect(differencesOf(both)).toEqual([
      '10 codes are not in the backup.',
      '1 code is in the backup alone.',
      '2 codes have another mark or note there.',
    ]);
  });

  test('tells what else differs in words of its own', () => {
    const { differing: words } = checkWords;
    const names = Object.keys(words) as (keyof typeof words)[];
    expect(
      differencesOf(ledger({ kind: 'differs', differing: ['label', 'serviceUrl', 'tokenPrefix'] })),
    ).toEqual([
      'It has another name in the backup.',
      'It has another service address in the backup.',
      'Something else stands before its token in the backup.',
    ]);
    expect(new Set(differencesOf(ledger({ kind: 'differs', differing: names }))).size).toBe(names.length);
    const counted = ledger({ kind: 'differs', codesChanged: 1, differing: ['state', 'note', 'name'] });
    expect(differencesOf(counted)).toEqual(['1 code has another mark or note there.', words.name]);
  });

  test('knows when the file has something that is not here', () => {
    expect(holdsMore(found(ledger({ kind: 'differs', codesOnlyHere: 3 })))).toBe(false);
    expect(holdsMore(found(ledger({ kind: 'differs', codesOnlyThere: 1 })))).toBe(true);
    expect(holdsMore(found(ledger({ kind: 'only-there', codes: 0 })))).toBe(true);
  });
});

test('every strength has its own words, and only the weak ones a warning', () => {
  const scores = [0, 1, 2, 3, 4] as const;
  expect(new Set(scores.map((score) => passphraseWords.strengths[score])).size).toBe(5);
  expect(scores.filter(isWeak)).toEqual([0, 1, 2]);
});
