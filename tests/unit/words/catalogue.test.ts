import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { section, speak, type Translate } from '../../../src-main/words/catalogue';
import { listed, plural, size } from '../../../src-main/words/forms';
import { marked, pseudo } from '../../../src-main/words/pseudo';
import { strong } from '../../../src-main/words/rich';

const english: Translate = (_, words) => words;
const folder = path.resolve(import.meta.dirname, '../../../src-main/words');

afterEach(() => speak(english));

test('a section speaks the language of now, whether it was loaded before or after', () => {
  const before = section('test-before', { greeting: 'Hello' });
  speak((name, words) => ({ ...words, greeting: `Hallo, ${name}` }));
  const after = section('test-after', { greeting: 'Hello' });
  expect([before.greeting, after.greeting]).toEqual(['Hallo, test-before', 'Hallo, test-after']);
  speak(english);
  expect([before.greeting, after.greeting]).toEqual(['Hello', 'Hello']);
});

test('the pseudo-locale disguises every word but what came in as a value', () => {
  const words = section('test-pseudo', {
    plain: 'Lock',
    table: { one: 'Go' },
    made: (label: string, count: number) => `${count} of ${label}`,
    rich: (label: string) => ['For ', strong(label)],
    none: (): string | null => null,
  });
  speak(pseudo);
  expect(words.plain).toBe('⟦Ļóçķ··⟧');
  expect(words.table.one).toBe('⟦Ĝó·⟧');
  expect(words.made('Work of art', 3)).toBe('⟦3 óƒ ··Work of art⟧');
  expect(words.rich('Work')).toEqual(['⟦Ƒóŕ ·⟧', { strong: '⟦Work⟧' }]);
  expect(words.none()).toBeNull();
});

test('a language for tests leaves English between marks that nobody sees', () => {
  const words = section('test-marked', { plain: 'Lock', made: (label: string) => `For ${label}` });
  speak(marked);
  expect([words.plain, words.made('Work')]).toEqual(['\u200BLock\u00AD', '\u200BFor Work\u00AD']);
});

test('numbers, lists and sizes have the forms of the language', () => {
  const codes = (count: number): string => plural(count, { one: '# code', other: '# codes' });
  expect([0, 1, 2].map(codes)).toEqual(['0 codes', '1 code', '2 codes']);
  expect(listed(['a', 'b', 'c'])).toBe('a, b, and c');
  expect(listed(['a', 'b'], 'or')).toBe('a or b');
  expect([12, 65_536, 1_572_864].map(size)).toEqual(['12 byte', '64 kB', '1.5 MB']);
});

test('the catalogue names every section by its file', async () => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts'));
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  const sections = files.filter((_, place) => /= section\(/.test(texts[place] ?? ''));
  const named = sections.map((file) => file.slice(0, -'.ts'.length));
  expect(named.length).toBeGreaterThan(0);
  expect(
    sections.flatMap((file) => /= section\('([^']*)'/.exec(texts[files.indexOf(file)] ?? '')?.[1]),
  ).toEqual(named);
  const languages = texts[files.indexOf('languages.ts')] ?? '';
  for (const name of named) expect(languages).toContain(`from './${name}'`);
});
