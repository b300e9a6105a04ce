import { startPrivateDesktop } from '../desktop/private-desktop.mjs';
import { desktopParts } from './desktop-parts.mjs';
import { copyRuntime, workFolder } from './places.mjs';
import { processTree } from './processes.mjs';
import { prepareProfiles } from './profiles.mjs';
import { goFirst } from './quiet.mjs';
import { startService } from './service.mjs';

/**
 * What a part of the bench is measured in.
 * @typedef {object} Setting
 * @property {import('./options.mjs').Plan} plan
 * @property {(line: string) => void} say
 * @property {string} display
 * @property {import('./contenders.mjs').Ground} ground
 * @property {string} folder for what is made on the way
 * @property {import('./service.mjs').Service} service
 * @property {Awaited<ReturnType<typeof prepareProfiles>>} apps
 */

/**
 * Measures what needs a desktop (Linux only), on a private one.
 * @param {import('./options.mjs').Plan} plan
 * @param {string[]} chosen the names of the parts that are wanted; those that need no desktop are none of ours
 * @param {(line: string) => void} say
 * @returns {Promise<import('./table/rows.mjs').Row[]>}
 */
export async function measureOnDesktop(plan, chosen, say) {
  const wanted = Object.entries(desktopParts).flatMap(([name, part]) =>
    chosen.includes(name) ? [part] : [],
  );
  if (wanted.length === 0) return [];
  const desktop = await startPrivateDesktop();
  for (const pid of await processTree(process.pid)) goFirst(pid);
  const folder = await workFolder();
  const service = await startService(desktop.env);
  say('Setting up the profiles');
  const ground = { env: desktop.env, electron: await copyRuntime(folder) };
  const names = wanted.flatMap(({ profiles }) => profiles);
  const apps = await prepareProfiles(folder, ground, service, names);
  const setting = { plan, say, display: desktop.display, ground, folder, service, apps };
  const rows = [];
  for (const { measure } of wanted) rows.push(...(await measure(setting)));
  await service.stop();
  await desktop.dispose();
  return rows;
}
