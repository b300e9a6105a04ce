import { mkdir, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { backupName, backupsIn, keyName } from '../../src-main/core/backup/content/file-names';
import type { Below } from './seeded';

/** Somebody who can write into the backup folder, and what they know: what lies there and when it is. */
export interface Stranger {
  readonly folder: string;
  readonly below: Below;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** What they put there, by name, and what it held. */
  readonly planted: Map<string, Buffer>;
}

const day = 86_400_000;
/** Before, at and after every clock: milliseconds from now. */
const distances = [-400 * day, -day, -1, 0, 1, 2, 3, 1_000, 60_000, day, 400 * day, 2_000_000 * day];

/** Puts a file where nothing is; the stranger's own later ones may take the place of earlier ones. */
async function plant(stranger: Stranger, name: string, content: Buffer): Promise<void> {
  const { folder, planted } = stranger;
  if ((await readdir(folder)).includes(name) && !planted.has(name)) return;
  await writeFile(path.join(folder, name), content);
  planted.set(name, content);
}

const oneOf = <T>({ below }: Stranger, all: readonly T[]): T | undefined => all[below(all.length)];

async function ofOurs(stranger: Stranger): Promise<string | undefined> {
  const names = await readdir(stranger.folder, { withFileTypes: true });
  const ours = names.filter((one) => one.isFile() && !stranger.planted.has(one.name)).map(({ name }) => name);
  return oneOf(stranger, backupsIn(ours));
}

/** Does something to one of our backups, if there is one. */
const toOurs =
  (act: (place: string, stranger: Stranger, name: string) => Promise<unknown>) =>
  async (stranger: Stranger): Promise<void> => {
    const name = await ofOurs(stranger);
    if (name !== undefined) await act(path.join(stranger.folder, name), stranger, name);
  };

const content = ({ below }: Stranger): Buffer => Buffer.alloc(below(2_000), 'x');

/** A name of a time near or far. */
const someName = (stranger: Stranger): string => {
  const at = stranger.now() + (oneOf(stranger, distances) ?? 0);
  return backupName(Math.max(0, Math.min(at, Date.UTC(9999, 11, 31, 23, 59, 59, 999))), null);
};

/** Everything that a stranger does to the backups. */
export const acts: Readonly<Record<string, (stranger: Stranger) => Promise<void>>> = {
  'plants a backup': (stranger) => plant(stranger, someName(stranger), content(stranger)),
  'plants the last name of all': (stranger) =>
    plant(stranger, 'latchkey-backup-99991231T235959999Z.age', content(stranger)),
  'takes the next names': async (stranger) => {
    for (let later = 0; later < 5; later += 1) {
      await plant(stranger, backupName(stranger.now() + later, null), content(stranger));
    }
  },
  'makes a folder of our next name': async ({ folder, now }) => {
    await mkdir(path.join(folder, backupName(now(), null)), { recursive: true }).catch(() => undefined);
  },
  'makes a link of our next name': async ({ folder, now }) => {
    await symlink('/nowhere/at/all', path.join(folder, backupName(now() + 1, null))).catch(() => undefined);
  },
  'plants something else': (stranger) => plant(stranger, 'notes.txt', content(stranger)),
  'plants something huge': (stranger) => plant(stranger, someName(stranger), Buffer.alloc(1_500_000)),
  'deletes one of ours': toOurs((place) => rm(place)),
  'cuts one of ours': toOurs((place, { below }) => truncate(place, below(300))),
  'writes over one of ours': toOurs((place, stranger) => writeFile(place, content(stranger))),
  'renames one of ours': toOurs((place) => rename(place, place.replace(/\.age$/, ' (1).age'))),
  'swaps one of ours for another': toOurs(async (place, stranger) => {
    const other = await ofOurs(stranger);
    if (other !== undefined) await writeFile(place, await readFile(path.join(stranger.folder, other)));
  }),
  'repeats one of ours': toOurs(async (place, stranger, name) => {
    // Under a name before it: which of several restored files counts is not what is tried here.
    await plant(stranger, name.replace(/backup-\d{4}/, 'backup-2001'), await readFile(place));
  }),
  'deletes the key': ({ folder }) => rm(path.join(folder, keyName), { force: true }),
};
