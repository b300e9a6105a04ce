import { describe, expect, it } from 'vitest';
import { makeApp, type World } from '../../../app/make-app';
import { MemoryProfileFile } from '../../../fakes/memory-profile-file';
import { MemoryVaultFile } from '../../../fakes/memory-vault-file';
import { appWithPassphrase, passphrase } from '../lock/lock-world';
import { killedAfter } from '../lock/killed';
import { appWithCodes, restart, snapshotOf, type Story } from '../story';
import { addByHand, damaged, unlocked } from './vault-world';
import { openedVault } from './opened-vault';

const minute = 60_000;

const entryOf = ({ profileFile }: World): string =>
  `vault-writes:${(JSON.parse(profileFile.text ?? '{}') as { id: string }).id}`;
const countOf = (world: World): number => Number(world.secrets.entries.get(entryOf(world)) ?? 0);
const isTold = async (world: World): Promise<boolean> => (await snapshotOf(world)).vaultOlder;
const keepsOf = (world: World): number =>
  world.secrets.touches.filter((touch) => touch === `write ${entryOf(world)}`).length;

/** Opens it, and has the look at the count come to its end. */
async function started<T extends World>(world: T): Promise<T> {
  await world.app.opened();
  await looked(world);
  return world;
}

async function looked(world: World): Promise<void> {
  world.clock.pass(2_000);
  await world.app.writeCount.settle();
}

/** A vault that was written, and whose count the keychain has. */
async function counted(): Promise<{ readonly story: Story; readonly older: Uint8Array }> {
  const story = await appWithCodes(['abcd-1234', 'efgh-5678']);
  const older = story.vaultFile.sealed ?? new Uint8Array();
  await addByHand(story, 'one');
  await addByHand(story, 'two');
  await story.app.writeCount.settle();
  return { story, older };
}

describe('the count', () => {
  it('rises with every write, and follows in the keychain at most once a minute', async () => {
    const story = await appWithCodes(['abcd-1234']);
    const before = (await openedVault(story)).local.writes;
    for (const label of ['one', 'two', 'three']) await addByHand(story, label);
    expect((await openedVault(story)).local.writes).toBe(before + 3);
    expect(keepsOf(story)).toBe(0);
    story.clock.pass(minute - 1);
    expect(keepsOf(story)).toBe(0);
    story.clock.pass(1);
    await story.app.writeCount.settle();
    expect([keepsOf(story), countOf(story)]).toEqual([1, before + 3]);
    await addByHand(story, 'four');
    story.clock.pass(minute - 1);
    expect(keepsOf(story)).toBe(1);
    story.clock.pass(1);
    await story.app.writeCount.settle();
    expect([keepsOf(story), countOf(story)]).toEqual([2, before + 4]);
    story.clock.pass(10 * minute);
    await story.app.writeCount.settle();
    expect(keepsOf(story)).toBe(2);
  });

  it('is kept before a lock, and is due before the end', async () => {
    const story = await appWithCodes(['abcd-1234']);
    expect(story.app.writeCount.isDue).toBe(true);
    await story.app.lock();
    expect([countOf(story) > 0, story.app.writeCount.isDue]).toEqual([true, false]);
    const again = await started(restart(story));
    expect([await isTold(again), again.app.writeCount.isDue]).toEqual([false, false]);
  });

  it('never asks a keychain that has not been open, and its failures are told nobody', async () => {
    const { story, older } = await counted();
    const known = countOf(story);
    await addByHand(story, 'three');
    story.secrets.trouble = 'unavailable';
    await story.app.writeCount.settle();
    story.secrets.touches.length = 0;
    await addByHand(story, 'four');
    await story.app.writeCount.settle();
    expect([story.secrets.touches, countOf(story), story.bugs]).toEqual([[], known, []]);
    story.secrets.trouble = 'locked';
    story.vaultFile.sealed = older;
    const locked = await started(restart(story));
    expect(locked.secrets.touches.filter((touch) => touch.includes('vault-writes'))).toEqual([]);
  });

  it('is looked at after the opening, and by one read', async () => {
    const { story } = await counted();
    story.secrets.touches.length = 0;
    const next = restart(story);
    await next.app.opened();
    expect(story.secrets.touches).toHaveLength(1);
    await looked(next);
    expect(story.secrets.touches.slice(1)).toEqual([`read ${entryOf(story)}`]);
  });
});

