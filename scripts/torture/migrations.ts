import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openBackupKey, sealBackupKey } from '../../src-main/core/keys/sealed-identity';
import { passphrases } from '../../tests/app/profile-of-first-version';
import { whatIsBroken } from '../../tests/unit/core/vault/migration/kill-twice';
import { allOf, takeOver } from '../../tests/unit/core/vault/migration/left-profile';
import { startChild } from '../desktop/child.mjs';
import { quickSealer } from './quick-sealer';
import { lyingIn, startIn } from './real-profile';
import { Checks, type Result } from './result';
import { type Below, seeded } from './seeded';

/** Milliseconds: to take a profile over takes about as long from the moment at which the program says that it begins. */
const longestLife = 160;

interface At {
  /** The bundled saver. */
  readonly saver: string;
  /** A folder of its own. */
  readonly folder: string;
  /** Where the profiles of Latchkey 0.1.0 are. */
  readonly profiles: string;
  readonly seed: number;
}

/**
 * Kills Latchkey while it takes over a profile of version 0.1.0 on real files, and again while it goes on; then it takes it
 * over to the end. Nothing may be missing, and until the new vault lies there and opens, the old files are what they were.
 */
export async function killWhileTakingOver(kills: number, at: At): Promise<Result> {
  const checks = new Checks();
  const below = seeded(at.seed);
  const names = (await readdir(at.profiles, { withFileTypes: true })).filter((one) => one.isDirectory());
  const templates: { readonly name: string; readonly template: string; readonly wanted: string }[] = [];
  for (const { name } of names) {
    const template = await prepared(path.join(at.profiles, name), path.join(at.folder, `${name}-left`));
    const whole = path.join(at.folder, `${name}-whole`);
    await cp(template, whole, { recursive: true });
    templates.push({ name, template, wanted: await takenOver(whole) });
  }
  let early = 0;
  let midway = 0;
  for (let kill = 0; kill < kills; kill += 2) {
    const { name, template, wanted } = templates[(kill / 2) % templates.length] ?? {
      name: '',
      template: '',
      wanted: '',
    };
    // Another one each time: what a run notes last may come after everybody has looked.
    const folder = path.join(at.folder, `killed-${kill}`);
    await cp(template, folder, { recursive: true });
    const left = lyingIn(template);
    for (const time of ['first', 'second']) {
      const isOver = await killOne([at.saver, 'take-over', folder], below);
      if (isOver) early += 1;
      else midway += 1;
      const broken = await whatIsBroken(lyingIn(folder), left);
      checks.add(broken.length === 0 ? null : `${name}, ${time} of kill ${kill}: ${broken.join(', ')}`);
    }
    const found = await takenOver(folder).catch((error: unknown) => String(error));
    checks.add(found === wanted ? null : `${name}, after kill ${kill}: ${found} instead of ${wanted}`);
  }
  return checks.result('killed while taking over 0.1.0', `${midway} kills on the way, ${early} at its end`);
}

/** The profile as version 0.1.0 left it; where a passphrase seals its key, at less work than people need. */
async function prepared(from: string, to: string): Promise<string> {
  await mkdir(to, { recursive: true });
  await cp(from, path.join(to, 'profile'), { recursive: true });
  for (const name of ['keychain.json', 'backups'])
    await cp(path.join(from, name), path.join(to, name), { recursive: true }).catch(() => undefined);
  for (const name of ['keychain.json', 'keychain-before.json', 'practice-service.json', 'backups'])
    await rm(path.join(to, 'profile', name), { recursive: true, force: true });
  const file = path.join(to, 'profile', 'vault-key.age');
  const sealed = await readFile(file).catch(() => null);
  if (sealed) {
    const key = await openBackupKey(quickSealer, new Uint8Array(sealed), passphrases.lock);
    await writeFile(file, await sealBackupKey(quickSealer, key, passphrases.lock, 0));
  }
  return to;
}

/** Takes it over to its end, and gives all that is in it. */
async function takenOver(folder: string): Promise<string> {
  const world = startIn(folder);
  await takeOver(world);
  return JSON.stringify(await allOf(world));
}

/** Starts it, and kills it some time after it has begun. True where it had come to its end by then. */
async function killOne(args: readonly string[], below: Below): Promise<boolean> {
  const child = startChild(process.execPath, [...args], {
    env: process.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('no pipe');
  const closed = once(child, 'close');
  let isOver = false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'begun') setTimeout(() => child.kill('SIGKILL'), below(longestLife * 10) / 10);
    else isOver = true;
  }
  await closed;
  return isOver;
}
