import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { makeApp } from '../../../../app/make-app';
import { MemoryFiles } from '../../../../fakes/memory-files';
import { MemoryVaultFile } from '../../../../fakes/memory-vault-file';
import { ofLedger, restart, type Story } from '../../story';
import { openedVault } from '../../vault/opened-vault';
import { appWithBackups, backupNames, folderAt, holds, settled, stick } from './backup-world';
import { put } from '../../restore/restore-world';

/** Steps on the disk until the program is killed: from then on nothing it does comes to an end. */
class Life {
  #left: number;
  #end: () => void = () => undefined;
  readonly ended = new Promise<void>((resolve) => (this.#end = resolve));

  constructor(steps: number) {
    this.#left = steps;
  }

  step<T>(act: () => Promise<T>): Promise<T> {
    if (this.#left > 0) {
      this.#left -= 1;
      return act();
    }
    this.#end();
    return new Promise<T>(() => undefined);
  }
}

/** A start on the same disk, which is killed after so many steps. */
function startFor(story: Story, steps: number): { readonly story: Story; readonly ended: Promise<void> } {
  const life = new Life(steps);
  const files = new MemoryFiles();
  for (const [folder, content] of story.files.folders) files.folders.set(folder, content);
  const list = files.list.bind(files);
  const read = files.read.bind(files);
  const write = files.write.bind(files);
  const remove = files.remove.bind(files);
  files.list = (folder) => life.step(() => list(folder));
  files.read = (place) => life.step(() => read(place));
  files.write = (place, content, over) => life.step(() => write(place, content, over));
  files.remove = (place) => life.step(() => remove(place));
  const vaultFile = new MemoryVaultFile(story.vaultFile.sealed, story.vaultFile.backup);
  const save = vaultFile.write.bind(vaultFile);
  vaultFile.write = (sealed) =>
    life.step(async () => {
      await save(sealed);
      story.vaultFile.sealed = vaultFile.sealed;
      story.vaultFile.backup = vaultFile.backup;
    });
  const dying = { ...story, files, vaultFile };
  return { story: { ...makeApp(dying), accountId: story.accountId }, ended: life.ended };
}

let changes = 0;
async function change(story: Story): Promise<void> {
  changes += 1;
  story.clock.pass(60_000);
  await story.backend.noteOnRecoveryCode({ ...ofLedger(story), index: 0, note: `${changes}` });
}

describe('a run that is killed while it writes a backup', () => {
  it('leaves no file behind for good, whichever step was its last, a hundred times over', async () => {
    const first = await appWithBackups();
    let most = 0;
    for (let kill = 0; kill < 100; kill += 1) {
      const { story, ended } = startFor(first, kill % 14);
      const done = change(story).then(() => settled(story));
      await Promise.race([ended, done]);
      most = Math.max(most, backupNames(first).length);
    }
    const last = restart(first);
    await change(last);
    await settled(last);
    expect(backupNames(last)).toHaveLength(limits.backupsKept);
    expect(await folderAt(last)).toMatchObject({ health: 'current', kept: limits.backupsKept });
    expect(await holds(last)).toEqual(['Work: unused unused unused']);
    expect(most).toBeLessThanOrEqual(limits.backupsKept + 2);
  });

  it('has noted a name that somebody else takes before it is written: that file stays', async () => {
    const first = await appWithBackups();
    const foreign = new Uint8Array([1, 2, 3]);
    const begun = async (): Promise<string | undefined> =>
      (await openedVault(first)).local.backups?.folders[0]?.begun?.file;
    for (let steps = 0; steps < 20 && (await begun()) === undefined; steps += 1) {
      const { story, ended } = startFor(first, steps);
      const done = change(story).then(() => settled(story));
      await Promise.race([ended, done]);
    }
    const next = (await begun()) ?? 'none';
    expect(backupNames(first)).toHaveLength(1);
    put(first, next, foreign);
    const later = restart(first);
    for (let count = 0; count < 10; count += 1) {
      await change(later);
      await settled(later);
    }
    expect(first.files.folders.get(stick)?.get(next)).toBe(foreign);
    expect(backupNames(later)).toHaveLength(limits.backupsKept + 1);
  });
});
