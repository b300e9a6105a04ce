import { describe, expect, it } from 'vitest';
import { type CallName, calls } from '#contract/contract';
import type { HttpReply } from '../../../../src-main/core/ports/http';
import { goodInput } from '../../contract/junk';
import { json } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import { makeApp } from '../../../app/make-app';
import { codes, lockOf, reveal } from './lock-world';
import { appWithCodes, held, listCodes, ofLedger, renewCodes, restart, snapshotOf } from '../story';

/** What a locked Latchkey answers. Everything else must be refused: a new call is, unless it is named here. */
const answered: readonly CallName[] = [
  'readSnapshot',
  'lock',
  'unlock',
  'startOver',
  'expectPassphrase',
  'codesHidden',
  'leaveRestore',
  'closeQuickVerify',
  'showLatchkey',
  'openLink',
];
const refused = (Object.keys(calls) as CallName[]).filter((name) => !answered.includes(name));

describe('a locked Latchkey', () => {
  it.each(refused)('refuses %s', async (name) => {
    const story = await appWithCodes(codes);
    await story.backend.lock({});
    const call = story.backend[name] as (input: unknown) => Promise<unknown>;
    expect(await codeOf(call(goodInput(name)))).toBe('locked');
  });

  it('shows no account, no code and no backup, in all that it announces', async () => {
    const story = await appWithCodes(codes);
    const before = story.announced.length;
    await story.backend.lock({});
    const seen = [...story.announced.slice(before), await snapshotOf(story)];
    expect(seen.length).toBeGreaterThan(1);
    for (const { accounts, handKept, backups, practicePhone, activeAccountId, lock } of seen) {
      expect({ accounts, handKept, backups, practicePhone, activeAccountId }).toEqual({
        accounts: [],
        handKept: [],
        backups: null,
        practicePhone: null,
        activeAccountId: null,
      });
      expect(lock.locked).toBe(true);
    }
  });

  it('has no sealed ledger in memory', async () => {
    const story = await appWithCodes(codes);
    await story.backend.lock({});
    story.vaultFile.unreadable = true;
    expect(await codeOf(story.backend.unlock({ passphrase: '' }))).toBe('vault-unreadable');
    expect(await lockOf(story)).toMatchObject({ locked: true, reason: 'unreadable' });
  });

  it('has the keychain let go of what passed through it', async () => {
    const story = await appWithCodes(codes);
    await story.backend.lock({});
    expect(story.secrets.touches.at(-1)).toBe('rest');
  });

  it('takes its secret off the clipboard', async () => {
    const story = await appWithCodes(codes);
    await story.backend.useNextCode(ofLedger(story));
    expect(story.desktop.clipboard).toBe(codes[0]);
    await story.backend.lock({});
    expect(story.desktop.clipboard).toBe('');
  });

  it('finishes what was being done: codes that were just made are kept', async () => {
    const story = await appWithCodes(codes);
    const answer = held<HttpReply>();
    story.http.on(renewCodes, () => answer.promise);
    const generating = story.backend.generateRecoveryCodes({
      accountId: story.accountId,
      withoutBackup: false,
    });
    await expect.poll(() => story.http.requests.at(-1)?.method).toBe('POST');
    const locking = story.backend.lock({});
    answer.resolve(json(200, { recovery_codes: ['ccccc-33333'] }));
    await Promise.all([generating, locking]);
    await story.backend.unlock({ passphrase: '' });
    expect(await reveal(story)).toEqual(['ccccc-33333']);
    expect(await lockOf(story)).toMatchObject({ locked: false });
  });
});

describe('a lock that comes', () => {
  it('while it is being unlocked leaves it locked', async () => {
    const story = await appWithCodes(codes);
    story.presence.by = 'touch-id';
    const finger = held<boolean>();
    story.presence.confirm = () => finger.promise;
    await story.backend.lock({});
    const unlocking = story.backend.unlock({ passphrase: '' });
    await story.app.lock();
    finger.resolve(true);
    expect(await codeOf(unlocking)).toBe('locked');
    expect(await lockOf(story)).toMatchObject({ locked: true });
    expect(await codeOf(reveal(story))).toBe('locked');
  });

  it('while a code is being copied takes it off the clipboard', async () => {
    const story = await appWithCodes(codes);
    const written = held<undefined>();
    const write = story.vaultFile.write.bind(story.vaultFile);
    story.vaultFile.write = async (sealed) => {
      await written.promise;
      await write(sealed);
    };
    const using = story.backend.useNextCode(ofLedger(story));
    const locking = story.backend.lock({});
    written.resolve(undefined);
    await Promise.all([using, locking]);
    expect(story.desktop.clipboard).toBe('');
  });

  it('while somebody chooses where a PDF goes keeps the locked window off paper', async () => {
    const story = await appWithCodes(codes);
    const place = held<{ folder: string; name: string }>();
    story.dialogs.chooseSavePlace = () => place.promise;
    const saving = story.backend.saveWindowAsPdf({});
    await story.backend.lock({});
    await story.backend.unlock({ passphrase: '' });
    place.resolve({ folder: '/usb', name: 'kit.pdf' });
    expect(await codeOf(saving)).toBe('locked');
  });
});

