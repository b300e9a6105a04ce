import { expect, test } from '@playwright/test';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { runtimeVersion } from '../../scripts/packaging/builder.mjs';
import { appImageFolder, packageFolder, unpackedFolder } from '../../scripts/packaging/places.mjs';
import { declaredElectron } from '../../scripts/packaging/release-rules.mjs';
import { filesIn } from './computer';

const asar = path.join(unpackedFolder, 'resources', 'app.asar');
const electron = path.resolve('node_modules/electron/dist');
const arch = process.arch;

/** What runs, and nothing else. Names with a hash are Vite's. */
const inAsar = [
  /^\/dist\/main\/(main|keychain-process|practice-process|sealing-process)\.js$/,
  /^\/dist\/main\/assets\/[\w.-]+\.js$/,
  /^\/dist\/main\/tray\/(dark|light|template)(-few|-locked)?-(16|22)(@[\d.]+x)?\.png$/,
  /^\/dist\/main\/window-icon\.png$/,
  /^\/dist\/preload\/preload\.cjs$/,
  /^\/dist\/window-manifest\.json$/,
  /^\/dist\/window\/(index|quick)\.html$/,
  /^\/dist\/window\/assets\/[\w.-]+\.(js|css|svg)$/,
  // The decoders of scans, in PDFs.
  /^\/dist\/window\/assets\/pdf\/(jbig2|openjpeg)_nowasm_fallback\.js$/,
  /^\/package\.json$/,
  /^\/node_modules\/keytar\/(LICENSE\.md|package\.json|lib\/keytar\.js)$/,
  new RegExp(`^/node_modules/keytar/prebuilds/linux-${arch}/keytar\\.node$`),
];

/** Whether this machine has the Electron that ships: else its packages say that they are only for tests. */
const isOnlyForTests = (await runtimeVersion()) !== (await declaredElectron());

/** Beside what the runtime consists of. */
const inResources = [
  ...(isOnlyForTests ? ['ONLY-FOR-TESTS.txt'] : []),
  'LICENSE.txt',
  'THIRD-PARTY.txt',
  'app.asar',
  `app.asar.unpacked/node_modules/keytar/prebuilds/linux-${arch}/keytar.node`,
  'apparmor-profile',
  'install-update',
];

const asarFiles = (): string[] =>
  listPackage(asar, { isPack: false }).filter((file) => !('files' in statFile(asar, file.slice(1))));

test('the archive holds what runs and nothing else', () => {
  const files = asarFiles();
  expect(files.filter((file) => !inAsar.some((allowed) => allowed.test(file)))).toEqual([]);
  expect(inAsar.filter((needed) => !files.some((file) => needed.test(file)))).toEqual([]);
  expect(files.filter((file) => /\.(ts|svelte|map)$|\.(test|spec)\./.test(file))).toEqual([]);
  expect(files.filter((file) => file.includes('electron-updates'))).toEqual([]);
  const text = extractFile(asar, 'dist/main/main.js').toString();
  expect(text).not.toContain('sourceMappingURL');
  expect(Object.keys(JSON.parse(extractFile(asar, 'package.json').toString()) as object)).not.toContain(
    'devDependencies',
  );
});

test('the app folder holds the runtime, one language and our resources', () => {
  const runtime = filesIn(electron)
    .filter((file) => !/^(locales|resources)\/|^version$/.test(file))
    .map((file) => (file === 'electron' ? 'latchkey' : file));
  const ours = [...inResources.map((file) => `resources/${file}`), 'locales/en-US.pak'];
  expect(filesIn(unpackedFolder)).toEqual([...runtime, ...ours].sort());
});

test('it is small: the archive under 6 MB, half of it for PDFs, all of it at most 9 MB more than the runtime', () => {
  const size = (folder: string): number =>
    filesIn(folder).reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
  expect(statSync(asar).size).toBeLessThan(6_000_000);
  // The languages that are left out must not hide what we bring along.
  const locales =
    size(path.join(electron, 'locales')) - statSync(path.join(electron, 'locales/en-US.pak')).size;
  expect(size(unpackedFolder) - (size(electron) - locales)).toBeLessThan(9_000_000);
});

