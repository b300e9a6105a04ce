import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Called by electron-builder when an app folder is put together, before its fuses are set and it is signed.
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  await rm(join(resources, 'default_app.asar'), { force: true });
  // What the carried runtime says about itself.
  if (electronPlatformName === 'linux') await rm(join(appOutDir, 'version'), { force: true });
  const updates = updatesFrom(process.env);
  if (updates) await writeFile(join(resources, 'updates.json'), `${JSON.stringify(updates, null, 2)}\n`);
}

/**
 * Where this package looks for newer versions, and the key that those are signed with. Without both it does not look.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ url: string, publicKey: string } | null}
 */
export function updatesFrom({ LATCHKEY_UPDATE_URL: url, LATCHKEY_UPDATE_KEY: publicKey }) {
  if (!url && !publicKey) return null;
  if (!url || !publicKey) {
    throw new Error('LATCHKEY_UPDATE_URL and LATCHKEY_UPDATE_KEY belong together: set both or none.');
  }
  return { url, publicKey };
}

// electron-builder takes a hook as a default export or by its own name.
export { afterPack as default };