describe('an older vault that was put back', () => {
  it('is told at every start until somebody says that it is all right', async () => {
    const { story, older } = await counted();
    story.vaultFile.sealed = older;
    const next = await started(restart(story));
    expect(await isTold(next)).toBe(true);
    // However often it is written meanwhile.
    for (const label of ['a', 'b', 'c', 'd', 'e']) await addByHand(next, label);
    await next.app.writeCount.settle();
    const third = await started(restart(next));
    expect(await isTold(third)).toBe(true);
    await third.backend.acceptOlderVault({});
    expect(await isTold(third)).toBe(false);
    expect(await isTold(await started(restart(third)))).toBe(false);
    // What was written before is told again.
    third.vaultFile.sealed = older;
    expect(await isTold(await started(restart(third)))).toBe(true);
  });

  it('is not shown by a locked window, and counts on above what was counted', async () => {
    const { story, older } = await counted();
    const known = countOf(story);
    story.vaultFile.sealed = older;
    const next = await started(restart(story));
    await next.app.lock();
    expect(await isTold(next)).toBe(false);
    await unlocked(next);
    expect(await isTold(next)).toBe(true);
    await next.backend.acceptOlderVault({});
    await next.app.writeCount.settle();
    expect(countOf(next)).toBeGreaterThan(known);
  });

  it('is told where a passphrase opens it and there is a keychain', async () => {
    const story = await appWithPassphrase();
    const older = story.vaultFile.sealed;
    await addByHand(story, 'one');
    await story.app.lock();
    const good = restart(story);
    await good.backend.unlock({ passphrase });
    await looked(good);
    expect(await isTold(good)).toBe(false);
    story.vaultFile.sealed = older;
    const next = restart(story);
    await next.backend.unlock({ passphrase });
    await looked(next);
    expect(await isTold(next)).toBe(true);
  });

  it('is told where it is the last good version of long ago', async () => {
    const { story, older } = await counted();
    const now = story.vaultFile.sealed ?? new Uint8Array();
    const vaultFile = new MemoryVaultFile(damaged(now), older);
    expect(await isTold(await started(makeApp({ ...story, vaultFile })))).toBe(true);
  });
});

describe('no older vault is told', () => {
  it.each(['damaged', 'missing'])('where the current one is %s and the last good one opens', async (how) => {
    const { story } = await counted();
    const { sealed } = story.vaultFile;
    story.vaultFile.sealed = how === 'damaged' ? damaged(sealed ?? new Uint8Array()) : null;
    const next = await started(restart(story));
    expect(await snapshotOf(next)).toMatchObject({ vaultOlder: false, vault: { setAside: true } });
    await addByHand(next, 'on it goes');
    await next.app.writeCount.settle();
    expect(await isTold(await started(restart(next)))).toBe(false);
  });

  it('in a copy of the profile, which has a count of its own', async () => {
    const { story, older } = await counted();
    const profileFile = new MemoryProfileFile('/media/ada/copy');
    Object.assign(profileFile, { text: story.profileFile.text, backup: story.profileFile.backup });
    const copy = await started(makeApp({ ...story, profileFile, vaultFile: new MemoryVaultFile(older) }));
    expect(await isTold(copy)).toBe(false);
    await addByHand(copy, 'in the copy');
    const known = countOf(story);
    await copy.app.writeCount.settle();
    expect([countOf(story), entryOf(copy) === entryOf(story), countOf(copy) > 0]).toEqual([
      known,
      false,
      true,
    ]);
  });

  it('after starting over, with a keychain or without', async () => {
    for (const trouble of [null, 'unavailable'] as const) {
      const story = await appWithPassphrase();
      for (const label of ['one', 'two', 'three']) await addByHand(story, label);
      await story.app.lock();
      story.secrets.trouble = trouble;
      const next = restart(story);
      story.clock.pass(1_000);
      await next.backend.startOver({});
      expect(await isTold(await started(restart(next)))).toBe(false);
      await next.backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase });
      await addByHand(next, 'anew');
      await next.app.lock();
      story.secrets.trouble = null;
      const last = restart(next);
      await last.backend.unlock({ passphrase });
      await looked(last);
      expect(await isTold(last)).toBe(false);
    }
  });

  it('after a passphrase was set, changed and removed', async () => {
    const story = await appWithPassphrase();
    const other = 'orbit lantern pebble';
    await story.app.writeCount.settle();
    await story.backend.setLockPassphrase({ passphrase, newPassphrase: other });
    await story.backend.removeLockPassphrase({ passphrase: other });
    await story.app.writeCount.settle();
    expect(countOf(story)).toBeGreaterThan(0);
    expect(await isTold(await started(restart(story)))).toBe(false);
  });

  it('wherever Latchkey is killed between the vault and the count', async () => {
    for (let steps = 1; steps <= 8; steps += 1) {
      const { story } = await counted();
      const dying = killedAfter(restart(story), steps);
      await dying.story.app.opened();
      void (async () => {
        for (const label of ['three', 'four']) {
          await addByHand(dying.story, label).catch(() => undefined);
          await dying.story.app.writeCount.settle();
        }
      })();
      await expect
        .poll(() => dying.isDead() || !dying.story.app.writeCount.isDue, { interval: 1 })
        .toBe(true);
      expect(await isTold(await started(restart(story)))).toBe(false);
    }
  });
});
