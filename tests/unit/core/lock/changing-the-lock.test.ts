import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../app/failure-of';
import { makeApp } from '../../../app/make-app';
import { killedAfter } from './killed';
import { appWithPassphrase, codes, lockOf, passphrase, reveal } from './lock-world';
import { appWithCodes, restart, type Story } from '../story';
import { identityEntryOf } from '../vault/vault-world';

const newPassphrase = 'orbit lantern pebble';

/** The key that opens a sealed text of the fake sealer. */
const keyOf = (sealed: Uint8Array | null): string =>
  /^fake-age (\S+)\n/.exec(Buffer.from(sealed ?? new Uint8Array()).toString('latin1'))?.[1] ?? 'none';

/** Which keys open the vault and its last good version. */
const keysOf = ({ vaultFile }: Story): string[] => [keyOf(vaultFile.sealed), keyOf(vaultFile.backup)];

const identitiesIn = ({ secrets }: Story): string[] =>
  [...secrets.entries.values()].filter((value) => value.startsWith('AGE-SECRET-KEY'));

describe('changing the lock makes a new key', () => {
  it('when a passphrase is set: an old entry and an old file of the vault open nothing more', async () => {
    const story = await appWithCodes(codes);
    const [old = ''] = identitiesIn(story);
    await story.backend.setLockPassphrase({ passphrase: '', newPassphrase });
    const [current, before] = keysOf(story);
    expect(current).toBe(before);
    expect(current).not.toBe(await story.sealer.recipientOf(old));
    expect(identitiesIn(story)).toEqual([]);
  });

  it('when the passphrase changes: an old key file with the old passphrase opens nothing more', async () => {
    const story = await appWithPassphrase();
    const { sealed: old } = story.vaultKeyFile;
    await story.backend.setLockPassphrase({ passphrase, newPassphrase });
    story.vaultKeyFile.sealed = old;
    const next = restart(story);
    expect(await codeOf(next.backend.unlock({ passphrase }))).toBe('vault-key-missing');
    expect(await lockOf(next)).toMatchObject({ locked: true });
  });

  it('when the passphrase is removed', async () => {
    const story = await appWithPassphrase();
    const [old] = keysOf(story);
    await story.backend.removeLockPassphrase({ passphrase });
    expect(keysOf(story)).not.toContain(old);
    expect(identitiesIn(story)).toHaveLength(1);
    expect(await reveal(restart(story))).toEqual(codes);
  });

  it('and makes no vault where there is none', async () => {
    const world = makeApp();
    await world.backend.setLockPassphrase({ passphrase: '', newPassphrase });
    expect(world.vaultFile.sealed).toBeNull();
  });
});

describe('a change that fails', () => {
  it('while one that was cut off is made anew loses no key', async () => {
    const story = await appWithPassphrase();
    // The vault and its last good version are sealed to the key to come by then.
    const dying = killedAfter(restart(story), 3);
    await dying.story.backend.unlock({ passphrase });
    void dying.story.backend.setLockPassphrase({ passphrase, newPassphrase });
    await expect.poll(dying.isDead, { interval: 1 }).toBe(true);
    const [sealedTo] = keysOf(story);
    story.vaultKeyFile.full = true;
    const next = restart(story);
    await next.backend.unlock({ passphrase: newPassphrase });
    expect(await reveal(next)).toEqual(codes);
    expect([keysOf(story)[0], story.vaultKeyFile.next === null]).toEqual([sealedTo, false]);
    story.vaultKeyFile.full = false;
    const last = restart(story);
    await last.backend.unlock({ passphrase: newPassphrase });
    expect(await reveal(last)).toEqual(codes);
  });

  it.each([1, 2, 3, 4])('at write %d of the vault leaves everything as it was', async (failing) => {
    const story = await appWithCodes(codes);
    const write = story.vaultFile.write.bind(story.vaultFile);
    let writes = 0;
    story.vaultFile.write = (sealed) =>
      ++writes === failing ? Promise.reject(new Error('ENOSPC')) : write(sealed);
    const setting = story.backend.setLockPassphrase({ passphrase: '', newPassphrase });
    expect(await codeOf(setting)).toBe('lock-not-changed');
    expect([story.vaultKeyFile.sealed, story.vaultKeyFile.next]).toEqual([null, null]);
    const next = restart(story);
    expect(await lockOf(next)).toMatchObject({ locked: false, by: 'keychain' });
    expect(await reveal(next)).toEqual(codes);
  });

  it('because the keychain takes no new key leaves the passphrase as it was', async () => {
    const story = await appWithPassphrase();
    story.secrets.trouble = 'locked';
    expect(await codeOf(story.backend.removeLockPassphrase({ passphrase }))).toBe('keychain-locked');
    story.secrets.trouble = null;
    const next = restart(story);
    await next.backend.unlock({ passphrase });
    expect(await reveal(next)).toEqual(codes);
  });
});

