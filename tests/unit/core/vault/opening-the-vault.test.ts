import { describe, expect, it } from 'vitest';
import type { KeychainTrouble } from '../../../../src-main/core/ports/secrets';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { appWithCodes, renewCodes, restart, snapshotOf } from '../story';
import {
  addByHand,
  damaged,
  identity,
  identityEntryOf,
  newerWith,
  oldIdentityEntry,
  sealedWith,
  startOn,
  unlocked,
  warmedUp,
} from './vault-world';

const bad: typeof sealedWith = async (sealer, label) => damaged(await sealedWith(sealer, label));
const badHeader: typeof sealedWith = async (sealer, label) =>
  damaged(await sealedWith(sealer, label), 'header');
const foreign: typeof sealedWith = (sealer) => sealer.sealTo('age1stranger', 'a stranger’s');
const junk: typeof sealedWith = () => Promise.resolve(new Uint8Array(512));
const noVault: typeof sealedWith = (sealer) => sealer.sealTo('age1fake0000', '{"schema":2}');

/** Everything on disk, to see that nothing was written over. */
const onDisk = ({ vaultFile: { sealed, backup, aside, written } }: World) =>
  structuredClone({ sealed, backup, aside, written });

describe('the vault', () => {
  it('is open and empty where there is none, without a touch of the keychain or the disk', async () => {
    const world = makeApp();
    expect(await warmedUp(world)).toEqual({ vault: { state: 'open', setAside: false }, labels: [] });
    expect([world.secrets.touches, world.vaultFile.written]).toEqual([[], []]);
  });

  it('is opened by a start, with one look into the keychain', async () => {
    const before = await startOn(sealedWith, sealedWith);
    await before.app.warmUp();
    before.secrets.touches.length = 0;
    const world = makeApp(before);
    expect(world.app.snapshot()).toMatchObject({ vault: { state: 'closed' }, lock: { opening: true } });
    expect(await warmedUp(world)).toEqual({ vault: { state: 'open', setAside: false }, labels: ['current'] });
    expect(world.secrets.touches).toEqual([`read ${identityEntryOf(world)}`]);
    expect(world.vaultFile.written).toEqual([]);
  });

  it('is opened on request, which fails in so many words', async () => {
    const world = await startOn(sealedWith);
    world.secrets.trouble = 'locked';
    expect(await codeOf(unlocked(world))).toBe('keychain-locked');
    expect(world.announced.at(-1)).toMatchObject({
      vault: { state: 'locked' },
      lock: { locked: true, opening: false, reason: 'keychain' },
    });
    world.secrets.trouble = null;
    expect(await unlocked(world)).toEqual({});
    expect(world.announced.at(-1)).toMatchObject({
      vault: { state: 'open' },
      lock: { locked: false },
      handKept: [{ label: 'current' }],
    });
  });

  it('is opened once, however many calls ask for it', async () => {
    const before = await appWithCodes(['abcd-1234']);
    before.secrets.touches.length = 0;
    const world = restart(before);
    const ledger = { ledgerId: world.accountId };
    await Promise.all([
      world.app.warmUp(),
      world.backend.revealRecoveryCodes(ledger),
      world.backend.useNextCode(ledger),
    ]);
    expect(world.secrets.touches).toEqual([`read ${identityEntryOf(world)}`]);
  });

  it.each([
    ['damaged', bad],
    ['damaged where it names its key', badHeader],
    ['no sealed file', junk],
    ['no vault inside', noVault],
    ['sealed to a stranger', foreign],
  ])('that is %s is set aside, and its last good version is opened', async (_how, current) => {
    const world = await startOn(current, sealedWith);
    const before = onDisk(world);
    expect(await warmedUp(world)).toEqual({ vault: { state: 'open', setAside: true }, labels: ['backup'] });
    expect(onDisk(world)).toEqual({ ...before, sealed: null, aside: [before.sealed] });
    await addByHand(world);
    expect(world.vaultFile.backup).toEqual(before.backup);
    const later = makeApp(world);
    expect(await warmedUp(later)).toEqual({
      vault: { state: 'open', setAside: false },
      labels: ['backup', 'By hand'],
    });
  });

  it('that is gone is replaced by its last good version', async () => {
    const world = await startOn(null, sealedWith);
    expect(await warmedUp(world)).toEqual({ vault: { state: 'open', setAside: true }, labels: ['backup'] });
    expect(world.vaultFile.aside).toEqual([]);
  });

  it.each([
    ['like its last good version', bad],
    ['without a last good version', null],
  ])('that is damaged %s is set aside for a fresh start', async (_how, backup) => {
    const world = await startOn(bad, backup);
    const before = onDisk(world);
    expect(await warmedUp(world)).toEqual({ vault: { state: 'open', setAside: true }, labels: [] });
    expect(onDisk(world)).toEqual({ ...before, sealed: null, aside: [before.sealed] });
    await addByHand(world);
    expect((await warmedUp(makeApp(world))).labels).toEqual(['By hand']);
  });

  it('that cannot be read is told of and not written over', async () => {
    const world = await startOn(sealedWith);
    world.vaultFile.unreadable = true;
    expect(await warmedUp(world)).toEqual({ vault: { state: 'closed', setAside: false }, labels: [] });
    expect(await codeOf(addByHand(world))).toBe('locked');
    expect((await snapshotOf(world)).lock.reason).toBe('unreadable');
    expect(await codeOf(unlocked(world))).toBe('vault-unreadable');
    expect(world.vaultFile.written).toEqual([]);
    world.vaultFile.unreadable = false;
    await unlocked(world);
    await addByHand(world);
    expect((await warmedUp(makeApp(world))).labels).toEqual(['current', 'By hand']);
  });

  it('that is damaged and cannot be set aside is not written over', async () => {
    const world = await startOn(bad, sealedWith);
    world.vaultFile.stuck = true;
    const before = onDisk(world);
    expect(await codeOf(unlocked(world))).toBe('vault-unreadable');
    expect(await codeOf(addByHand(world))).toBe('locked');
    expect(onDisk(world)).toEqual(before);
  });

  it('stays as it is while nothing can be opened, and opens later', async () => {
    const world = await startOn(sealedWith);
    world.sealer.broken = true;
    expect((await warmedUp(world)).labels).toEqual([]);
    expect(await codeOf(unlocked(world))).toBe('bug');
    expect(onDisk(world)).toMatchObject({ written: [], aside: [] });
    world.sealer.broken = false;
    await unlocked(world);
    expect((await warmedUp(world)).labels).toEqual(['current']);
  });
});

