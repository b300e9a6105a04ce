import { describe, expect, it } from 'vitest';
import { json } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import { appWithPassphrase, codes, lockOf, passphrase, reveal } from './lock-world';
import { appWithCodes, renewCodes, restart, snapshotOf } from '../story';
import { identityEntryOf } from '../vault/vault-world';

const newPassphrase = 'orbit lantern pebble';

describe('a passphrase', () => {
  it('takes the key out of the keychain, and is asked for at the next start', async () => {
    const story = await appWithPassphrase();
    expect([...story.secrets.entries.values()].join()).not.toContain('AGE-SECRET-KEY');
    expect(await reveal(story), 'nothing is locked by setting it').toEqual(codes);
    const next = restart(story);
    expect(await lockOf(next)).toMatchObject({ locked: true, by: 'passphrase' });
    expect((await snapshotOf(next)).accounts).toEqual([]);
    await next.app.warmUp();
    expect(await codeOf(reveal(next))).toBe('locked');
    await next.backend.unlock({ passphrase });
    expect(await reveal(next)).toEqual(codes);
  });

  it('is asked for after each lock', async () => {
    const story = await appWithPassphrase();
    await story.backend.lock({});
    expect(await codeOf(story.backend.unlock({ passphrase: '' }))).toBe('wrong-passphrase');
    expect(await lockOf(story)).toMatchObject({ locked: true });
    await story.backend.unlock({ passphrase });
    expect(await reveal(story)).toEqual(codes);
  });

  it('is the same however its letters are composed', async () => {
    const story = await appWithCodes(codes);
    await story.backend.setLockPassphrase({ passphrase: '', newPassphrase: 'Åse öffnet'.normalize('NFC') });
    await story.backend.lock({});
    await story.backend.unlock({ passphrase: 'Åse öffnet'.normalize('NFD') });
    expect(await reveal(story)).toEqual(codes);
  });

  it('can be changed by whoever knows it', async () => {
    const story = await appWithPassphrase();
    const change = { passphrase: 'not the one', newPassphrase };
    expect(await codeOf(story.backend.setLockPassphrase(change))).toBe('wrong-passphrase');
    await story.backend.setLockPassphrase({ passphrase, newPassphrase });
    await story.backend.lock({});
    expect(await codeOf(story.backend.unlock({ passphrase }))).toBe('wrong-passphrase');
    await story.backend.unlock({ passphrase: newPassphrase });
    expect(await reveal(story)).toEqual(codes);
  });

  it('can be removed by whoever knows it: the key goes back into the keychain', async () => {
    const story = await appWithPassphrase();
    expect(await codeOf(story.backend.removeLockPassphrase({ passphrase: 'no' }))).toBe('wrong-passphrase');
    await story.backend.removeLockPassphrase({ passphrase });
    expect(story.vaultKeyFile.sealed).toBeNull();
    const next = restart(story);
    expect(await lockOf(next)).toMatchObject({ locked: false, by: 'keychain' });
    expect(await reveal(next)).toEqual(codes);
  });

  it('must be long enough', async () => {
    const story = await appWithCodes(codes);
    const change = { passphrase: '', newPassphrase: 'short' };
    expect(await codeOf(story.backend.setLockPassphrase(change))).toBe('passphrase-too-short');
  });

  it.each([
    ['the disk is full', 'full'],
    ['the file cannot be read back', 'unreadable'],
  ] as const)('is not set when %s, and the keychain keeps the key', async (_what, trouble) => {
    const story = await appWithCodes(codes);
    story.vaultKeyFile[trouble] = true;
    const setting = story.backend.setLockPassphrase({ passphrase: '', newPassphrase });
    expect(await codeOf(setting)).toBe('lock-not-changed');
    story.vaultKeyFile[trouble] = false;
    expect(story.secrets.entries.has(identityEntryOf(story))).toBe(true);
    expect(await reveal(restart(story))).toEqual(codes);
  });

  it('is not changed when the new file would not open, and the old one counts on', async () => {
    const story = await appWithPassphrase();
    story.vaultKeyFile.stores = (sealed) => sealed.slice(1);
    const changing = story.backend.setLockPassphrase({ passphrase, newPassphrase });
    expect(await codeOf(changing)).toBe('lock-not-changed');
    expect(story.vaultKeyFile.next).toBeNull();
    await story.backend.lock({});
    await story.backend.unlock({ passphrase });
    expect(await reveal(story)).toEqual(codes);
  });

  it('is proven to be there before new codes are asked for, and put back where it was removed', async () => {
    const story = await appWithPassphrase();
    const { sealed } = story.vaultKeyFile;
    story.vaultKeyFile.sealed = null;
    story.http.on(renewCodes, json(200, { recovery_codes: ['ccccc-33333'] }));
    await story.backend.generateRecoveryCodes({ accountId: story.accountId, withoutBackup: false });
    expect(story.vaultKeyFile.sealed).toEqual(sealed);
    const next = restart(story);
    await next.backend.unlock({ passphrase });
    expect(await reveal(next)).toEqual(['ccccc-33333']);
  });

  it('is not done without because its file cannot be read', async () => {
    const story = await appWithPassphrase();
    story.vaultKeyFile.unreadable = true;
    const next = restart(story);
    expect(await lockOf(next)).toMatchObject({ locked: true, by: 'passphrase' });
    expect(await codeOf(next.backend.unlock({ passphrase }))).toBe('vault-unreadable');
  });
});

