import { describe, expect, it } from 'vitest';
import type { World } from '../../../app/make-app';
import {
  appWithAccount,
  appWithCodes,
  codesOf,
  newAccount,
  ofLedger,
  restart,
  snapshotOf,
  entriesOf,
} from '../story';
import { addByHand } from '../vault/vault-world';

const listed = async (world: World) =>
  (await snapshotOf(world)).handKept.map(({ label, recovery }) => [label, recovery.total]);

describe('the codes of an account without the keychain', () => {
  const inMemory = async () =>
    appWithCodes(['abcd-1234', 'efgh-5678'], await appWithAccount({}, newAccount({ keepInMemory: true })));

  it('never touch the keychain or the disk, are said to be unsealed, and end with the run', async () => {
    const story = await inMemory();
    await story.backend.useNextCode(ofLedger(story));
    await story.backend.noteOnRecoveryCode({ ...ofLedger(story), index: 1, note: 'x' });
    expect((await snapshotOf(story)).accounts[0]?.recovery).toMatchObject({ sealed: false });
    expect(await entriesOf(story, story.accountId)).toMatchObject([
      { state: 'used' },
      { state: 'unused', note: 'x' },
    ]);
    expect(await codesOf(story)).toEqual(['abcd-1234', 'efgh-5678']);
    expect([story.secrets.touches, story.vaultFile.sealed]).toEqual([[], null]);
    const later = restart(story);
    await later.app.warmUp();
    expect((await snapshotOf(later)).accounts[0]?.recovery).toBeNull();
  });

  it('that were sealed by others stay sealed beside them', async () => {
    const story = await inMemory();
    await addByHand(story);
    expect((await snapshotOf(story)).handKept[0]?.recovery.sealed).toBe(true);
    expect((await snapshotOf(story)).accounts[0]?.recovery?.sealed).toBe(false);
    const later = restart(story);
    await later.app.warmUp();
    expect(await listed(later)).toEqual([['By hand', 1]]);
  });

  it('are kept by hand once it is removed, and can be removed then without the keychain', async () => {
    const story = await inMemory();
    await story.backend.removeAccount({ accountId: story.accountId, leaveKeychainEntry: false });
    expect(await listed(story)).toEqual([['Work', 2]]);
    expect(await codesOf(story)).toEqual(['abcd-1234', 'efgh-5678']);
    await story.backend.removeHandKept(ofLedger(story));
    expect(await listed(story)).toEqual([]);
    expect([story.secrets.touches, story.vaultFile.sealed]).toEqual([[], null]);
  });

  it('are shown from memory although the vault is locked, and sealed by a change after it is open', async () => {
    const story = await inMemory();
    const { accountId } = story;
    await story.backend.replaceToken({ accountId, token: 'another-token', keepInMemory: false });
    story.vaultFile.sealed = new Uint8Array(4);
    story.secrets.trouble = 'locked';
    expect(await codesOf(story)).toEqual(['abcd-1234', 'efgh-5678']);
    story.secrets.trouble = null;
    story.vaultFile.sealed = null;
    await story.backend.useNextCode(ofLedger(story));
    expect((await snapshotOf(story)).accounts[0]?.recovery).toMatchObject({ sealed: true });
    expect(await codesOf(restart(story))).toEqual(['abcd-1234', 'efgh-5678']);
  });

  it('do not displace what was sealed for it before', async () => {
    const sealed = await appWithCodes(['old1-1111']);
    const { accountId } = sealed;
    await sealed.backend.replaceToken({ accountId, token: 'another-token', keepInMemory: true });
    const story = restart(sealed);
    await story.backend.replaceToken({ accountId, token: 'another-token', keepInMemory: true });
    await appWithCodes(['abcd-1234'], story);
    await story.backend.replaceToken({ accountId, token: 'another-token', keepInMemory: false });
    await story.backend.useNextCode(ofLedger(story));
    expect(await restart(story).backend.revealRecoveryCodes(ofLedger(story))).toMatchObject({
      codes: ['abcd-1234'],
      replaced: [{ codes: ['old1-1111'] }],
    });
  });
});
