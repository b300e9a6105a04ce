import { expect } from 'vitest';
import { quickSealer } from '../../../../../scripts/torture/quick-sealer';
import { makeApp, type World } from '../../../../app/make-app';
import { withOwnMac } from '../../../../app/with-own-mac';
import { MemoryProfileFile } from '../../../../fakes/memory-profile-file';
import { MemoryVaultFile } from '../../../../fakes/memory-vault-file';
import { snapshotOf } from '../../story';
import { choose, folderAt, passphrase, settled, stick } from '../folders/backup-world';

const real = { sealer: quickSealer };

/** Latchkey on a vault with these lists, sealed by real age. */
export async function startOn(text: string): Promise<World> {
  const identity = await quickSealer.newIdentity();
  const world = makeApp({}, real);
  world.secrets.entries.set('vault-identity', identity);
  const vaultFile = new MemoryVaultFile(
    await quickSealer.sealTo(await quickSealer.recipientOf(identity), withOwnMac(text, identity)),
  );
  const started = makeApp({ ...world, vaultFile, profileFile: new MemoryProfileFile() }, real);
  await started.app.opened();
  return started;
}

/** A backup, a check of it, and a kit; all of it opens on a fresh computer. */
export async function expectItFits(world: World): Promise<void> {
  const here = (await snapshotOf(world)).handKept.length;
  world.files.make(stick);
  await choose(world, stick);
  await world.backend.setUpBackup({ passphrase });
  await settled(world);
  const { id, health } = await folderAt(world);
  expect(health).toBe('current');
  expect(await world.backend.checkBackup({ folderId: id, passphrase })).toMatchObject({ outcome: 'same' });
  world.files.make('/home/ada');
  world.dialogs.saveFolder = '/home/ada';
  const kit = await world.backend.saveKit({ sealFor: { who: 'passphrase', passphrase } });
  const name = kit.saved ?? '';

  for (const [folder, what] of [
    [stick, 'folder'],
    ['/home/ada', 'file'],
  ] as const) {
    const fresh = makeApp({ files: world.files }, real);
    fresh.dialogs.folder = folder;
    fresh.dialogs.sealedFile = { folder, name };
    await fresh.backend.chooseRestoreSource({ what });
    expect((await fresh.backend.openRestore({ secret: passphrase })).ledgers).toHaveLength(here);
  }
}
