import path from 'node:path';
import { expect, test } from 'vitest';
import { chosenParts } from '../../../scripts/testing/chosen-parts.mjs';

const reports = '/tmp/reports';
const namesFor = (...args: string[]): string[] => chosenParts(args, reports).map(({ name }) => name);
const types = [
  'types of scripts and tests',
  'types of the window',
  'types of main',
  'types of the pure rings',
];

test('without arguments everything is checked, the unit tests first', () => {
  expect(namesFor()).toEqual(['unit', 'lint', ...types, 'unused', 'format', 'circles']);
});

test.each([
  ['lint', ['lint']],
  ['unit', ['unit']],
  ['types', types],
  ['types of main', ['types of main']],
])('%s is a part, or all that begin with it', (arg, names) => {
  expect(namesFor(arg)).toEqual(names);
});

test('a part that is named twice runs once', () => {
  expect(namesFor('lint', 'format', 'lint')).toEqual(['lint', 'format']);
});

test.each([
  ['src-main/main.ts', ['types of main']],
  ['src-main/contract/wire.ts', ['types of the window', 'types of main', 'types of the pure rings']],
  ['src-renderer/App.svelte', ['types of the window']],
  ['scripts/check.mjs', ['types of scripts and tests']],
  ['vite.config.ts', ['types of scripts and tests']],
])('%s is checked with its types and its tests', (file, ofTypes) => {
  const own = [`unit tests of ${file}`, `lint of ${file}`, `format of ${file}`];
  expect(namesFor(file)).toEqual([...ofTypes, ...own]);
  expect(namesFor(path.resolve(file))).toEqual([...ofTypes, ...own]);
  const asked = chosenParts([file], reports).filter(({ name }) => own.includes(name));
  for (const { command } of asked) expect(command).toContain(file);
});

test('of a file that is no program there is its format alone', () => {
  expect(namesFor('README.md')).toEqual(['format of README.md']);
});

test('files and parts go together, and what two files share runs once', () => {
  const files = ['src-main/main.ts', 'src-main/preload.ts'];
  const both = files.join(', ');
  expect(namesFor('circles', ...files)).toEqual([
    'circles',
    'types of main',
    `unit tests of ${both}`,
    `lint of ${both}`,
    `format of ${both}`,
  ]);
});

test.each(['linting', '', 'src-main', 'src-main/no-such.ts', '../package.json', '/etc/hostname', '--fix'])(
  '"%s" is refused, with what there is',
  (arg) => {
    expect(() => chosenParts(['lint', arg], reports)).toThrow(
      `“${arg}” is neither a part of the check (unit, lint, types, unused, format, circles) nor a file here`,
    );
  },
);
