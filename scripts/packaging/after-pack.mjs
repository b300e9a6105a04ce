import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { declaredElectron, isOnlyForTests, updatesFrom } from './release-rules.mjs';

/**
 * Called by electron-builder when an app folder is put together, before its fuses are set and it is signed.
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  await rm(join(resources, 'default_app.asar'), { force: true });
  // What the carried runtime says about itself.
  if (electronPlatformName === 'linux') await rm(join(appOutDir, 'version'), { force: true });
  const electron = { packed: packager.config.electronVersion ?? '', declared: await declaredElectron() };
  const updates = updatesFrom(process.env, electron);
  if (updates) await writeFile(join(resources, 'updates.json'), `${JSON.stringify(updates, null, 2)}\n`);
  if (isOnlyForTests(process.env, electron)) {
    await writeFile(
      join(resources, 'ONLY-FOR-TESTS.txt'),
      `Made with Electron ${electron.packed} in place of ${electron.declared}: not to be given to anybody.\n`,
    );
  }
}

// electron-builder takes a hook as a default export or by its own name.
export { afterPack as default };
