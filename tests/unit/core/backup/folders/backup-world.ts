import type { FolderSummary } from '#contract/backups';
import { backupsIn, keyName } from '../../../../../src-main/core/backup/content/file-names';
import type { Fakes, World } from '../../../../app/make-app';
import { appWithCodes, ofLedger, snapshotOf, type Story } from '../../story';

export const stick = '/media/stick';
export const disk = '/mnt/disk';
export const passphrase = 'correct horse battery';
export const codes = ['acdef-11111', 'acdef-22222', 'acdef-33333'];

/** Chooses a folder as a person does. */
export function choose(world: World, folder: string) {
  world.dialogs.folder = folder;
  return world.backend.chooseBackupFolder({});
}

export async function setUpIn(world: World, folder: string, typed = passphrase): Promise<void> {
  if (!world.files.folders.has(folder)) world.files.make(folder);
  await choose(world, folder);
  await world.backend.setUpBackup({ passphrase: typed });
}

/** Adds a folder to those that are set up. */
export async function addIn(world: World, folder: string): Promise<void> {
  if (!world.files.folders.has(folder)) world.files.make(folder);
  await choose(world, folder);
  await world.backend.addBackupFolder({});
}

/** An app with recovery codes and a backup folder, the stick. */
export async function appWithBackups(): Promise<Story> {
  const story = await appWithCodes(codes);
  await setUpIn(story, stick);
  return story;
}

/** Waits for every backup that is under way or due; a look comes after them. */
export async function settled(world: World): Promise<void> {
  await world.backend.lookAtBackups({});
  await world.backend.lookAtBackups({});
}

/** Uses a code up, which is a change of the ledger like any other. */
export const useUp = (story: Story) => story.backend.useNextCode(ofLedger(story));

/** The id of the profile, of which its backups are named. */
export const computerOf = ({ profileFile }: Fakes): string =>
  (JSON.parse(profileFile.text ?? '') as { readonly id: string }).id;

export const namesIn = ({ files }: Fakes, folder = stick): string[] => [
  ...(files.folders.get(folder)?.keys() ?? []),
];

/** Newest first. */
export const backupNames = (world: Fakes, folder = stick): string[] => backupsIn(namesIn(world, folder));

export function fileIn({ files }: Fakes, name: string, folder = stick): Uint8Array {
  const file = files.folders.get(folder)?.get(name);
  if (!file) throw new Error(`no ${name} in ${folder}`);
  return file;
}

/** A whole folder, to be compared with what it is later. */
export const picture = ({ files }: Fakes, folder = stick): Record<string, string> =>
  Object.fromEntries(
    [...(files.folders.get(folder) ?? [])].map(([name, content]) => [
      name,
      Buffer.from(content).toString('hex'),
    ]),
  );

/** The key as a person with the `age` command sees it. */
export const openedKey = (world: Fakes, typed = passphrase, folder = stick): Promise<string> =>
  world.sealer.openWithPassphrase(typed, fileIn(world, keyName, folder));

/** What is in a backup, the newest unless told, opened with nothing but the folder and the passphrase. */
export async function opened(world: Fakes, folder = stick, name = backupNames(world, folder)[0] ?? 'any') {
  const [identity = ''] = /AGE-SECRET-KEY-1\w+/.exec(await openedKey(world, passphrase, folder)) ?? [];
  const text = await world.sealer.openWith(identity, fileIn(world, name, folder));
  return JSON.parse(text) as {
    readonly madeAt: string;
    readonly accounts: { readonly label: string; readonly sets: { readonly codes: unknown[] }[] }[];
  };
}

/** The labels and the states of the codes, such as `Work: used unused`. */
export async function holds(world: Fakes, folder = stick, name?: string): Promise<string[]> {
  const { accounts } = await opened(world, folder, name);
  return accounts.map(({ label, sets }) => {
    const states = (sets[0]?.codes ?? []) as { readonly state: string }[];
    return `${label}: ${states.map(({ state }) => state).join(' ')}`;
  });
}

/** A folder as the window sees it. Throws when it is not set up. */
export async function folderAt(world: World, path = stick): Promise<FolderSummary> {
  const folder = (await snapshotOf(world)).backups?.folders.find((one) => one.path === path);
  if (!folder) throw new Error(`${path} is not set up`);
  return folder;
}

/** What is no sealed file any more. */
export function spoil({ files }: Fakes, name: string, folder = stick): void {
  const content = files.folders.get(folder)?.get(name);
  if (!content) throw new Error(`no ${name} in ${folder}`);
  const spoiled = content.slice();
  const last = spoiled.length - 1;
  spoiled[last] = spoiled[last] === 0x61 ? 0x62 : 0x61;
  files.folders.get(folder)?.set(name, spoiled);
}
