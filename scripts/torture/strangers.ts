import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rowsOf } from '../../tests/app/rows-of';
import { keyName } from '../../src-main/core/backup/content/file-names';
import { systemFiles } from '../../src-main/edge/files/files';
import { makeApp, type World } from '../../tests/app/make-app';
import { quickSealer } from './quick-sealer';
import { Checks, type Result } from './result';
import { acts, type Stranger } from './stranger-acts';
import { type Below, seeded } from './seeded';

const passphrase = 'lantern Åse pebble orbit';
/** The whole core, with real files and real age; the rest of its world is made up. */
const real = { files: systemFiles, sealer: quickSealer };
const steps = [0, 1, 1, 500, 60_000, 86_400_000, -3_600_000];

/**
 * Changes codes over and over, while a stranger who can write into the backup folder does what they like in between.
 * After each change that is backed up, a fresh computer must find all of it with the folder and the passphrase alone; and
 * no file of the stranger may be written over or deleted.
 */
export async function writeAmongStrangers(
  rounds: number,
  { folder, seed }: { readonly folder: string; readonly seed: number },
): Promise<Result> {
  await mkdir(folder, { recursive: true });
  const below = seeded(seed);
  const world = makeApp({}, real);
  await addList(world, 0);
  world.dialogs.folder = folder;
  await world.backend.chooseBackupFolder({});
  await world.backend.setUpBackup({ passphrase });
  const stranger: Stranger = { folder, below, now: () => world.clock.now(), planted: new Map() };
  const checks = new Checks();
  const names = Object.keys(acts);
  for (let round = 1; round <= rounds; round += 1) {
    world.clock.pass(steps[below(steps.length)] ?? 0);
    const done: string[] = [];
    for (let count = below(4); count > 0; count -= 1) done.push(names[below(names.length)] ?? '');
    for (const name of done) await acts[name]?.(stranger);
    await change(world, below, round);
    const failure = (await lost(world, folder)) ?? (await touched(stranger));
    checks.add(failure === null ? null : `round ${round} (${done.join(', ')}): ${failure}`);
    if (round % 10 === 0) checks.add(await keyIsLeftAlone(world, folder));
  }
  return checks.result(
    'a stranger in the backup folder',
    `${rounds} changes, ${stranger.planted.size} planted`,
  );
}

const addList = (world: World, round: number) =>
  world.backend.addHandKept({
    label: `List ${round}`,
    codes: rowsOf(`abcd-${round + 1000}\nefgh-${round + 1000}`),
  });

/** Resolves when the change and its backup are done. */
async function change(world: World, below: Below, round: number): Promise<void> {
  const { handKept } = await world.backend.readSnapshot({});
  const ledger = handKept[below(handKept.length)];
  if (!ledger || (handKept.length < 20 && below(5) === 0)) await addList(world, round);
  else {
    await world.backend.noteOnRecoveryCode({ ledgerId: ledger.id, index: below(2), note: `${round}` });
  }
  await looked(world);
}

async function looked(world: World): Promise<void> {
  await world.backend.lookAtBackups({});
  await world.backend.lookAtBackups({});
}

const healthOf = async (world: World): Promise<string> =>
  (await world.backend.readSnapshot({})).backups?.folders[0]?.health ?? 'none';

/** What a fresh computer does not find; null when it finds all. */
async function lost(world: World, folder: string): Promise<string | null> {
  const health = await healthOf(world);
  if (health !== 'current') return `the backup is ${health}`;
  const fresh = makeApp({}, real);
  fresh.dialogs.folder = folder;
  try {
    await fresh.backend.chooseRestoreSource({ what: 'folder' });
    const { ledgers } = await fresh.backend.openRestore({ secret: passphrase });
    await fresh.backend.restore({ take: [...ledgers.keys()] });
  } catch (error) {
    return `it was not restored: ${error instanceof Error ? error.message : 'thrown'}`;
  }
  return (await everything(fresh)) === (await everything(world)) ? null : 'the restored codes are others';
}

/** All codes with their states and notes, as a text to compare. */
async function everything({ backend }: World): Promise<string> {
  const { handKept } = await backend.readSnapshot({});
  const lists: unknown[] = [];
  for (const { id, label } of [...handKept].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const { codes } = await backend.revealRecoveryCodes({ ledgerId: id });
    const { entries } = await backend.readLedger({ ledgerId: id });
    lists.push([label, codes, entries]);
  }
  return JSON.stringify(lists);
}

/** Which of the stranger's files is no longer as they left it. */
async function touched({ folder, planted }: Stranger): Promise<string | null> {
  for (const [name, content] of planted) {
    const found = await readFile(path.join(folder, name)).catch(() => null);
    if (!found?.equals(content)) return `${name} of the stranger was touched`;
  }
  return null;
}

/** Another key is never written over, it shows, and when ours is back, backups go on by themselves. */
async function keyIsLeftAlone(world: World, folder: string): Promise<string | null> {
  const place = path.join(folder, keyName);
  const ours = await readFile(place);
  const before = (await readdir(folder)).length;
  await writeFile(place, 'of somebody else');
  await world.backend.noteOnRecoveryCode({ ...(await firstOf(world)), index: 0, note: 'k' });
  await looked(world);
  const health = await healthOf(world);
  if (health !== 'other-key') return `with another key the backup is ${health}`;
  if ((await readFile(place, 'utf8')) !== 'of somebody else') return 'the other key was written over';
  if ((await readdir(folder)).length !== before) return 'a backup was written beside another key';
  await writeFile(place, ours);
  await looked(world);
  return lost(world, folder);
}

async function firstOf({ backend }: World): Promise<{ readonly ledgerId: string }> {
  const { handKept } = await backend.readSnapshot({});
  return { ledgerId: handKept[0]?.id ?? '' };
}
