import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { entryRecord } from '../../../../src-main/core/records/backed-up';
import {
  asIs,
  asTime,
  asTimeOrNothing,
  better,
  equal,
  ignored,
  optionalTime,
  ours,
  unless,
  writtenTime,
} from '../../../../src-main/core/records/fields';
import { codeSetRecord } from '../../../../src-main/core/records/code-set';
import { ledgerRecord } from '../../../../src-main/core/records/ledger-record';
import { type Field, type Fields, record } from '../../../../src-main/core/records/record';
import { recoveryCodeRecord } from '../../../../src-main/core/records/recovery-code';

interface Book {
  readonly title: string;
  readonly shelf?: number;
  readonly pages: readonly { readonly text: string }[];
}

const text: Field<string> = {
  vault: v.string(),
  document: v.string(),
  write: asIs,
  same: equal,
  merge: ours,
};
const shelf: Field<number | undefined> = {
  vault: v.optional(v.number()),
  document: v.optional(v.number(), 0),
  write: unless<number | undefined>(0),
  same: equal,
  merge: better,
};
const pageRecord = record<Book['pages'][number]>({ text });
const pages = {
  vault: v.array(pageRecord.vault),
  document: v.array(pageRecord.document),
  write: (all: Book['pages']) => all.map(pageRecord.write),
};
const bookRecord = record<Book>({ title: text, shelf, pages });
const book = (differs: Partial<Book>): Book => ({ title: 'One', shelf: 1, pages: [], ...differs });

describe('a record', () => {
  it('is written by its lines, in their order, without what reading gives back', () => {
    const one = { pages: [{ text: 'a' }], title: 'One', shelf: 0 };
    expect(JSON.stringify(bookRecord.write(one))).toBe('{"title":"One","pages":[{"text":"a"}]}');
    expect(v.parse(bookRecord.document, bookRecord.write(one))).toEqual(one);
  });

  it('is compared and merged by its lines, and by what came of its lists', () => {
    const [there, here] = [book({ title: 'Other', shelf: 2 }), book({})];
    expect(bookRecord.same(here, book({}), { pages: true })).toBe(true);
    expect(bookRecord.same(here, book({}), { pages: false })).toBe(false);
    expect(bookRecord.same(here, book({ shelf: 2 }), { pages: true })).toBe(false);
    const merged = [{ text: 'b' }];
    expect(bookRecord.merge(there, here, { pages: merged })).toEqual(book({ pages: merged }));
    expect(bookRecord.merge(there, here, { pages: [] }, there)).toEqual(book({ shelf: 2 }));
  });

  it('knows which fields are times by what they are in a document', () => {
    const visit = record<{
      name: string;
      at: number;
      until: number | null;
      count: number;
      pages: Book['pages'];
    }>({
      name: text,
      at: { vault: v.number(), document: writtenTime, write: asTime, same: equal, merge: ours },
      until: {
        vault: v.nullable(v.number()),
        document: optionalTime,
        write: asTimeOrNothing,
        same: equal,
        merge: ours,
      },
      count: { vault: v.number(), document: v.number(), write: asIs, same: equal, merge: ours },
      pages,
    });
    expect(visit.times).toEqual(['at', 'until']);
    expect(bookRecord.times).toEqual([]);
  });

  it('tells every field that differs, whatever its line says of a preview', () => {
    expect(bookRecord.differing(book({ title: 'Other', shelf: 2 }), book({}))).toEqual(['title', 'shelf']);
    const untold = record<Book>({ title: text, shelf: { ...shelf, same: ignored }, pages });
    expect(untold.same(book({ shelf: 2 }), book({}), { pages: true })).toBe(true);
    expect(untold.differing(book({ shelf: 2 }), book({}))).toEqual(['shelf']);
    expect(untold.differing(book({ pages: [{ text: 'a' }] }), book({}))).toEqual([]);
  });

  it('tells a field that its writer leaves out', () => {
    const faulty = record<Book>({
      title: text,
      shelf: { ...shelf, same: ignored, write: () => undefined },
      pages,
    });
    const read = v.parse(faulty.document, JSON.parse(JSON.stringify(faulty.write(book({ shelf: 7 })))));
    expect(faulty.differing(Object.assign(book({}), read), book({ shelf: 7 }))).toEqual(['shelf']);
  });

  it('takes its own out of more', () => {
    const more = { ...book({}), token: 'secret' };
    expect(bookRecord.pick(more)).toEqual(book({}));
  });
});

it('counts every number of a ledger as a time, so that each finds room in a backup', () => {
  const code = { code: 'AAAA-BBBB', state: 'used', at: 1, note: '' } as const;
  const set = { name: 'K7-4QD', fetchedAt: 2, replacedAt: 3, codes: [code] };
  const numbersOf = (one: object): string[] =>
    Object.entries(one).flatMap(([key, value]) => (typeof value === 'number' ? [key] : []));
  expect(recoveryCodeRecord.times).toEqual(numbersOf(code));
  expect(codeSetRecord.times).toEqual(numbersOf(set));
  expect(ledgerRecord.times).toEqual([]);
});

it('has every line of a ledger in backups', () => {
  expect(entryRecord.names).toEqual(expect.arrayContaining([...ledgerRecord.names]));
});

/** These hold by the compiler (tsc -p tsconfig.json): each line that expects an error fails where there is none. */
describe('what is forgotten does not compile', () => {
  const { write, same, merge, ...reads } = text;
  const { vault, document } = reads;

  it('a field without a line', () => {
    const one = { title: text, pages };
    // @ts-expect-error `shelf` has no line, although a book may be without one
    const lines: Fields<Book> = one;
    expect(lines).toBe(one);
  });

  it('a line that says too little', () => {
    // @ts-expect-error it is never written into a document
    const unwritten: Field<string> = { vault, document, same, merge };
    // @ts-expect-error nobody compares it
    const uncompared: Field<string> = { vault, document, write, merge };
    // @ts-expect-error merging loses it
    const unmerged: Field<string> = { vault, document, write, same };
    // @ts-expect-error it is not read out of the vault
    const notInVault: Field<string> = { document, write, same, merge };
    // @ts-expect-error it is not read out of a document
    const notInDocument: Field<string> = { vault, write, same, merge };
    const all = [unwritten, uncompared, unmerged, notInVault, notInDocument];
    expect(all.map((line) => Object.keys(line).length)).toEqual([4, 4, 4, 4, 4]);
  });

  it('a list without its writer', () => {
    const one = { title: text, shelf, pages: { vault: pages.vault, document: pages.document } };
    // @ts-expect-error `pages` is not written
    const lines: Fields<Book> = one;
    expect(lines).toBe(one);
  });

  it('a list of which nobody says what came of it', () => {
    const here = book({});
    // @ts-expect-error whether the pages are the same is not said
    expect(() => bookRecord.same(here, here, {})).toThrow(TypeError);
    // @ts-expect-error what becomes of the pages is not said
    expect(() => bookRecord.merge(here, here, {})).toThrow(TypeError);
  });
});