test('the fuses are blown', async () => {
  const wire = await getCurrentFuseWire(path.join(unpackedFolder, 'latchkey'));
  const state = (fuse: FuseV1Options): string => ({ 48: 'off', 49: 'on' })[Number(wire[fuse])] ?? 'not there';
  expect({
    RunAsNode: state(FuseV1Options.RunAsNode),
    EnableNodeOptionsEnvironmentVariable: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    EnableNodeCliInspectArguments: state(FuseV1Options.EnableNodeCliInspectArguments),
    EnableCookieEncryption: state(FuseV1Options.EnableCookieEncryption),
    EnableEmbeddedAsarIntegrityValidation: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    OnlyLoadAppFromAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
    LoadBrowserProcessSpecificV8Snapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    GrantFileProtocolExtraPrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    RunAsNode: 'off',
    EnableNodeOptionsEnvironmentVariable: 'off',
    EnableNodeCliInspectArguments: 'off',
    EnableCookieEncryption: 'on',
    EnableEmbeddedAsarIntegrityValidation: 'on',
    OnlyLoadAppFromAsar: 'on',
    LoadBrowserProcessSpecificV8Snapshot: 'off',
    GrantFileProtocolExtraPrivileges: 'off',
  });
});

test('the deb and the tar.gz hold that folder, and the deb what the desktop looks for', () => {
  const [deb = '', archive = ''] = ['.deb', '.tar.gz'].map((ending) =>
    path.join(packageFolder, readdirSync(packageFolder).find((name) => name.endsWith(ending)) ?? ''),
  );
  const expected = filesIn(unpackedFolder);
  const listed = (text: string, prefix: RegExp): string[] =>
    text
      .split('\n')
      .filter((line) => line !== '' && !line.endsWith('/'))
      .map((line) => line.replace(prefix, ''))
      .sort();
  const list = (command: string, args: string[]): string =>
    execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1e8 });
  expect(listed(list('tar', ['-tzf', archive]), /^[^/]+\//)).toEqual(expected);
  const all = list('sh', ['-c', 'dpkg-deb --fsys-tarfile "$1" | tar -t', 'sh', deb]);
  const inDeb = listed(all, /^\.\//);
  expect(
    inDeb.filter((file) => file.startsWith('opt/')).map((file) => file.slice('opt/Latchkey/'.length)),
  ).toEqual(expected);
  const sizes = [16, 24, 32, 48, 64, 128, 256, 512];
  expect(inDeb.filter((file) => !file.startsWith('opt/'))).toEqual(
    [
      'usr/share/applications/latchkey.desktop',
      ...sizes.map((size) => `usr/share/icons/hicolor/${size}x${size}/apps/latchkey.png`),
      'usr/share/metainfo/org.latchkey.Latchkey.metainfo.xml',
      'usr/share/mime/packages/latchkey.xml',
    ].sort(),
  );
});

test('an AppImage starts in its sandbox, from the menu as well', () => {
  const kept = path.join(appImageFolder, 'kept');
  const started = readFileSync(path.join(kept, 'AppRun'), 'utf8');
  expect(started).toBe(readFileSync('assets/linux/AppRun', 'utf8'));
  expect(started).not.toContain('--no-sandbox');
  expect(statSync(path.join(kept, 'AppRun')).mode & 0o111).toBe(0o111);
  const entry = readFileSync(path.join(kept, 'latchkey.desktop'), 'utf8');
  expect(entry).toMatch(/^Exec=AppRun %U$/m);
  expect(entry).not.toContain('sandbox');
});

test('the licenses of what ships are inside', () => {
  const text = readFileSync(path.join(unpackedFolder, 'resources', 'THIRD-PARTY.txt'), 'utf8');
  for (const name of [
    '@github/keytar 7',
    'svelte 5',
    'undici 7',
    'valibot 1',
    'age-encryption 0',
    'electron ',
  ]) {
    expect(text).toContain(`\n${name}`);
  }
  expect(text).not.toMatch(/^(vite|typescript|electron-builder|playwright) \d/m);
});
