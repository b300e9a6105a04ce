import { dirname, join } from 'node:path';
import { root } from '../setup/places.mjs';
import { dropCaches } from './caches.mjs';
import { measureFrames } from './measured/frames.mjs';
import { measureIdle } from './measured/idle.mjs';
import { inTurn } from './in-turn.mjs';
import { measureQuickVerify } from './measured/quick-verify.mjs';
import { idleRows, startRows, verifyRows } from './table/rows.mjs';
import { watchScreen } from './screen/screen-watch.mjs';
import { measureAge, measureOwnSealing } from './measured/seal.mjs';
import { measureStart } from './measured/start.mjs';
import { measureTray, measureTrayStarts } from './measured/tray.mjs';
import { quickVerifyRows, trayRows, trayStartRows } from './table/tray-rows.mjs';
import { frameRows, sealRows, vaultRows } from './table/vault-rows.mjs';
import { measureVerify } from './measured/verify.mjs';

/**
 * A part of the bench that needs a desktop.
 * @typedef {object} Part
 * @property {import('./profiles.mjs').ProfileName[]} profiles which ones it starts from
 * @property {(setting: Setting) => Promise<import('./table/rows.mjs').Row[]>} measure
 *
 * @typedef {import('./measure.mjs').Setting} Setting
 */

/**
 * All of them by the names that `--only` takes, in the order of the table.
 * @type {Record<string, Part>}
 */
export const desktopParts = {
  start: {
    profiles: ['bare', 'practice', 'own'],
    measure: async (setting) => startRows(await measureStarts(setting)),
  },
  idle: {
    profiles: ['bare', 'practice', 'own'],
    measure: async (setting) => idleRows(await measureIdles(setting)),
  },
  verify: {
    profiles: ['own'],
    async measure({ ground, service, apps, plan, say }) {
      say(`Entering ${plan.codes} codes`);
      return verifyRows(await measureVerify(apps.own, service, ground, plan.codes));
    },
  },
  'quick-verify': {
    profiles: ['emptied'],
    async measure({ ground, apps, display, plan, say }) {
      say(`Opening quick verify ${plan.opens} times`);
      return quickVerifyRows(await measureQuickVerify(apps.emptied, { ...ground, display }, plan.opens));
    },
  },
  tray: {
    profiles: ['bare', 'emptied'],
    async measure({ ground, apps, display, plan, say }) {
      say(`Watching Latchkey in the tray ${plan.idles} times`);
      const idles = await measureTray(apps.bare, apps.emptied, ground, plan);
      say(`Starting ${plan.starts} times with a tray and without`);
      const starts = await measureTrayStarts(apps.emptied, { ...ground, display }, plan.starts);
      return [...trayRows(idles), ...trayStartRows(starts)];
    },
  },
  vault: {
    profiles: ['emptied', 'full'],
    measure: async (setting) => vaultRows(await measureVaultStarts(setting)),
  },
  list: {
    profiles: ['full'],
    async measure({ ground, apps: { full }, plan, say }) {
      say(`Using a long list ${plan.lists} times`);
      const frames = await inTurn([full], plan.lists, (app) => measureFrames(app, ground));
      return frameRows(frames[full.name] ?? []);
    },
  },
  seal: {
    profiles: [],
    async measure({ ground, folder, plan, say }) {
      say(`Sealing and opening ${plan.seals} times`);
      const both = [
        { name: 'latchkey', measure: measureOwnSealing },
        { name: 'age', measure: measureAge },
      ];
      return sealRows(await inTurn(both, plan.seals, ({ measure }) => measure(ground, folder)));
    },
  },
};

/** @param {Setting} setting */
async function measureStarts({ ground, apps: { bare, practice, own }, display, plan, say }) {
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

const coldWords = { all: 'all files', own: "the runtime's and Latchkey's files" };

/** @param {Setting} setting */
async function measureIdles({ ground, apps: { bare, practice, own }, plan, say }) {
  say(`Watching each app idle ${plan.idles} times`);
  return inTurn([bare, practice, own], plan.idles, (app) =>
    measureIdle(app, ground, app === own ? 0 : plan.cpuSeconds),
  );
}

/** @param {Setting} setting */
async function measureVaultStarts({ ground, apps: { emptied, full }, display, plan, say }) {
  const screen = await watchScreen(display);
  say(`Starting ${plan.starts} times with an empty vault and with a full one`);
  const starts = await inTurn([emptied, full], plan.starts, (app) =>
    measureStart(app, { ...ground, screen }),
  );
  screen.close();
  return starts;
}