describe('the vault of a later version of Latchkey', () => {
  it.each([
    ['with a good one before it', newerWith, sealedWith],
    ['that is the last good version of a damaged one', bad, newerWith],
    ['that is the last good version of a missing one', null, newerWith],
  ])('%s is never written, nor set aside', async (_how, current, backup) => {
    const world = await startOn(current, backup);
    const before = onDisk(world);
    expect(await warmedUp(world)).toEqual({ vault: { state: 'newer', setAside: false }, labels: [] });
    expect(await codeOf(addByHand(world))).toBe('vault-read-only');
    expect(onDisk(world)).toEqual(before);
  });
});

describe('a vault without its key', () => {
  it.each([
    ['gone', null],
    ['another one', 'AGE-SECRET-KEY-1OTHER'],
  ])('because the keychain’s is %s stays closed and is never written over', async (_how, other) => {
    const story = await appWithCodes(['abcd-1234']);
    await story.backend.markRecoveryCode({ ledgerId: story.accountId, index: 0, state: 'used' });
    const world = restart(story);
    const entry = identityEntryOf(world);
    world.secrets.entries.delete(entry);
    if (other !== null) world.secrets.entries.set(entry, other);
    const before = onDisk(world);
    expect(await codeOf(unlocked(world))).toBe('vault-key-missing');
    expect(await warmedUp(world)).toMatchObject({ vault: { state: 'key-missing', setAside: false } });

    world.http.on(renewCodes).requests.length = 0;
    const { accountId } = world;
    for (const attempt of [
      () => addByHand(world),
      () => world.backend.fetchRecoveryCodes({ accountId }),
      () => world.backend.generateRecoveryCodes({ accountId, withoutBackup: false }),
      () => world.backend.revealRecoveryCodes({ ledgerId: accountId }),
      () => world.backend.useNextCode({ ledgerId: accountId }),
    ])
      expect(await codeOf(attempt())).toBe('locked');
    expect(await snapshotOf(world)).toMatchObject({
      vault: { state: 'key-missing' },
      keychain: { state: 'ready' },
    });
    expect(onDisk(world)).toEqual(before);
    expect(world.http.calls).toEqual([]);
    expect(world.secrets.entries.get(entry)).toBe(other ?? undefined);
  });

  it('opens once its key is back', async () => {
    const world = await startOn(sealedWith);
    world.secrets.entries.delete(oldIdentityEntry);
    expect(await codeOf(unlocked(world))).toBe('vault-key-missing');
    world.secrets.entries.set(oldIdentityEntry, identity);
    await unlocked(world);
    expect(await warmedUp(world)).toEqual({ vault: { state: 'open', setAside: false }, labels: ['current'] });
  });

  it('is not set aside where the damaged one lies before a good one of another key', async () => {
    const world = await startOn(bad, foreign);
    const before = onDisk(world);
    expect((await warmedUp(world)).vault).toEqual({ state: 'key-missing', setAside: false });
    expect(await codeOf(addByHand(world))).toBe('locked');
    expect(onDisk(world)).toEqual(before);
  });

  it.each<[KeychainTrouble, string]>([
    ['locked', 'keychain-locked'],
    ['unavailable', 'keychain-unavailable'],
    ['timed-out', 'keychain-timed-out'],
    ['crashed', 'keychain-crashed'],
  ])('because the keychain is %s opens once the keychain does', async (trouble, code) => {
    const world = await startOn(sealedWith);
    world.secrets.trouble = trouble;
    expect((await warmedUp(world)).vault).toEqual({ state: 'locked', setAside: false });
    expect(await codeOf(unlocked(world))).toBe(code);
    expect(await codeOf(addByHand(world))).toBe('locked');
    expect(world.vaultFile.written).toEqual([]);
    world.secrets.trouble = null;
    await unlocked(world);
    await addByHand(world);
    expect((await snapshotOf(world)).vault.state).toBe('open');
    expect((await warmedUp(makeApp(world))).labels).toEqual(['current', 'By hand']);
  });
});
