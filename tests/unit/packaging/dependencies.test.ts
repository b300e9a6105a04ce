import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { billOfMaterials } from '../../../scripts/packaging/sbom.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const about = readJson('package.json') as Record<
  'dependencies' | 'devDependencies' | 'allowScripts',
  Record<string, string | boolean>
>;
const lock = readJson('package-lock.json') as {
  packages: Record<string, { name?: string; version?: string; hasInstallScript?: boolean }>;
};

test('every version is exact', () => {
  const versions = Object.values({ ...about.dependencies, ...about.devDependencies });
  expect(
    versions.filter((version) => !/^(npm:@github\/keytar@)?\d+\.\d+\.\d+$/.test(String(version))),
  ).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
});

test('somebody has decided about every install script', () => {
  const withScripts = Object.entries(lock.packages)
    .filter(([, one]) => one.hasInstallScript)
    .map(([place, { name }]) => name ?? place.replace(/^.*node_modules\//, ''));
  expect(withScripts).not.toEqual([]);
  expect(withScripts.filter((name) => !(name in about.allowScripts))).toEqual([]);
});

test('a bill of materials names what ships, with the checksums of the lock file', async () => {
  const shipped = [
    { name: '@github/keytar', version: '7.10.6', identifier: 'MIT' },
    { name: 'valibot', version: String(about.devDependencies['valibot']), identifier: 'MIT' },
    { name: 'odd', version: '1.0.0', identifier: '(MIT OR Apache-2.0)' },
  ];
  const bill = await billOfMaterials(shipped);
  expect(bill).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { name: 'latchkey', licenses: [{ license: { id: 'Apache-2.0' } }] } },
    components: [
      { group: '@github', name: 'keytar', purl: 'pkg:npm/%40github/keytar@7.10.6' },
      { name: 'valibot', licenses: [{ license: { id: 'MIT' } }] },
      { name: 'odd', licenses: [{ expression: '(MIT OR Apache-2.0)' }] },
    ],
  });
  const { components } = bill as { components: { hashes?: { content: string }[] }[] };
  expect(components.map(({ hashes }) => hashes?.[0]?.content.length)).toEqual([128, 128, undefined]);
});
