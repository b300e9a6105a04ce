import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import {
  documentSchema,
  parseDocument,
  writeDocument,
} from '../../../../../src-main/core/backup/content/document';
import { readDocument } from '../../../../../src-main/core/backup/content/read-document';
import {
  type BackedUp,
  type BackupDocument,
  undescribed,
} from '../../../../../src-main/core/records/backed-up';
import { anAccount } from './documents';

const vector = (name: string): string =>
  readFileSync(path.resolve(import.meta.dirname, '../../../../vectors', name), 'utf8');
const good = (text: string): BackupDocument => {
  const read = parseDocument(text);
  if (read.kind !== 'good') throw new Error(read.kind);
  return read.value;
};
const blanks = Object.keys(undescribed);

describe('the files of schema 2', () => {
  it('are the newest there are: a new schema needs its vectors here', () => {
    expect(documentSchema).toBe(2);
  });

  it('are read with everything in them, and written as they were', () => {
    const text = vector('backup-2.json');
    const [work, bank] = good(text).accounts;
    expect(work).toMatchObject({
      user: 'ada@example.com',
      note: 'the old phone; the new phone',
      tags: ['work', 'Größe 🔑'],
      pinned: true,
      archived: null,
      inDoubt: true,
      authenticators: [
        'otpauth://totp/Work:ada@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Work',
        'otpauth://hotp/Work:ada?secret=GEZDGNBVGY3TQOJQ&counter=7',
      ],
      sets: [{ id: 'q8X2-pB_f0L1aZ9k' }, { id: 'T3yV5wRu7nM0cD4e' }],
    });
    expect(bank).toMatchObject({
      ...undescribed,
      archived: { at: Date.parse('2026-11-01T12:00:00Z'), reason: 'closed' },
    });
    expect(JSON.parse(writeDocument(good(text)))).toEqual(JSON.parse(text));
    const { accounts } = good(text);
    expect(readDocument(text)).toMatchObject({ kind: 'good', value: { accounts }, faults: [] });
  });

  it('say nothing of what nobody said', () => {
    const text = writeDocument({ madeAt: 1, computer: null, accounts: [anAccount(1, [])] });
    for (const field of blanks) expect(text).not.toContain(`"${field}"`);
    expect(good(text).accounts).toEqual([anAccount(1, [])]);
  });

  it('are read, too, when a person wrote the least of them, and what is no link is named', () => {
    const read = readDocument(vector('backup-2-by-hand.json'));
    expect(read).toMatchObject({
      kind: 'good',
      value: {
        accounts: [
          { authenticators: ['otpauth://totp/Bank?secret=JBSWY3DPEHPK3PXP'], sets: [{ codes: [{}] }] },
          { label: 'Mail', archived: { at: 0, reason: '' } },
        ],
      },
    });
    expect(read.kind === 'good' && read.faults).toEqual([
      { label: 'Bank', entry: 1, set: null, code: null, authenticator: 2, what: 'authenticator' },
    ]);
  });

  it.each(['backup-1.json', 'backup-1-by-hand.json'])('say the same as those of schema 1: %s', (name) => {
    const text = vector(name);
    expect(good(text)).toEqual(good(text.replace('"schema": 1', '"schema": 2')));
    for (const one of good(text).accounts) expect(one).toMatchObject(undescribed);
    expect(good(writeDocument(good(text)))).toEqual(good(text));
  });

  it('are newer than this version from schema 3 on', () => {
    const text = vector('backup-2.json').replace('"schema": 2', '"schema": 3');
    expect([parseDocument(text).kind, readDocument(text).kind]).toEqual(['newer', 'newer']);
  });
});

describe('what is wrong of an account beside its codes', () => {
  const read = (written: object) =>
    readDocument(
      JSON.stringify({
        format: 'latchkey-backup',
        schema: 2,
        accounts: [{ label: 'Bank', sets: [{ codes: [{ code: 'abcd' }] }], ...written }],
      }),
    );
  const link = (length: number): string => 'otpauth://totp/a?secret='.padEnd(length, 'A');

  it.each<[keyof BackedUp, unknown]>([
    ['user', 7],
    ['user', 'x'.repeat(limits.words + 1)],
    ['note', ['text']],
    ['tags', 'work'],
    ['tags', ['x'.repeat(limits.tag + 1)]],
    ['pinned', 'yes'],
    ['archived', 'yes'],
    ['archived', { at: 'yesterday' }],
    ['inDoubt', 1],
    ['authenticators', link(40)],
  ])('is left out and named, and the account stands: %s', (what, value) => {
    expect(read({ [what]: value })).toMatchObject({
      kind: 'good',
      value: { accounts: [{ label: 'Bank', ...undescribed, sets: [{ codes: [{ code: 'abcd' }] }] }] },
      faults: [{ label: 'Bank', entry: 1, set: null, code: null, authenticator: null, what }],
    });
  });

  it.each<[string, unknown]>([
    ['a number', 7],
    ['another scheme', 'https://totp/a?secret=AAAA'],
    ['the scheme alone', 'otpauth://'],
    ['an export of many', 'otpauth-migration://offline?data=AAAA'],
    ['two lines', 'otpauth://totp/a?secret=AA\nAA'],
    ['too long', link(limits.otpauth + 1)],
  ])('is left out of its authenticators alone where one is %s', (_what, one) => {
    const longest = link(limits.otpauth);
    const found = read({ authenticators: [one, longest, 'OTPAUTH://totp/b?secret=AAAA', longest] });
    expect(found).toMatchObject({
      value: { accounts: [{ authenticators: [longest, 'OTPAUTH://totp/b?secret=AAAA'] }] },
      faults: [{ authenticator: 1, what: 'authenticator' }],
    });
    expect(JSON.stringify(found.kind === 'good' && found.faults)).not.toContain('secret');
  });

  it('keeps no set from being read where its id is none', () => {
    const found = read({ sets: [{ id: 'short', codes: [{ code: 'abcd' }] }] });
    expect(found).toMatchObject({ value: { accounts: [{ sets: [{ codes: [{}] }] }] }, faults: [] });
    expect(found.kind === 'good' && found.value.accounts[0]?.sets[0]?.id).toBeUndefined();
  });

  it.each(['tags', 'authenticators'] as const)('is too much, counted before it is looked at: %s', (name) => {
    const most = { tags: limits.tagsInFile, authenticators: limits.authenticatorsInFile }[name];
    const many = (count: number): unknown[] => Array.from({ length: count }, () => 0);
    expect(read({ [name]: many(most + 1) }).kind).toBe('too-full');
    expect(read({ [name]: many(most) }).kind).toBe('good');
  });
});
