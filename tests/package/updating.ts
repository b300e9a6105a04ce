import { expect, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LatchkeyWindow } from '../pages/latchkey-window';
import { makeDeb } from './computer';
import { asRoot, type PasswordPrompt } from './password-prompt';
import type { UpdateServer } from './update-server';

/** Somebody who is in the settings, and would like a newer version. */
export interface Updating {
  readonly page: Page;
  readonly server: UpdateServer;
  readonly prompt: PasswordPrompt;
  /** The newer version. */
  readonly version: string;
  readonly picture: (page: Page, name: string) => Promise<void>;
}

const program = '/opt/Latchkey/resources/install-update';
const sum = (file: string): string => createHash('sha512').update(readFileSync(file)).digest('hex');
const temporary = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'latchkey-root-'));
const parts = (page: Page) => ({
  alert: new LatchkeyWindow(page).alert,
  look: page.getByRole('button', { name: 'Look for newer versions' }),
  fetchIt: page.getByRole('button', { name: 'Fetch it' }),
  installIt: page.getByRole('button', { name: 'Install and restart' }),
});

/** @param newer a deb that is good, and newer than what is installed */
export async function rootsProgramRefuses(newer: string): Promise<void> {
  const folder = await temporary();
  const ends = (input: string, ...args: string[]): number => asRoot({ command: [program, ...args], input });
  const notOurs = await makeDeb(folder, 'otherkey', '9.9.9');
  const older = await makeDeb(folder, 'latchkey', '0.0.8');
  const evil = await makeDeb(folder, 'latchkey', '9.9.9');
  const failing = await makeDeb(folder, 'latchkey', '9.9.8', 'exit 1');
  const { uid, gid, mode } = statSync(program);
  expect({ uid, gid, mode: mode & 0o777 }).toEqual({ uid: 0, gid: 0, mode: 0o755 });
  const good = sum(newer);
  for (const args of [[], ['a'], [`${good} `], ['$(id)'], [good.toUpperCase()], [good, newer]]) {
    expect(ends(newer, ...args)).toBe(64);
  }
  expect(ends(evil, good)).toBe(65);
  expect(ends('/dev/null', good)).toBe(65);
  expect(ends(notOurs, sum(notOurs))).toBe(66);
  expect(ends(older, sum(older))).toBe(66);
  // dpkg leaves the old one in its place, and that must not pass for the new one.
  expect(ends(failing, sum(failing))).toBe(1);
  expect(readdirSync('/var/tmp').filter((name) => name.startsWith('latchkey-'))).toEqual([]);
  await rm(folder, { recursive: true });
}

export async function refusesLists({ page, server, picture }: Updating): Promise<void> {
  const { alert, look, fetchIt } = parts(page);
  for (const [state, sentence] of [
    ['away', 'could not be reached'],
    ['astray', 'could not be reached'],
    ['endless', 'could not be reached'],
    ['forged', 'does not bear the signature'],
    ['foreign', 'does not bear the signature'],
    ['expired', 'has run out'],
  ] as const) {
    await server.be(state);
    await look.click();
    await expect(alert, state).toContainText(sentence);
    await expect(fetchIt).toBeHidden();
    await picture(page, `4-updates-${state}`);
  }
}

export async function refusesPackages({ page, server, version, picture }: Updating): Promise<void> {
  const { alert, look, fetchIt, installIt } = parts(page);
  await server.be('tampered');
  await look.click();
  await expect(page.getByText(`Latchkey ${version} is out.`)).toBeVisible();
  await fetchIt.click();
  await expect(alert).toContainText('was changed on its way');
  await expect(installIt).toBeHidden();
  await picture(page, '5-updates-tampered');
  await server.be('replayed');
  await look.click();
  await expect(alert).toContainText('an older list of versions');
}

export async function refusesWithoutPassword(updating: Updating): Promise<void> {
  const { page, server, prompt, version, picture } = updating;
  const { alert, look, fetchIt, installIt } = parts(page);
  await server.be('good');
  await look.click();
  await fetchIt.click();
  await expect(page.getByText(`Latchkey ${version} is here, and its signature is good.`)).toBeVisible();
  await picture(page, '6-updates-ready');
  await installIt.click();
  await prompt.asked(() => 126);
  await expect(alert).toContainText('was not installed');
}

export async function refusesExchanged({ page, prompt }: Updating): Promise<void> {
  const folder = await temporary();
  const evil = await makeDeb(folder, 'latchkey', '9.9.9');
  const { alert, installIt } = parts(page);
  await installIt.click();
  await prompt.asked((question) => {
    writeFileSync(question.input, readFileSync(evil));
    return asRoot(question);
  });
  await expect(alert).toContainText('was changed on its way');
  await rm(folder, { recursive: true });
}

/** @param deb what is to be installed */
export async function installs({ page, prompt }: Updating, deb: string): Promise<void> {
  const gone = new Promise((resolve) => page.once('close', resolve));
  await parts(page).installIt.click();
  await prompt.asked((question) => {
    expect(question.command).toEqual([program, sum(deb)]);
    // The packages of these tests come without one, so that nothing else would take it away.
    rmSync('/opt/Latchkey/resources/updates.json');
    return asRoot(question);
  });
  await gone;
}