it('that opens no vault lets nobody in, and is gone when a new vault is begun', async () => {
  const story = await appWithPassphrase();
  story.vaultFile.sealed = await story.sealer.sealTo('age1another', 'of another key');
  story.vaultFile.backup = null;
  const next = restart(story);
  expect(await codeOf(next.backend.unlock({ passphrase }))).toBe('vault-key-missing');
  expect(await snapshotOf(next)).toMatchObject({
    vault: { state: 'key-missing' },
    lock: { locked: true },
    accounts: [],
  });
  await next.backend.startOver({});
  expect(await lockOf(next)).toMatchObject({ locked: false, by: 'keychain' });
});

describe('a forgotten passphrase', () => {
  it('leads to an empty vault beside the old one, with nothing of what that held', async () => {
    const story = await appWithPassphrase();
    await story.backend.lock({});
    const { sealed } = story.vaultFile;
    const key = story.vaultKeyFile.sealed;
    await story.backend.startOver({});
    const { accounts, vault, lock } = await snapshotOf(story);
    expect(accounts).toEqual([]);
    expect(vault.state).toBe('open');
    expect(lock).toMatchObject({ locked: false, by: 'keychain' });
    expect(story.vaultFile.aside).toContainEqual(sealed);
    expect(story.vaultKeyFile.aside).toContainEqual(key);
    const requesting = story.backend.requestCode({ accountId: story.accountId });
    expect(await codeOf(requesting)).toBe('no-such-account');
  });

  it('shows no code that was never sealed, either', async () => {
    const story = await appWithPassphrase();
    story.http.on(renewCodes, json(200, { recovery_codes: ['ccccc-33333'] }));
    const write = story.vaultFile.write.bind(story.vaultFile);
    let writes = 0;
    story.vaultFile.write = (sealed) => (++writes > 2 ? Promise.reject(new Error('ENOSPC')) : write(sealed));
    const generating = story.backend.generateRecoveryCodes({
      accountId: story.accountId,
      withoutBackup: false,
    });
    expect(await codeOf(generating)).toBe('vault-not-saved');
    expect(await reveal(story), 'held for this run').toEqual(['ccccc-33333']);
    await story.backend.lock({});
    await story.backend.startOver({});
    expect(await codeOf(reveal(story))).toBe('no-such-code');
  });

  it('changes nothing while the vault cannot be put aside', async () => {
    const story = await appWithPassphrase();
    await story.backend.lock({});
    story.vaultFile.stuck = true;
    expect(await codeOf(story.backend.startOver({}))).toBe('vault-not-saved');
    expect(await lockOf(story)).toMatchObject({ locked: true, by: 'passphrase' });
  });

  it('is no way around the keychain', async () => {
    const story = await appWithCodes(codes);
    await story.backend.lock({});
    await story.backend.startOver({});
    expect(await lockOf(story)).toMatchObject({ locked: true });
  });
});
