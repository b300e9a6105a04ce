import { describe, expect, it } from 'vitest';
import type { KeychainTrouble } from '../../../../src-main/core/ports/secrets';
import { makeApp, type World } from '../../../app/make-app';
import { appWithCodes, entriesByHand, restart, snapshotOf } from '../story';
import { addByHand, identityEntryOf } from '../vault/vault-world';
import { killedAfter } from './killed';
import { codes, lockOf, passphrase, reveal } from './lock-world';

const troubles = ['locked', 'unavailable', 'timed-out', 'crashed'] as const satisfies KeychainTrouble[];
const set = ({ backend }: World) => backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase });

/** A computer with nothing on it, and with no keychain either. */
function bareWorld(trouble: KeychainTrouble = 'unavailable'): World {
  const world = makeApp();
  world.secrets.trouble = trouble;
  return world;
}

describe.each(troubles)('a passphrase while the keychain is %s', (trouble) => {
  it('is set where there is nothing yet, and what is added then is sealed and comes back', async () => {
    const world = bareWorld(trouble);
    await set(world);
    expect(await lockOf(world)).toMatchObject({ locked: false, by: 'passphrase' });
    await addByHand(world);
    expect((await snapshotOf(world)).handKept[0]?.recovery.sealed).toBe(true);
    const next = makeApp(world);
    expect(await lockOf(next)).toMatchObject({ locked: true });
    await next.backend.unlock({ passphrase });
    expect(await entriesByHand(next)).toHaveLength(1);
    expect(world.secrets.entries.size).toBe(0);
  });

  it('takes over a vault that is open, whose key goes from the keychain once that lets go of it', async () => {
    const story = await appWithCodes(codes);
    const old = identityEntryOf(story);
    story.secrets.trouble = trouble;
    await set(story);
    const next = restart(story);
    await next.backend.unlock({ passphrase });
    expect(await reveal(next)).toEqual(codes);
    await next.backend.markRecoveryCode({ ledgerId: next.accountId, index: 0, state: 'used' });
    story.secrets.trouble = null;
    await next.backend.lock({});
    await next.backend.unlock({ passphrase });
    await expect.poll(() => story.secrets.entries.has(old), { interval: 1 }).toBe(false);
  });
});

it('a vault that is begun after a restart needs no keychain either', async () => {
  const world = bareWorld();
  await set(world);
  const next = makeApp(world);
  await next.backend.unlock({ passphrase });
  await addByHand(next);
  const last = makeApp(world);
  await last.backend.unlock({ passphrase });
  expect(await entriesByHand(last)).toHaveLength(1);
  await last.backend.setLockPassphrase({ passphrase, newPassphrase: 'orbit lantern pebble' });
  expect(await entriesByHand(last)).toHaveLength(1);
});

it('a kill at any step leaves a passphrase that was typed, or none', async () => {
  let step = 0;
  for (let isOver = false; !isOver;) {
    step += 1;
    const world = bareWorld();
    const dying = killedAfter({ ...world, accountId: '' }, step);
    const ended = new Set<string>();
    const end = (): unknown => ended.add('change');
    void set(dying.story).then(end, end);
    await expect.poll(() => ended.size > 0 || dying.isDead(), { interval: 1 }).toBe(true);
    isOver = ended.size > 0;
    const next = makeApp(world);
    if ((await lockOf(next)).locked) await next.backend.unlock({ passphrase });
    else await set(next);
    await addByHand(next);
    await next.backend.lock({});
    await next.backend.unlock({ passphrase });
    expect(await entriesByHand(next), `killed after step ${step}`).toHaveLength(1);
    await expect.poll(() => world.vaultKeyFile.next, { interval: 1 }).toBeNull();
    const last = makeApp(world);
    await last.backend.unlock({ passphrase });
    expect(await entriesByHand(last), `killed after step ${step}`).toHaveLength(1);
  }
  expect(step).toBeGreaterThan(3);
});

it('a disk that takes no key leaves everything as it was, and the next try goes through', async () => {
  const world = bareWorld();
  world.vaultKeyFile.full = true;
  await expect(set(world)).rejects.toMatchObject({ code: 'lock-not-changed' });
  expect(await lockOf(world)).toMatchObject({ locked: false, by: 'keychain' });
  world.vaultKeyFile.full = false;
  await set(world);
  await addByHand(world);
  expect(await entriesByHand(world)).toHaveLength(1);
});
