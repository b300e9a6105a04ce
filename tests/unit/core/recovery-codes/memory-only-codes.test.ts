import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../app/failure-of';
import type { World } from '../../../app/make-app';
import { insideVault, onDisk } from '../accounts/kept-tokens';
import {
  appWithCodes,
  appWithPracticeForThisRun,
  codesOf,
  entriesOf,
  ofLedger,
  restart,
  snapshotOf,
  type Story,
} from '../story';
import { addByHand } from '../vault/vault-world';

const listed = async (world: World) =>
  (await snapshotOf(world)).handKept.map(({ label, recovery }) => [label, recovery.total]);

describe('the codes of a practice account without the keychain', () => {
  /** With a keychain that stays away. */
  const inMemory = async (): Promise<Story> => {
    const story = await appWithPracticeForThisRun();
    story.secrets.trouble = 'unavailable';
    return appWithCodes(['abcd-1234', 'efgh-5678'], story);
  };

  it('are neither in the keychain nor on the disk, are said to be unsealed, and end with the run', async () => {
    const story = await inMemory();
    await story.backend.useNextCode(ofLedger(story));
    await story.backend.noteOnRecoveryCode({ ...ofLedger(story), index: 1, note: 'x' });
    expect((await snapshotOf(story)).accounts[0]?.recovery).toMatchObject({ sealed: false });
    expect(await entriesOf(story, story.accountId)).toMatchObject([
      { state: 'used' },
      { state: 'unused', note: 'x' },
    ]);
    expect(await codesOf(story)).toEqual(['abcd-1234', 'efgh-5678']);
    expect([story.secrets.entries.size, story.vaultFile.sealed]).toEqual([0, null]);
    expect(onDisk(story)).not.toMatch(/abcd-1234|efgh-5678/);
    const later = restart(story);
    await later.app.warmUp();
    expect(await snapshotOf(later)).toMatchObject({ accounts: [], handKept: [] });
  });

  it('outlive a lock, however often it is unlocked in vain', async () => {
    const story = await inMemory();
    story.presence.by = 'touch-id';
    await story.backend.lock({});
    for (let tries = 0; tries < 2; tries += 1)
      expect(await codeOf(story.backend.unlock({ passphrase: '' }))).toBe('presence-not-confirmed');
    story.presence.confirms = true;
    await story.backend.unlock({ passphrase: '' });
    expect(await codesOf(story)).toEqual(['abcd-1234', 'efgh-5678']);
  });

  it('are sealed with whatever is sealed first once there is a keychain', async () => {
    const story = await inMemory();
    story.secrets.trouble = null;
    await addByHand(story);
    expect((await snapshotOf(story)).handKept[0]?.recovery.sealed).toBe(true);
    expect((await snapshotOf(story)).accounts[0]?.recovery?.sealed).toBe(true);
    expect(insideVault(story)).toContain('abcd-1234');
    const later = restart(story);
    expect(await listed(later)).toEqual([['By hand', 1]]);
    expect(await codesOf(later)).toEqual(['abcd-1234', 'efgh-5678']);
  });

  it('are kept by hand once it is removed, and can be removed then without the keychain', async () => {
    const story = await inMemory();
    await story.backend.removeAccount({ accountId: story.accountId, leaveKeychainEntry: false });
    expect(await listed(story)).toEqual([['Practice service', 2]]);
    expect(await codesOf(story)).toEqual(['abcd-1234', 'efgh-5678']);
    await story.backend.removeHandKept(ofLedger(story));
    expect(await listed(story)).toEqual([]);
    expect([story.secrets.entries.size, story.vaultFile.sealed]).toEqual([0, null]);
  });

  it('are shown from memory although the keychain is locked, and sealed by a change after it is open', async () => {
    const story = await inMemory();
    story.secrets.trouble = 'locked';
    expect(await codesOf(story)).toEqual(['abcd-1234', 'efgh-5678']);
    story.secrets.trouble = null;
    await story.backend.useNextCode(ofLedger(story));
    expect((await snapshotOf(story)).accounts[0]?.recovery).toMatchObject({ sealed: true });
    expect(await codesOf(restart(story))).toEqual(['abcd-1234', 'efgh-5678']);
  });
});
