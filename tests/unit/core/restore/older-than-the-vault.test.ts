import { expect, it } from 'vitest';
import { backupsIn, keyName } from '../../../../src-main/core/backup/content/file-names';
import type { World } from '../../../app/make-app';
import { disk, passphrase, settled, setUpIn, stick } from '../backup/folders/backup-world';
import { appWithCodes, restart, snapshotOf } from '../story';
import { addByHand } from '../vault/vault-world';
import { chooseFile, open } from './restore-world';

/** Whether a window is told that the vault is older than what was last written, once that was looked at. */
async function isTold(world: World): Promise<boolean> {
  await world.app.opened();
  world.clock.pass(2_000);
  await world.app.writeCount.settle();
  return (await snapshotOf(world)).vaultOlder;
}

it('a restore of an older vault file or backup makes no older vault of the one that is here', async () => {
  const story = await appWithCodes(['abcd-1234', 'efgh-5678']);
  await setUpIn(story, disk);
  await settled(story);
  const older = story.vaultFile.sealed ?? new Uint8Array();
  const backups = new Map(story.files.folders.get(disk));
  const [name = ''] = backupsIn([...backups.keys()]);
  for (const label of ['one', 'two', 'three']) await addByHand(story, label);
  await settled(story);
  await story.app.writeCount.settle();
  story.files.make(stick, {
    'vault.age': older,
    [name]: backups.get(name) ?? new Uint8Array(),
    [keyName]: backups.get(keyName) ?? new Uint8Array(),
  });
  for (const [file, secret] of [
    ['vault.age', ''],
    [name, passphrase],
  ] as const) {
    await chooseFile(story, file);
    const { ledgers } = await open(story, secret);
    const take = [...ledgers.keys()].filter((place) => ledgers[place]?.kind !== 'only-here');
    expect((await story.backend.restore({ take })).ledgers).toBeGreaterThan(0);
    await addByHand(story, `after ${file}`);
    expect(await isTold(story)).toBe(false);
    expect(await isTold(restart(story))).toBe(false);
  }
  // The same file in the place of the vault is told.
  story.vaultFile.sealed = older;
  expect(await isTold(restart(story))).toBe(true);
});
