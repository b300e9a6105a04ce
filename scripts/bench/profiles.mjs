import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../setup/run.mjs';
import { bare, latchkey, quit, startContender } from './contenders.mjs';
import { addLedgers, emptyVault, many } from './measured/many-ledgers.mjs';
import { debugAddress, inWindow } from './screen/window-of.mjs';

/**
 * An app with a profile that it has used before.
 * @typedef {import('./contenders.mjs').Contender & { template: string }} Prepared
 *
 * @typedef {'bare' | 'practice' | 'own' | 'emptied' | 'full'} ProfileName the last two have an account of one's own and
 *   a vault: one with nothing in it, one with many ledgers
 */

/**
 * Makes the profiles that every measurement starts from a copy of: by clicking in the real window, and with one more
 * start afterwards, so that each has the caches that an app in use has.
 * @param {string} folder
 * @param {import('./contenders.mjs').Ground} ground
 * @param {{ url: string, token: string }} service for the profile with an account of one's own
 * @param {ProfileName[]} wanted only these are made
 * @returns {Promise<Record<ProfileName, Prepared>>}
 */
export async function prepareProfiles(folder, ground, service, wanted) {
  const prepared = {
    bare: { ...bare, template: join(folder, 'bare') },
    practice: { ...latchkey, name: 'practice', template: join(folder, 'practice') },
    own: { ...latchkey, name: 'own', template: join(folder, 'own') },
    emptied: { ...latchkey, name: 'emptied', template: join(folder, 'emptied') },
    full: { ...latchkey, name: 'full', template: join(folder, 'full') },
  };
  const isWanted = (/** @type {ProfileName[]} */ ...names) => names.some((name) => wanted.includes(name));
  if (isWanted('bare')) await use(prepared.bare, ground, async () => {});
  if (isWanted('practice')) await use(prepared.practice, ground, tryPractice);
  if (isWanted('own', 'emptied', 'full')) await use(prepared.own, ground, (page) => connect(page, service));
  const addMany = (/** @type {import('@playwright/test').Page} */ page) => addLedgers(page, many);
  for (const [name, fill] of /** @type {const} */ ([
    ['emptied', emptyVault],
    ['full', addMany],
  ])) {
    if (!isWanted(name)) continue;
    await run('cp', ['-a', prepared.own.template, prepared[name].template]);
    await use(prepared[name], ground, fill);
  }
  for (const name of new Set(wanted)) await use(prepared[name], ground, async () => {});
  return prepared;
}

/** @param {import('@playwright/test').Page} page */
async function tryPractice(page) {
  await page.getByRole('button', { name: 'Try it with the practice service' }).click();
  await page.getByRole('button', { name: 'Text me a code' }).waitFor();
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {{ url: string, token: string }} service
 */
async function connect(page, { url, token }) {
  await page.getByRole('button', { name: 'Connect your service' }).click();
  await page.getByRole('textbox', { name: 'Label' }).fill('Work');
  await page.getByRole('textbox', { name: 'Service URL' }).fill(url);
  await page.getByLabel('Token', { exact: true }).fill(token);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('button', { name: 'Text me a code' }).waitFor();
}

/**
 * Copies a template, times of the files and all: Chromium goes by them.
 * @param {Prepared} prepared
 * @returns {Promise<string>} the folder of the copy, the same each time
 */
export async function freshFolder({ template }) {
  await run('rm', ['-rf', `${template}-run`]);
  await run('cp', ['-a', template, `${template}-run`]);
  return `${template}-run`;
}

/**
 * @param {Prepared} prepared
 * @param {import('./contenders.mjs').Ground} ground
 * @param {(page: import('@playwright/test').Page) => Promise<void>} action
 */
async function use(prepared, ground, action) {
  const child = startContender(prepared, { ...ground, profile: prepared.template, debuggable: true });
  await inWindow(await debugAddress(child), action);
  // Compiled scripts are written to disk some time after they ran.
  await pause(3_000);
  await quit(child);
}
