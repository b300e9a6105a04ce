import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { snapshotOf } from '../story';
import {
  addByHand,
  identityEntryOf,
  oldIdentityEntry,
  sealedWith,
  startOn,
  unlocked,
  warmedUp,
} from './vault-world';

/** A vault with its last good version, and a keychain that has lost the key to both. */
async function keyless(): Promise<World> {
  const world = await startOn(sealedWith, sealedWith);
  world.secrets.entries.delete(oldIdentityEntry);
  expect(await codeOf(unlocked(world))).toBe('vault-key-missing');
  expect(await snapshotOf(world)).toMatchObject({
    vault: { state: 'key-missing' },
    lock: { locked: true, reason: 'key-missing' },
  });
  return world;
}

describe('a new vault', () => {
  it('begins empty, and keeps the sealed file and its last good version under another name', async () => {
    const world = await keyless();
    const { sealed, backup } = world.vaultFile;
    await world.backend.startOver({});
    expect((await snapshotOf(world)).vault).toEqual({ state: 'open', setAside: false });
    expect(world.vaultFile.aside).toEqual([sealed, backup]);
    expect(world.secrets.entries.has(oldIdentityEntry)).toBe(false);

    await addByHand(world);
    expect(world.secrets.entries.has(identityEntryOf(world))).toBe(true);
    expect(await warmedUp(makeApp(world))).toEqual({
      vault: { state: 'open', setAside: false },
      labels: ['By hand'],
    });
  });

  it('is not begun while the old one cannot be put aside', async () => {
    const world = await keyless();
    world.vaultFile.stuck = true;
    expect(await codeOf(world.backend.startOver({}))).toBe('vault-not-saved');
    expect((await snapshotOf(world)).vault.state).toBe('key-missing');
    expect(await codeOf(addByHand(world))).toBe('locked');
  });

  it('is not begun over one that is open, or that only the keychain’s lock keeps closed', async () => {
    const open = await startOn(sealedWith);
    await open.app.warmUp();
    const locked = await startOn(sealedWith);
    locked.secrets.trouble = 'locked';
    await locked.app.warmUp();
    for (const world of [open, locked]) {
      await world.backend.startOver({});
      expect(world.vaultFile.aside).toEqual([]);
    }
    expect((await warmedUp(open)).labels).toEqual(['current']);
  });
});
