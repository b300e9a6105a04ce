import path from 'node:path';
import { editProfiles } from './edited-profiles';
import { failInside } from './faults';
import { saveBeyondLimit, saveOnFullDisk } from './full-disk';
import { killWhileSaving } from './kills';
import { openMutated } from './mutations';
import { killWhileTakingOver } from './migrations';
import type { Result } from './result';
import { writeAmongStrangers } from './strangers';
import { traceSaves } from './system-calls';

export interface Plan {
  /** Of the vault, and as many while backups are written. */
  readonly kills: number;
  readonly mutations: number;
  /** Changes of codes, while a stranger writes into the backup folder. */
  readonly rounds: number;
  /** Of the files of profiles. */
  readonly edits: number;
  readonly seed: number;
  /** `profile`: nothing but what is done to profiles. */
  readonly only: 'everything' | 'profile';
}

/**
 * Everything, one kind after the other, but for the kills of vault and backups, which go side by side.
 *
 * @param at the bundled saver, a folder for what it saves, and the profiles of Latchkey 0.1.0
 * @param tell gets each result when it is there
 */
export async function torture(
  { kills, mutations, rounds, edits, seed, only }: Plan,
  at: { readonly saver: string; readonly folder: string; readonly profiles: string },
  tell: (result: Result) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  const add = (more: Result): void => {
    results.push(more);
    tell(more);
  };
  const inFolder = (name: string) => ({ saver: at.saver, folder: path.join(at.folder, name) });
  const profiles = async (): Promise<void> => {
    (await editProfiles(edits, seed)).forEach(add);
    add(await killWhileTakingOver(kills, { ...inFolder('profiles'), profiles: at.profiles, seed }));
  };
  if (only === 'profile') {
    await profiles();
    return results;
  }
  (await traceSaves(inFolder('traced'))).forEach(add);
  add(await failInside(inFolder('faults')));
  add(await saveOnFullDisk(inFolder('full')));
  add(await saveBeyondLimit(inFolder('limited')));
  await Promise.all([
    killWhileSaving('vault', kills, { ...inFolder('vault'), seed }).then(add),
    killWhileSaving('folder', kills, { ...inFolder('backups'), seed: seed + 1 }).then(add),
  ]);
  add(await writeAmongStrangers(rounds, { folder: path.join(at.folder, 'strangers'), seed }));
  (await openMutated(mutations, seed)).forEach(add);
  await profiles();
  return results;
}