interface Change {
  readonly begin: () => Promise<Story>;
  readonly change: (story: Story) => Promise<unknown>;
  /** What the person may type afterwards: what held before, and what they wanted. */
  readonly typed: readonly string[];
}

const changes: Readonly<Record<string, Change>> = {
  'setting a passphrase': {
    begin: () => appWithCodes(codes),
    change: ({ backend }) => backend.setLockPassphrase({ passphrase: '', newPassphrase }),
    typed: [newPassphrase],
  },
  'another passphrase': {
    begin: appWithPassphrase,
    change: ({ backend }) => backend.setLockPassphrase({ passphrase, newPassphrase }),
    typed: [passphrase, newPassphrase],
  },
  'the same passphrase': {
    begin: appWithPassphrase,
    change: ({ backend }) => backend.setLockPassphrase({ passphrase, newPassphrase: passphrase }),
    typed: [passphrase],
  },
  'removing the passphrase': {
    begin: appWithPassphrase,
    change: ({ backend }) => backend.removeLockPassphrase({ passphrase }),
    typed: [passphrase],
  },
};

/** Opens it by whichever passphrase does. */
async function unlockByAny(story: Story, typed: readonly string[]): Promise<void> {
  if (!(await lockOf(story)).locked) return;
  for (const one of typed) await story.backend.unlock({ passphrase: one }).catch(() => undefined);
  expect(await lockOf(story)).toMatchObject({ locked: false });
}

/** Kills the change at one step after the other, until it comes to its end. Gives how many there were. */
async function killAtEach(
  { begin, change, typed }: Change,
  look: (story: Story, step: number) => Promise<void>,
): Promise<number> {
  for (let step = 1; ; step += 1) {
    const story = await begin();
    const dying = killedAfter(restart(story), step);
    await unlockByAny(dying.story, typed);
    await dying.story.app.warmUp();
    const ended = new Set<string>();
    const end = (): unknown => ended.add('change');
    void change(dying.story).then(end, end);
    await expect.poll(() => ended.size > 0 || dying.isDead(), { interval: 1 }).toBe(true);
    await look(story, step);
    if (ended.size > 0) return step;
  }
}

describe.each(Object.entries(changes))('a kill while %s', (_what, made) => {
  const { typed } = made;

  it('loses nothing at any step, and the next unlocking brings it into order', async () => {
    const steps = await killAtEach(made, async (story, step) => {
      const next = restart(story);
      await unlockByAny(next, typed);
      expect(await reveal(next), `killed after step ${step}`).toEqual(codes);
      await next.backend.markRecoveryCode({ ledgerId: next.accountId, index: 0, state: 'used' });
      await next.backend.lock({});
      await unlockByAny(next, typed);
      await expect.poll(() => story.vaultKeyFile.next, { interval: 1 }).toBeNull();
      // What is left of the old key opens nothing, and nothing is left that was sealed to it.
      const [current, before] = keysOf(story);
      expect(before).toBe(current);
      const last = restart(story);
      await unlockByAny(last, typed);
      expect(await reveal(last)).toEqual(codes);
      expect((await last.backend.readSnapshot({})).vault.setAside).toBe(false);
      const isSealed = (await lockOf(last)).by === 'passphrase';
      await expect
        .poll(() => story.secrets.entries.has(identityEntryOf(story)), { interval: 1 })
        .toBe(!isSealed);
    });
    expect(steps).toBeGreaterThan(5);
  });

  it('and a second kill while it is brought into order lose nothing', async () => {
    for (let second = 1; second <= 6; second += 1) {
      await killAtEach(made, async (story, step) => {
        const dying = killedAfter(restart(story), second);
        for (const passphrase of typed) {
          const ended = new Set<string>();
          const end = (): unknown => ended.add('unlock');
          void dying.story.backend.unlock({ passphrase }).then(end, end);
          await expect.poll(() => ended.size > 0 || dying.isDead(), { interval: 1 }).toBe(true);
        }
        await expect
          .poll(() => story.vaultKeyFile.next === null || dying.isDead(), { interval: 1 })
          .toBe(true);
        const last = restart(story);
        await unlockByAny(last, typed);
        expect(await reveal(last), `killed after steps ${step} and ${second}`).toEqual(codes);
      });
    }
  });
});
