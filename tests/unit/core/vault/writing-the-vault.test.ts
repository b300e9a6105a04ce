import { describe, expect, it, vi } from 'vitest';
import { limits } from '#contract/limits';
import { TooLongToSeal } from '../../../../src-main/core/ports/sealing/sealer';
import { json } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { MemoryVaultFile } from '../../../fakes/memory-vault-file';
import { appWithAccount, appWithCodes, codesOf, listCodes, restart, snapshotOf } from '../story';
import { addByHand, identityEntryOf, oldIdentityEntry, sealedWith, startOn, warmedUp } from './vault-world';

/** What holds for 16 MiB holds for one, and is seen sixteen times sooner. */
vi.mock('#contract/limits', async (original) => {
  const { limits: known } = await original<{ limits: Record<string, number> }>();
  return { limits: { ...known, sealedText: 1024 * 1024 - 1024, codesInSet: 1500, recoveryCodes: 400 } };
});

const labelsNow = async (world: World) => (await snapshotOf(world)).handKept.map(({ label }) => label);
const labelsLater = async (world: World) => (await warmedUp(makeApp(world))).labels;

describe('the first write', () => {
  it('makes an identity, and proves that the keychain has it before anything is sealed to it', async () => {
    const world = makeApp();
    const known: (string | undefined)[] = [];
    const write = world.vaultFile.write.bind(world.vaultFile);
    vi.spyOn(world.vaultFile, 'write').mockImplementation((sealed) => {
      known.push(world.secrets.entries.get(identityEntryOf(world)));
      return write(sealed);
    });
    await addByHand(world);
    expect(known).toEqual(['AGE-SECRET-KEY-1FAKE0001']);
    const entry = identityEntryOf(world);
    const own = world.secrets.touches.filter((touch) => touch.endsWith(entry));
    expect(own.slice(-2)).toEqual([`write ${entry}`, `read ${entry}`]);
    expect(await labelsLater(world)).toEqual(['By hand']);
  });

  it('uses an identity that lies there already, as after the file was deleted', async () => {
    const before = await startOn(sealedWith);
    await before.app.warmUp();
    const world = makeApp({ ...before, vaultFile: new MemoryVaultFile() });
    before.secrets.touches.length = 0;
    await addByHand(world);
    expect(world.secrets.touches).not.toContain(`write ${identityEntryOf(world)}`);
    expect(world.secrets.entries.get(identityEntryOf(world))).toBe('AGE-SECRET-KEY-1FAKE0000');
    expect(await labelsLater(world)).toEqual(['By hand']);
  });

  it('leaves a key alone that lies under no name of its profile: it may be another profile’s', async () => {
    const world = makeApp();
    world.secrets.entries.set(oldIdentityEntry, 'AGE-SECRET-KEY-1OTHER');
    await addByHand(world);
    expect(world.secrets.entries.get(oldIdentityEntry)).toBe('AGE-SECRET-KEY-1OTHER');
    expect(world.secrets.entries.get(identityEntryOf(world))).toBe('AGE-SECRET-KEY-1FAKE0001');
    expect(await labelsLater(world)).toEqual(['By hand']);
  });

  it('makes no file when the keychain is locked, and works once it is open', async () => {
    const world = makeApp();
    world.secrets.trouble = 'locked';
    expect(await codeOf(addByHand(world))).toBe('keychain-locked');
    expect([world.vaultFile.sealed, await labelsNow(world)]).toEqual([null, []]);
    world.secrets.trouble = null;
    await addByHand(world);
    expect(await labelsLater(world)).toEqual(['By hand']);
  });

  it('makes no file when the keychain does not give back the identity', async () => {
    const world = makeApp();
    world.secrets.stores = (value) => value.slice(0, 10);
    expect(await codeOf(addByHand(world))).toBe('token-not-kept');
    expect([world.vaultFile.sealed, world.secrets.entries.size, await labelsNow(world)]).toEqual([
      null,
      0,
      [],
    ]);
  });
});

