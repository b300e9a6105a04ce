import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { objections, placesOf } from '../../../scripts/packaging/audit.mjs';

const { packages } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../../package-lock.json'), 'utf8'),
) as { packages: Record<string, { name?: string; version?: string; integrity?: string; dev?: boolean }> };
const versionOf = (place: string): string => packages[place]?.version ?? '';
const shipped = [
  { name: '@github/keytar', version: versionOf('node_modules/keytar') },
  { name: 'electron', version: versionOf('node_modules/electron') },
  { name: 'undici', version: versionOf('node_modules/undici') },
];
const places = ['node_modules/keytar', 'node_modules/electron', 'node_modules/undici'];
const finding = (name: string, severity: string, node: string) => ({
  [name]: { name, severity, nodes: [node], via: [{ title: 'A hole' }] },
});

test('what ships is found in the lock file, most of it among what npm takes for tools', () => {
  expect(placesOf(shipped, packages)).toEqual(expect.arrayContaining(places));
  expect(packages['node_modules/undici']?.dev).toBe(true);
});

test.each([
  ['a package that is not there', { name: 'unheard-of', version: '1.0.0' }],
  ['another version', { name: 'undici', version: '1.0.0' }],
  ['another Electron', { name: 'electron', version: '33.2.1' }],
])('%s cannot have been audited, and fails', (_what, odd) => {
  expect(() => placesOf([...shipped, odd], packages)).toThrow(`${odd.name}@${odd.version}`);
});

test('nor can one without a checksum', () => {
  const { integrity, ...bare } = packages['node_modules/undici'] ?? {};
  expect(integrity).toMatch(/^sha512-/);
  expect(() => placesOf(shipped, { ...packages, 'node_modules/undici': bare })).toThrow('undici');
});

test.each([
  ['low', 'node_modules/undici', 1],
  ['critical', 'node_modules/undici', 1],
  ['moderate', 'node_modules/vite', 0],
  ['high', 'node_modules/vite', 1],
  // Another one by that name, deep inside a tool.
  ['low', 'node_modules/some-tool/node_modules/undici', 0],
])('a hole that is %s in %s makes %i objections', (severity, node, count) => {
  expect(objections({ vulnerabilities: finding('undici', severity, node) }, places)).toHaveLength(count);
});

test('an objection says what it is', () => {
  expect(objections({ vulnerabilities: finding('undici', 'low', 'node_modules/undici') }, places)).toEqual([
    'undici (low, ships): A hole',
  ]);
});

test('no report is no good report', () => {
  expect(objections({ vulnerabilities: {} }, places)).toEqual([]);
  expect(() => objections({}, places)).toThrow('no report');
});
