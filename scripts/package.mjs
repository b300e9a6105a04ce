import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { script, isMain } from './setup.mjs';
import { appImageOptions, runBuilder, runtimeVersion } from './packaging/builder.mjs';
import { declaredElectron, isOnlyForTests, updatesFrom } from './packaging/release-rules.mjs';
import { billOfMaterials } from './packaging/sbom.mjs';
import { targetsHere } from './packaging/targets.mjs';
import { shippedPackages, writeLicenses } from './packaging/third-party.mjs';
import { ensureElectron } from './setup/electron-runtime.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { root } from './setup/places.mjs';
import { run } from './setup/run.mjs';

const output = join(root, 'artifacts', 'package');

/**
 * Builds all that goes into a package, and draws its icons.
 * @param {(line: string) => void} say
 * @returns {Promise<void>}
 */
export async function prepare(say) {
  await build(say);
  const shipped = await shippedPackages(await runtimeVersion());
  await writeLicenses(shipped, join(root, 'artifacts', 'licenses', 'THIRD-PARTY.txt'));
  // In a process of its own, for the build has loaded the renderer in this one.
  await run(process.execPath, [
    join(import.meta.dirname, 'packaging', 'icons.mjs'),
    join(root, 'artifacts', 'icons'),
  ]);
  await rm(output, { recursive: true, force: true });
}

if (isMain(import.meta.url)) {
  // `npm run package [-- --all] [-- --release]`: what this machine can build by itself; with `--all` what the release
  // needs too, for which electron-builder fetches its makers' tools; with `--release` nothing that only tests may have.
  await script(async () => {
    const start = Date.now();
    await ensureNodeModules(console.log);
    await ensureElectron(console.log);
    if (process.argv.includes('--release')) process.env['LATCHKEY_RELEASE'] = '1';
    const electron = { packed: await runtimeVersion(), declared: await declaredElectron() };
    // Before anything is built: after-pack.mjs holds every package to the same rules.
    updatesFrom(process.env, electron);
    if (isOnlyForTests(process.env, electron)) console.log('These packages are only for tests.');
    await prepare(console.log);
    const { platform, here, left } = targetsHere();
    const mayFetch = process.argv.includes('--all');
    const targets = mayFetch ? [...here, ...left] : here;
    const plain = targets.filter((target) => target !== 'AppImage');
    await runBuilder([platform, ...plain], { mayFetch });
    if (targets.includes('AppImage'))
      await runBuilder([platform, 'AppImage', ...appImageOptions], { mayFetch });
    const shipped = await shippedPackages(await runtimeVersion());
    const bill = JSON.stringify(await billOfMaterials(shipped), null, 2);
    await writeFile(join(output, `sbom-${process.platform}-${process.arch}.cdx.json`), `${bill}\n`);
    await tell();
    if (!mayFetch && left.length > 0) {
      console.log(`Left to the release workflow, for they take tools from outside: ${left.join(', ')}`);
    }
    console.log(`Packaged in ${((Date.now() - start) / 1000).toFixed(0)} s`);
  });
}

async function tell() {
  for (const entry of await readdir(output, { withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('builder-')) continue;
    const { size } = await stat(join(output, entry.name));
    console.log(`artifacts/package/${entry.name}  ${(size / 1e6).toFixed(1)} MB`);
  }
}
