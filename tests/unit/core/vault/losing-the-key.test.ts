import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../app/failure-of';
import { codes, lockOf, passphrase, reveal } from '../lock/lock-world';
import { appWithCodes, restart, snapshotOf } from '../story';
import { addByHand, identityEntryOf } from './vault-world';

describe('unlocking', () => {
  it.each([
    ['gone', null],
    ['another one', 'AGE-SECRET-KEY-1OTHER'],
  ])('tells a key that is %s from a locked keychain, and “Start over” leads on', async (_how, other) => {
    const story = await appWithCodes(codes);
    await story.backend.lock({});
    const entry = identityEntryOf(story);
    if (other === null) story.secrets.entries.delete(entry);
    else story.secrets.entries.set(entry, other);
    expect(await codeOf(story.backend.unlock({ passphrase: '' }))).toBe('vault-key-missing');
    expect(await snapshotOf(story)).toMatchObject({
      lock: { locked: true },
      vault: { state: 'key-missing' },
      accounts: [],
    });
    const { sealed } = story.vaultFile;
    await story.backend.startOver({});
    expect(story.vaultFile.aside).toContainEqual(sealed);
    expect(await snapshotOf(story)).toMatchObject({
      lock: { locked: false },
      vault: { state: 'open' },
      accounts: [],
    });
  });

  it('finds a key that was put back after it was missed', async () => {
    const story = await appWithCodes(codes);
    await story.backend.lock({});
    const entry = identityEntryOf(story);
    const key = story.secrets.entries.get(entry) ?? '';
    story.secrets.entries.delete(entry);
    expect(await codeOf(story.backend.unlock({ passphrase: '' }))).toBe('vault-key-missing');
    story.secrets.entries.set(entry, key);
    await story.backend.unlock({ passphrase: '' });
    expect(await reveal(story)).toEqual(codes);
  });
});

describe('a key that was removed from the keyring while Latchkey runs', () => {
  it('is put back before a lock forgets it', async () => {
    const story = await appWithCodes(codes);
    story.secrets.entries.clear();
    await addByHand(story);
    await story.backend.lock({});
    expect(await lockOf(story)).toMatchObject({ locked: true, keyHeld: false });
    const next = restart(story);
    expect(await reveal(next)).toEqual(codes);
    expect((await snapshotOf(next)).handKept).toHaveLength(1);
  });

  it('and is replaced by another one is put back, too', async () => {
    const story = await appWithCodes(codes);
    story.secrets.entries.set(identityEntryOf(story), 'AGE-SECRET-KEY-1OTHER');
    await story.backend.lock({});
    expect(await reveal(restart(story))).toEqual(codes);
  });

  it('is held where the keychain does not take it back, behind the curtain, and given back later', async () => {
    const story = await appWithCodes(codes);
    story.secrets.entries.clear();
    story.secrets.stores = (value) => value.slice(0, 10);
    await story.backend.lock({});
    expect(await lockOf(story)).toMatchObject({ locked: true, keyHeld: true });
    expect(await codeOf(reveal(story))).toBe('locked');
    await story.backend.unlock({ passphrase: '' });
    expect(await reveal(story)).toEqual(codes);
    story.secrets.stores = (value) => value;
    await story.backend.lock({});
    expect(await lockOf(story)).toMatchObject({ keyHeld: false });
    expect(await reveal(restart(story))).toEqual(codes);
  });

  it('is held until a passphrase is set', async () => {
    const story = await appWithCodes(codes);
    story.secrets.entries.clear();
    story.secrets.stores = (value) => value.slice(0, 10);
    await story.backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase });
    await story.backend.lock({});
    expect(await lockOf(story)).toMatchObject({ locked: true, keyHeld: false, by: 'passphrase' });
    const next = restart(story);
    await next.backend.unlock({ passphrase });
    expect(await reveal(next)).toEqual(codes);
  });

  it('is put back by “Check keychain”', async () => {
    const story = await appWithCodes(codes);
    const entry = identityEntryOf(story);
    const key = story.secrets.entries.get(entry);
    story.secrets.entries.delete(entry);
    await story.backend.probeKeychain({});
    expect(story.secrets.entries.get(entry)).toBe(key);
  });

  it('is told by “Check keychain” where the keychain does not take it back', async () => {
    const story = await appWithCodes(codes);
    story.secrets.entries.clear();
    story.secrets.stores = (value) => value.slice(0, 10);
    expect(await codeOf(story.backend.probeKeychain({}))).toBe('token-not-kept');
  });

  it.each(['locked', 'unavailable', 'timed-out', 'crashed'] as const)(
    'is not taken for lost where the keychain is only %s: it is forgotten',
    async (trouble) => {
      const story = await appWithCodes(codes);
      story.secrets.trouble = trouble;
      await story.backend.lock({});
      expect(await lockOf(story)).toMatchObject({ locked: true, keyHeld: false });
      story.secrets.trouble = null;
      story.secrets.entries.clear();
      expect(await codeOf(story.backend.unlock({ passphrase: '' }))).toBe('vault-key-missing');
    },
  );

  it('does not cost a vault that was never written: there is nothing to lose', async () => {
    const story = await appWithCodes([]);
    story.secrets.entries.clear();
    await story.backend.lock({});
    await story.backend.unlock({ passphrase: '' });
    expect(await lockOf(story)).toMatchObject({ locked: false });
  });
});

describe('the file of the sealed key that was removed while Latchkey runs', () => {
  it('is put back before a lock forgets the key', async () => {
    const story = await appWithCodes(codes);
    await story.backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase });
    story.vaultKeyFile.sealed = null;
    await story.backend.lock({});
    await story.backend.unlock({ passphrase });
    expect(await reveal(story)).toEqual(codes);
  });

  it('is held where the disk does not take it back', async () => {
    const story = await appWithCodes(codes);
    await story.backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase });
    story.vaultKeyFile.sealed = null;
    story.vaultKeyFile.full = true;
    await story.backend.lock({});
    expect(await lockOf(story)).toMatchObject({ locked: true, keyHeld: true });
    expect(await codeOf(reveal(story))).toBe('locked');
    await story.backend.unlock({ passphrase });
    expect(await reveal(story)).toEqual(codes);
  });
});