describe('a restart', () => {
  it('is no way around a finger', async () => {
    const story = await appWithCodes(codes);
    story.presence.by = 'touch-id';
    const next = restart(story);
    await next.app.warmUp();
    expect(await lockOf(next)).toMatchObject({ locked: true });
    expect(next.announced.flatMap(({ accounts }) => accounts)).toEqual([]);
    story.presence.confirms = true;
    await next.backend.unlock({ passphrase: '' });
    expect(await reveal(next)).toEqual(codes);
  });
});

describe('unlocking by the keychain', () => {
  it('gives back what was there', async () => {
    const story = await appWithCodes(codes);
    await story.backend.lock({});
    await story.backend.unlock({ passphrase: '' });
    expect(await reveal(story)).toEqual(codes);
    expect((await snapshotOf(story)).accounts).toHaveLength(1);
  });

  it.each(['locked', 'unavailable', 'timed-out', 'crashed'] as const)(
    'leaves it locked when the keychain is %s, and works once it is not',
    async (trouble) => {
      const story = await appWithCodes(codes);
      await story.backend.lock({});
      story.secrets.trouble = trouble;
      expect(await codeOf(story.backend.unlock({ passphrase: '' }))).toBe(`keychain-${trouble}`);
      expect(await lockOf(story)).toMatchObject({ locked: true });
      expect(await codeOf(reveal(story))).toBe('locked');
      story.secrets.trouble = null;
      await story.backend.unlock({ passphrase: '' });
      expect(await reveal(story)).toEqual(codes);
    },
  );

  it('has what no keychain could keep, for it is nowhere else', async () => {
    const world = makeApp();
    world.http.on('GET /user', json(200, { phone_number: '+1 555 0100' }));
    world.secrets.trouble = 'unavailable';
    await world.backend.addPracticeAccount({});
    await world.backend.lock({});
    expect((await snapshotOf(world)).accounts).toEqual([]);
    await world.backend.unlock({ passphrase: '' });
    expect((await snapshotOf(world)).accounts).toMatchObject([{ kind: 'practice', token: 'memory' }]);
  });

  it('asks for a finger where the computer knows one', async () => {
    const story = await appWithCodes(codes);
    story.presence.by = 'touch-id';
    await story.backend.lock({});
    expect(await codeOf(story.backend.unlock({ passphrase: '' }))).toBe('presence-not-confirmed');
    expect(await lockOf(story)).toMatchObject({ locked: true, presence: 'touch-id' });
    story.presence.confirms = true;
    await story.backend.unlock({ passphrase: '' });
    expect(await reveal(story)).toEqual(codes);
  });
});

describe('the window with codes', () => {
  it('stays out of screenshots while they show', async () => {
    const story = await appWithCodes(codes);
    await reveal(story);
    expect(story.screenGuard.on).toBe(true);
    await story.backend.codesHidden({});
    expect(story.screenGuard.on).toBe(false);
  });

  it('stays out of them while it shows a sheet with codes, and not while it shows a sealed one', async () => {
    const story = await appWithCodes(codes);
    await story.backend.makeKitSheet({ passphrase: 'lantern pebble', withCodes: false, without: [] });
    expect(story.screenGuard.on).toBe(false);
    await story.backend.makeKitSheet({ passphrase: 'lantern pebble', withCodes: true, without: [] });
    expect(story.screenGuard.on).toBe(true);
  });
});

it('tells no time after which it locks while it is locked, for what was chosen lies in the vault', async () => {
  const story = await appWithCodes(codes);
  await story.backend.setLockAfter({ afterIdle: 60 });
  await story.backend.lock({});
  expect(await lockOf(story)).toMatchObject({ locked: true, afterIdle: null });
  await story.backend.unlock({ passphrase: '' });
  expect(await lockOf(story)).toMatchObject({ locked: false, afterIdle: 60 });
});

it('locks after the time that was chosen, from the next start on, too', async () => {
  const story = await appWithCodes(codes);
  story.http.on(listCodes, json(200, { recovery_codes: codes }));
  expect(await lockOf(story)).toMatchObject({ afterIdle: 300 });
  await story.backend.setLockAfter({ afterIdle: 0 });
  expect(await lockOf(restart(story))).toMatchObject({ afterIdle: 0 });
});

it('gets ready for a passphrase that is being typed, locked or not', async () => {
  const story = await appWithCodes(codes);
  await story.backend.expectPassphrase({});
  await story.backend.lock({});
  await story.backend.expectPassphrase({});
  expect(story.sealer.prepared).toBe(2);
});
