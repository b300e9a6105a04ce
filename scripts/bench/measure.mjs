import { dirname, join } from 'node:path';
import { startPrivateDesktop } from '../desktop/private-desktop.mjs';
import { root } from '../setup/places.mjs';
import { dropCaches } from './caches.mjs';
import { measureFrames } from './frames.mjs';
import { measureIdle } from './idle.mjs';
import { inTurn } from './in-turn.mjs';
import { processTree } from './processes.mjs';
import { prepareProfiles } from './profiles.mjs';
import { goFirst } from './quiet.mjs';
import { idleRows, startRows, verifyRows } from './rows.mjs';
import { measureAge, measureOwnSealing } from './seal.mjs';
import { frameRows, sealRows, vaultRows } from './vault-rows.mjs';
import { copyRuntime, workFolder } from './places.mjs';
import { watchScreen } from './screen-watch.mjs';
import { startService } from './service.mjs';
import { measureStart } from './start.mjs';
import { measureVerify } from './verify.mjs';

/**
 * How often each thing is measured, and for how many seconds CPU is counted.
 * @typedef {{ starts: number, idles: number, cpuSeconds: number, codes: number, seals: number, lists: number }} Plan
 *
 * @typedef {object} Setting
 * @property {import('./contenders.mjs').Ground} ground
 * @property {string} folder for what is made on the way
 * @property {import('./service.mjs').Service} service
 * @property {Awaited<ReturnType<typeof prepareProfiles>>} apps
 */

/**
 * Measures what needs a desktop (Linux only), on a private one.
 * @param {Plan} plan
 * @param {(line: string) => void} say
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function measureOnDesktop(plan, say) {
  const desktop = await startPrivateDesktop();
  for (const pid of await processTree(process.pid)) goFirst(pid);
  const folder = await workFolder();
  const service = await startService(desktop.env);
  say('Setting up the profiles');
  const ground = { env: desktop.env, electron: await copyRuntime(folder) };
  const setting = { ground, folder, service, apps: await prepareProfiles(folder, ground, service) };
  const rows = [
    ...startRows(await measureStarts(setting, plan, desktop.display, say)),
    ...idleRows(await measureIdles(setting, plan, say)),
    ...verifyRows(await measureCodes(setting, plan, say)),
    ...vaultRows(await measureVaultStarts(setting, plan, desktop.display, say)),
    ...frameRows(await measureLists(setting, plan, say)),
    ...sealRows(await measureSeals(setting, plan, say)),
  ];
  await service.stop();
  await desktop.dispose();
  return rows;
}

/**
 * @param {Setting} setting
 * @param {Plan} plan
 * @param {string} display
 * @param {(line: string) => void} say
 */
async function measureStarts({ ground, apps: { bare, practice, own } }, plan, display, say) {
  const screen = await watchScreen(display);
  const options = { ...ground, screen };
  say(`Starting each app ${plan.starts} times with its files in memory`);
  const warm = await inTurn([bare, practice, own], plan.starts, (app) => measureStart(app, options));

  const before = () => dropCaches([dirname(ground.electron), join(root, 'dist')]);
  const forgotten = await before();
  if (forgotten === 'none') {
    say('Cold starts cannot be measured: this user may not drop the file caches.');
    return { warm, cold: null };
  }
  say(`Starting each app ${plan.starts} times with ${coldWords[forgotten]} out of memory`);
  const cold = await inTurn([bare, practice], plan.starts, (app) =>
    measureStart(app, { ...options, before }),
  );
  screen.close();
  return { warm, cold };
}

/**
 * @param {Setting} setting
 * @param {Plan} plan
 * @param {string} display
 * @param {(line: string) => void} say
 */
async function measureVaultStarts({ ground, apps: { emptied, full } }, plan, display, say) {
  const screen = await watchScreen(display);
  say(`Starting ${plan.starts} times with an empty vault and with a full one`);
  const starts = await inTurn([emptied, full], plan.starts, (app) =>
    measureStart(app, { ...ground, screen }),
  );
  screen.close();
  return starts;
}

/**
 * @param {Setting} setting
 * @param {Plan} plan
 * @param {(line: string) => void} say
 */
async function measureLists({ ground, apps: { full } }, plan, say) {
  say(`Using a long list ${plan.lists} times`);
  return (await inTurn([full], plan.lists, (app) => measureFrames(app, ground)))[full.name] ?? [];
}

/**
 * @param {Setting} setting
 * @param {Plan} plan
 * @param {(line: string) => void} say
 */
async function measureSeals({ ground, folder }, plan, say) {
  say(`Sealing and opening ${plan.seals} times`);
  const both = [
    { name: 'latchkey', measure: measureOwnSealing },
    { name: 'age', measure: measureAge },
  ];
  return inTurn(both, plan.seals, ({ measure }) => measure(ground, folder));
}

const coldWords = { all: 'all files', own: "the runtime's and Latchkey's files" };

/**
 * @param {Setting} setting
 * @param {Plan} plan
 * @param {(line: string) => void} say
 */
async function measureIdles({ ground, apps: { bare, practice, own } }, plan, say) {
  say(`Watching each app idle ${plan.idles} times`);
  return inTurn([bare, practice, own], plan.idles, (app) =>
    measureIdle(app, ground, app === own ? 0 : plan.cpuSeconds),
  );
}

/**
 * @param {Setting} setting
 * @param {Plan} plan
 * @param {(line: string) => void} say
 */
async function measureCodes({ ground, service, apps }, plan, say) {
  say(`Entering ${plan.codes} codes`);
  return measureVerify(apps.own, service, ground, plan.codes);
}
