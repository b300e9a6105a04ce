import { describe, expect, it } from 'vitest';
import { parseDocument, writeDocument } from '../../../../../src-main/core/backup/content/document';
import { prove } from '../../../../../src-main/core/backup/content/prove';
import {
  type BackedUp,
  type BackupDocument,
  entryRecord,
  type Kept,
} from '../../../../../src-main/core/records/backed-up';
import { codeSetRecord } from '../../../../../src-main/core/records/code-set';
import { recoveryCodeRecord } from '../../../../../src-main/core/records/recovery-code';
import { aCode, anAccount, aSet } from './documents';

const work = anAccount(1, [
  aSet(['aaaa-1111', aCode('aaaa-2222', { state: 'used', at: 5, note: 'phone' })], { fetchedAt: 7_000 }),
  aSet(['oooo-1111', 'aaaa-1111'], { name: 'OL-DER', replacedAt: 6_000 }),
]);
const mail = anAccount(2, [aSet(['mmmm-1111'])], { serviceUrl: null });
const practice = anAccount(3, [], { label: 'Practice', serviceUrl: null });
const held: readonly Kept[] = [{ ...work, tokenPrefix: 'Bearer' }, practice, mail];

/** A backup of all of it, as it is read again. */
const written = (change: (text: string) => string = (text) => text): BackupDocument => {
  const read = parseDocument(change(writeDocument({ madeAt: 9_000, computer: null, accounts: held })));
  if (read.kind !== 'good') throw new Error(read.kind);
  return read.value;
};
const proven = (there: BackupDocument) =>
  prove(there, held).map(({ label, kind, differing }) => [label, kind, ...differing]);
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
    expect(prove(withOther({ sets }), held)[0]).toMatchObject({
      ...{ kind: 'differs', codesOnlyThere: 0, codesOnlyHere: 0, codesChanged: 1 },
      differing: ['state'],
    });
    const fewer = current ? [{ ...current, codes: current.codes.slice(1) }] : [];
    expect(prove(withOther({ sets: fewer }), held)[0]).toMatchObject({
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

/** An entry of which everything is said that can be said. */
const whole = anAccount(
  4,
  [
    aSet([aCode('wwww-1111', { state: 'used', at: 5, note: 'phone' })], { id: 'AAAAAAAAAAAAAAA1' }),
    aSet(['wwww-2222'], { id: 'AAAAAAAAAAAAAAA2', replacedAt: 8_000 }),
  ],
  {
    user: 'ada',
    note: 'the old phone',
    tags: ['work'],
    pinned: true,
    archived: { at: 7_000, reason: 'moved' },
    inDoubt: true,
    tokenPrefix: 'Bearer',
    authenticators: ['otpauth://totp/Work:ada?secret=JBSWY3DPEHPK3PXP'],
  },
);

describe('a writer that leaves out a field', () => {
  /** What is proven of that entry after something was left out of the file. */
  const differingWithout = (name: string, ofSet = false) => {
    const isSet = (value: unknown): boolean =>
      typeof value === 'object' && value !== null && 'codes' in value;
    const text = writeDocument({ madeAt: 9_000, computer: null, accounts: [whole] });
    const without = JSON.stringify(
      JSON.parse(text, function (this: unknown, key, value: unknown) {
        return key === name && (!ofSet || isSet(this)) ? undefined : value;
      }),
    );
    const read = parseDocument(without);
    if (read.kind !== 'good') throw new Error(read.kind);
    return prove(read.value, [whole]).flatMap((row) => row.differing);
  };

  it('leaves out nothing of an entry', () => {
    expect(differingWithout('nothing')).toEqual([]);
  });

  it.each([...new Set(fields)])('is found out: %s', (name) => {
    expect(differingWithout(name)).toContain(name);
  });

  it('is found out, too, where a set or a code has a field of the same name', () => {
    expect(differingWithout('id', true), 'files of the first schema name no sets').toEqual([]);
    expect(differingWithout('note')).toEqual(['entryNote', 'note']);
  });

  it.each(['label', 'sets', 'codes', 'code'])('makes a file that is damaged: %s', (name) => {
    const text = writeDocument({ madeAt: 9_000, computer: null, accounts: held });
    const without = JSON.stringify(
      JSON.parse(text, (key, value: unknown) => (key === name ? undefined : value)),
    );
    expect(parseDocument(without).kind).toBe('damaged');
  });
});
