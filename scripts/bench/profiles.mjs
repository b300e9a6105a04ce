import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../setup/run.mjs';
import { bare, latchkey, quit, startContender } from './contenders.mjs';
import { addLedgers, emptyVault, many } from './many-ledgers.mjs';
import { debugAddress, inWindow } from './window-of.mjs';

/**
 * An app with a profile that it has used before.
 * @typedef {import('./contenders.mjs').Contender & { template: string }} Prepared
 */

/**
 * Makes the profiles that every measurement starts from a copy of: by clicking in the real window, and with one more
 * start afterwards, so that each has the caches that an app in use has.
 * @param {string} folder
 * @param {import('./contenders.mjs').Ground} ground
 * @param {{ url: string, token: string }} service for the profile with an account of one's own
 * @returns {Promise<Record<'bare' | 'practice' | 'own' | 'emptied' | 'full', Prepared>>} the last two have an account of
 *   one's own and a vault: one with nothing in it, one with many ledgers
 */
export async function prepareProfiles(folder, ground, { url, token }) {
  const prepared = {
    bare: { ...bare, template: join(folder, 'bare') },
    practice: { ...latchkey, name: 'practice', template: join(folder, 'practice') },
    own: { ...latchkey, name: 'own', template: join(folder, 'own') },
    emptied: { ...latchkey, name: 'emptied', template: join(folder, 'emptied') },
    full: { ...latchkey, name: 'full', template: join(folder, 'full') },
  };
  await use(prepared.bare, ground, async () => {});
  await use(prepared.practice, ground, async (page) => {
    await page.getByRole('button', { name: 'Try it with the practice service' }).click();
    await page.getByRole('button', { name: 'Text me a code' }).waitFor();
  });
  await use(prepared.own, ground, async (page) => {
    await page.getByRole('button', { name: 'Connect your service' }).click();
    await page.getByRole('textbox', { name: 'Label' }).fill('Work');
    await page.getByRole('textbox', { name: 'Service URL' }).fill(url);
    await page.getByLabel('Token', { exact: true }).fill(token);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByRole('button', { name: 'Text me a code' }).waitFor();
  });
  for (const { template } of [prepared.emptied, prepared.full])
    await run('cp', ['-a', prepared.own.template, template]);
  await use(prepared.emptied, ground, emptyVault);
  await use(prepared.full, ground, (page) => addLedgers(page, many));
  for (const one of Object.values(prepared)) await use(one, ground, async () => {});
  return prepared;
}

/**
 * Copies a template, times of the files and all: Chromium goes by them.
 * @param {Prepared} prepared
 * @returns {Promise<string>} the folder of the copy, the same each time
 */
export async function freshCopy({ template }) {
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