describe('a write', () => {
  it('of more than one file holds says so, and changes nothing', async () => {
    const world = makeApp();
    await addByHand(world);
    const before = world.vaultFile.sealed;
    vi.spyOn(world.sealer, 'sealTo').mockRejectedValue(new TooLongToSeal());
    expect(await codeOf(addByHand(world, 'One more'))).toBe('vault-full');
    expect([world.vaultFile.sealed, await labelsNow(world)]).toEqual([before, ['By hand']]);
  });

  it('shows nothing that a full disk did not keep, and goes on once there is room', async () => {
    const story = await appWithCodes(['abcd-1234']);
    const before = await snapshotOf(story);
    const disk = story.vaultFile.sealed;
    story.vaultFile.full = true;
    story.http.on(listCodes, json(200, { recovery_codes: ['efgh-5678'] }));
    const { accountId, backend } = story;
    for (const attempt of [
      () => addByHand(story),
      () => backend.fetchRecoveryCodes({ accountId }),
      () => backend.markRecoveryCode({ ledgerId: accountId, index: 0, state: 'used' }),
      () => backend.noteOnRecoveryCode({ ledgerId: accountId, index: 0, note: 'x' }),
    ])
      expect(await codeOf(attempt())).toBe('vault-not-saved');
    expect(await snapshotOf(story)).toEqual(before);
    expect(await codesOf(story)).toEqual(['abcd-1234']);
    expect(story.vaultFile.sealed).toEqual(disk);
    story.vaultFile.full = false;
    await addByHand(story);
    expect(await labelsLater(story)).toEqual(['By hand']);
  });

  it.each<[string, (sealed: Uint8Array) => Uint8Array]>([
    ['cuts files', (sealed) => sealed.slice(0, 40)],
    ['changes a byte', (sealed) => sealed.map((byte, index) => (index === 30 ? byte ^ 1 : byte))],
    ['stores nothing', () => new Uint8Array()],
    ['adds a byte', (sealed) => new Uint8Array([...sealed, 0])],
  ])(
    'to a disk that %s fails, and the last good version survives any number of them',
    async (_how, stores) => {
      const world = await startOn(sealedWith);
      await world.app.warmUp();
      world.vaultFile.stores = stores;
      for (const label of ['one', 'two', 'three'])
        expect(await codeOf(addByHand(world, label))).toBe('vault-not-saved');
      expect(await labelsNow(world)).toEqual(['current']);
      expect(await labelsLater(world)).toEqual(['current']);
      world.vaultFile.stores = (sealed) => sealed;
      await addByHand(world, 'four');
      expect(await labelsLater(world)).toEqual(['current', 'four']);
    },
  );

  it('does not touch the disk with what would not open', async () => {
    const world = await startOn(sealedWith);
    await world.app.warmUp();
    for (const seals of [(text: string) => text.slice(1), (text: string) => text.replace('abcd', 'efgh')]) {
      world.sealer.seals = seals;
      expect(await codeOf(addByHand(world))).toBe('vault-not-saved');
    }
    world.sealer.broken = true;
    expect(await codeOf(addByHand(world))).toBe('vault-not-saved');
    expect(world.vaultFile.written).toEqual([]);
  });

  it('does not touch the disk with more codes than the next start would read', async () => {
    const story = await appWithAccount();
    const { accountId } = story;
    const codes = Array.from({ length: limits.codesInSet }, (_, index) => `code-${index}`);
    await appWithCodes(codes.slice(0, limits.recoveryCodes), story);
    // The service lists others each time, and one that is known.
    const step = limits.recoveryCodes - 1;
    for (let from = limits.recoveryCodes; from < codes.length; from += step) {
      story.http.on(listCodes, json(200, { recovery_codes: ['code-0', ...codes.slice(from, from + step)] }));
      await story.backend.fetchRecoveryCodes({ accountId });
    }
    expect(await codesOf(restart(story))).toEqual(codes);
    story.http.on(listCodes, json(200, { recovery_codes: ['code-0', 'one-more'] }));
    expect(await codeOf(story.backend.fetchRecoveryCodes({ accountId }))).toBe('vault-full');
    expect(await codesOf(restart(story))).toEqual(codes);
  });

  it('does not touch the disk once the vault would be too long to be opened', async () => {
    const story = await appWithAccount();
    const long = (from: number) =>
      Array.from({ length: limits.recoveryCodes }, (_, index) => `${from + index}`.padEnd(200, 'x'));
    let kept: string[] = [];
    for (let from = 1_000; ; from += 1_000) {
      story.http.on(listCodes, json(200, { recovery_codes: long(from) }));
      const outcome = await story.backend.fetchRecoveryCodes({ accountId: story.accountId }).then(
        () => 'kept',
        (error: unknown) => (error as Error).message,
      );
      if (outcome !== 'kept') {
        expect(outcome).toBe('vault-full');
        break;
      }
      kept = long(from);
    }
    expect(await codesOf(restart(story))).toEqual(kept);
  });

  it('of many at once keeps each, in their order', async () => {
    const world = await startOn(sealedWith);
    const names = Array.from({ length: 20 }, (_, index) => `Site ${index}`);
    await Promise.all(names.map((name) => addByHand(world, name)));
    expect(await labelsNow(world)).toEqual(['current', ...names]);
    expect(await labelsLater(world)).toEqual(['current', ...names]);
  });

  it('that fails does not take those beside it along', async () => {
    const world = await startOn(sealedWith);
    await world.app.warmUp();
    vi.spyOn(world.vaultFile, 'write').mockRejectedValueOnce(new Error('EIO'));
    const outcomes = await Promise.allSettled(['one', 'two', 'three'].map((name) => addByHand(world, name)));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(await labelsLater(world)).toEqual(['current', 'two', 'three']);
  });
});
