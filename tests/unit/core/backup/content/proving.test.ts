import { describe, expect, it } from 'vitest';
import {
  documentOf,
  parseDocument,
  writeDocument,
} from '../../../../../src-main/core/backup/content/document';
import { prove } from '../../../../../src-main/core/backup/content/prove';
import type { AccountBasics } from '../../../../../src-main/core/accounts/new-account';
import {
  type BackedUp,
  type BackupDocument,
  entryRecord,
} from '../../../../../src-main/core/records/backed-up';
import { codeSetRecord } from '../../../../../src-main/core/records/code-set';
import type { Ledger } from '../../../../../src-main/core/records/ledger-record';
import { recoveryCodeRecord } from '../../../../../src-main/core/records/recovery-code';
import { aCode, anAccount, aSet } from './documents';

const work = anAccount(1, [
  aSet(['aaaa-1111', aCode('aaaa-2222', { state: 'used', at: 5, note: 'phone' })], { fetchedAt: 7_000 }),
  aSet(['oooo-1111', 'aaaa-1111'], { name: 'OL-DER', replacedAt: 6_000 }),
]);
const mail = anAccount(2, [aSet(['mmmm-1111'])], { serviceUrl: null });
const account: AccountBasics = {
  id: work.id,
  label: work.label,
  kind: 'own',
  serviceUrl: work.serviceUrl ?? '',
  tokenPrefix: 'Bearer',
};
const practice: AccountBasics = { ...account, id: anAccount(3, []).id, label: 'Practice', kind: 'practice' };
const accounts = [account, practice];
const ledgers: Ledger[] = [work, mail].map(({ id, label, sets }) => ({ id, label, sets }));

/** A backup of all of it, as it is read again. */
const written = (change: (text: string) => string = (text) => text): BackupDocument => {
  const read = parseDocument(change(writeDocument(documentOf(accounts, ledgers, 9_000, null))));
  if (read.kind !== 'good') throw new Error(read.kind);
  return read.value;
};
const proven = (there: BackupDocument) =>
  prove(there, accounts, ledgers).map(({ label, kind, differing }) => [label, kind, ...differing]);
/** A backup of which the first entry is another. */
const withOther = (differs: Partial<BackedUp>): BackupDocument => {
  const { accounts: entries, ...rest } = written();
  return { ...rest, accounts: entries.map((one, place) => (place === 0 ? { ...one, ...differs } : one)) };
};

describe('proving a backup', () => {
  it('finds all of it there', () => {
    expect(proven(written())).toEqual([
      ['Account 1', 'same'],
      ['Practice', 'same'],
      ['Account 2', 'same'],
    ]);
  });

  it.each<[string, Partial<BackedUp>]>([
    ['label', { label: 'Other' }],
    ['serviceUrl', { serviceUrl: 'https://other.test' }],
    ['serviceUrl', { serviceUrl: null }],
    ['tokenPrefix', { tokenPrefix: '' }],
    ['sets', { sets: work.sets.toReversed().map((set, place) => ({ ...set, replacedAt: place || null })) }],
  ])('tells another %s: %o', (name, differs) => {
    expect(proven(withOther(differs))[0]).toEqual(expect.arrayContaining(['differs', name]));
  });

  it('tells another id, as of an entry that was removed and added anew', () => {
    expect(proven(withOther({ id: anAccount(9, []).id }))[0]).toEqual(['Account 1', 'differs', 'id']);
  });

  it('tells what is known of a code in each set that it stands in', () => {
    const [current, older] = work.sets;
    const codes = older?.codes.map((one) => ({ ...one, note: 'x' })) ?? [];
    const sets = current && older ? [current, { ...older, codes }] : [];
    expect(proven(withOther({ sets }))[0]).toEqual(['Account 1', 'differs', 'note']);
  });

  it('counts codes as ever, and says no time where the state says it', () => {
    const [current, older] = work.sets;
    const codes = [aCode('aaaa-1111', { state: 'gone', at: 3 }), ...(current?.codes.slice(1) ?? [])];
    const sets = current && older ? [{ ...current, codes }, older] : [];
    expect(prove(withOther({ sets }), accounts, ledgers)[0]).toMatchObject({
      ...{ kind: 'differs', codesOnlyThere: 0, codesOnlyHere: 0, codesChanged: 1 },
      differing: ['state'],
    });
    const fewer = current ? [{ ...current, codes: current.codes.slice(1) }] : [];
    expect(prove(withOther({ sets: fewer }), accounts, ledgers)[0]).toMatchObject({
      ...{ kind: 'differs', codesOnlyThere: 0, codesOnlyHere: 2, codesChanged: 0 },
      differing: [],
    });
  });

  it('tells what only one side has', () => {
    const { accounts: entries, ...rest } = written();
    const there = { ...rest, accounts: [...entries.slice(0, 2), anAccount(8, [])] };
    expect(proven(there).slice(2)).toEqual([
      ['Account 8', 'only-there'],
      ['Account 2', 'only-here'],
    ]);
  });
});

/** Every field that a writer could leave out without the file being damaged by it. */
const fields = [...entryRecord.names, ...codeSetRecord.names, ...recoveryCodeRecord.names].filter(
  (name) => !['sets', 'codes', 'code', 'label'].includes(name),
);

describe('a writer that leaves out a field', () => {
  it.each([...new Set(fields)])('is found out: %s', (name) => {
    const without = (text: string) =>
      JSON.stringify(JSON.parse(text, (key, value: unknown) => (key === name ? undefined : value)));
    const differing = prove(written(without), accounts, ledgers).flatMap((row) => row.differing);
    expect(differing).toContain(name);
  });

  it.each(['label', 'sets', 'codes', 'code'])('makes a file that is damaged: %s', (name) => {
    const text = writeDocument(documentOf(accounts, ledgers, 9_000, null));
    const without = JSON.stringify(
      JSON.parse(text, (key, value: unknown) => (key === name ? undefined : value)),
    );
    expect(parseDocument(without).kind).toBe('damaged');
  });
});
