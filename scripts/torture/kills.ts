import { once } from 'node:events';
import { mkdir, readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { startChild } from '../desktop/child.mjs';
import { sweepLeftovers } from '../../src-main/edge/files/durable-file';
import { quickSealer } from './quick-sealer';
import { Checks, type Result } from './result';
import { type Saving, savingIn, type SavingName } from './savings';
import { type Below, seeded } from './seeded';

/** A save takes a few milliseconds: a kill falls at any moment of it, or of the next ones. */
const longestLife = 40;

const isTemporary = (name: string): boolean => name.endsWith('.tmp');

/**
 * Kills a program over and over while it saves, and looks each time at what is on the disk: everything must be whole,
 * and the newest number at least the last one that the program said was kept.
 *
 * @param saver the bundled saver
 * @param folder a folder of its own
 */
export async function killWhileSaving(
  name: SavingName,
  kills: number,
  { saver, folder, seed }: { readonly saver: string; readonly folder: string; readonly seed: number },
): Promise<Result> {
  await mkdir(folder, { recursive: true });
  const identity = await quickSealer.newIdentity();
  const saving = savingIn(name, folder, identity);
  const below = seeded(seed);
  const checks = new Checks();
  let saved = 0;
  let midway = 0;
  let leftovers = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const first = (saved + 1).toString();
    const kept = await killOne([saver, 'for-ever', folder, name, identity, first], below);
    const found = await look(saving, kept ?? saved);
    checks.add(kept === null ? `kill ${kill}: it could not go on from there` : found.failure);
    saved = Math.max(found.newest, kept ?? 0);
    const now = (await readdir(folder)).filter(isTemporary).length;
    if (now > leftovers) midway += 1;
    leftovers = now;
  }
  checks.add(await whatStays(folder));
  return checks.result(
    name === 'vault' ? 'killed while saving the vault' : 'killed while writing backups',
    `${saved} saves, ${midway} kills with a file half-way`,
  );
}

/** Starts it, waits for the first number that it keeps, and kills it soon after. Null when it kept none. */
async function killOne(args: readonly string[], below: Below): Promise<number | null> {
  const child = startChild(process.execPath, [...args], {
    env: process.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('no pipe');
  const closed = once(child, 'close');
  let kept: number | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    if (kept === null) setTimeout(() => child.kill('SIGKILL'), below(longestLife * 10) / 10);
    kept = Number(line);
  }
  await closed;
  return kept;
}

async function look(
  saving: Saving,
  kept: number,
): Promise<{ readonly newest: number; readonly failure: string | null }> {
  try {
    const newest = await saving.newest();
    if (newest < kept) return { newest, failure: `${kept} was said to be kept, and ${newest} is there` };
    return { newest, failure: newest > kept + 1 ? `${newest} is there, out of nowhere` : null };
  } catch (error) {
    return { newest: 0, failure: `not whole: ${error instanceof Error ? error.message : 'thrown'}` };
  }
}

/** Once they are old, leftovers go; and nothing else was left. */
async function whatStays(folder: string): Promise<string | null> {
  const old = new Date(Date.now() - 120_000);
  for (const name of await readdir(folder)) {
    if (isTemporary(name)) await utimes(path.join(folder, name), old, old);
  }
  await sweepLeftovers(folder, 'any');
  const strange = (await readdir(folder)).filter((name) => !/^(vault|latchkey-.*)\.age(\.bak)?$/.test(name));
  return strange.length === 0 ? null : `left behind: ${strange.join(' ')}`;
}
