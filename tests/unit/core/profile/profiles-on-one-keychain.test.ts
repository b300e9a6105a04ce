import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../app/rows-of';
import { json } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import { copied, ofFirstVersion, secondProfile } from './profile-world';
import { anAccount, aSet } from '../backup/content/documents';
import { restoreKit } from '../restore/restore-world';
import { codes, lockOf, passphrase, reveal } from '../lock/lock-world';
import { appWithCodes, listCodes, restart, snapshotOf, type Story, token } from '../story';
import { identityEntryOf, oldIdentityEntry, tokenEntryOf } from '../vault/vault-world';

const otherCodes = ['ccccc-33333', 'ddddd-44444'];

/** What a person may do in one profile, each as far as it goes there just then. */
const acts: Readonly<Record<string, (story: Story) => Promise<unknown>>> = {
  'sets a passphrase': ({ backend }) => backend.setLockPassphrase({ passphrase, newPassphrase: passphrase }),
  'removes the passphrase': ({ backend }) => backend.removeLockPassphrase({ passphrase }),
  'locks and unlocks': async ({ backend }) => {
    await backend.lock({});
    await backend.unlock({ passphrase });
  },
  'starts over': async ({ backend }) => {
    await backend.lock({});
    await backend.startOver({});
    await backend.unlock({ passphrase });
  },
  'restores a kit': (story) => restoreKit(story, [anAccount(7, [aSet(['eeeee-55555'])])]),
  'removes the account': (story) =>
    story.backend.removeAccount({ accountId: story.accountId, leaveKeychainEntry: false }),
};
const names = Object.keys(acts);
const orders = names.flatMap((one) =>
  names.flatMap((two) => names.map((three) => [one, two, three] as const)),
);

/** Does it in the profile, which is started anew before each act. */
async function act(story: Story, order: readonly string[]): Promise<void> {
  let now = story;
  for (const name of order) {
    now = restart(now);
    if ((await lockOf(now)).locked) await now.backend.unlock({ passphrase });
    await now.app.warmUp();
    await acts[name]?.(now).catch(() => undefined);
    // Whatever came of it, its end is awaited: nothing of it may come later.
    await now.backend.lock({});
  }
}

/** Shows that a profile has its codes and its token, as the next start finds them. */
async function expectIntact(story: Story, itsCodes: readonly string[], itsToken: string): Promise<void> {
  const next = restart(story);
  expect(await lockOf(next)).toMatchObject({ locked: false, by: 'keychain' });
  await next.backend.believeTakenOver({});
  expect(await reveal(next)).toEqual(itsCodes);
  next.http.on(listCodes, json(200, { recovery_codes: itsCodes }));
  await next.backend.fetchRecoveryCodes({ accountId: next.accountId });
  expect(next.http.requests.at(-1)?.headers['x-auth-token']).toBe(itsToken);
}

describe('of two profiles on one keychain', () => {
  it.each(orders)('what one does changes nothing of the other: it %s, %s, %s', async (...order) => {
    const first = await appWithCodes(codes);
    const second = await secondProfile(first, otherCodes);
    await act(second, order);
    await expectIntact(first, codes, token);
  });
});

describe('of a profile and its copy', () => {
  it.each(orders)('what the copy does changes nothing of the profile: it %s, %s, %s', async (...order) => {
    const story = await appWithCodes(codes);
    await act(copied(story), order);
    await expectIntact(story, codes, token);
  });

  it.each(orders)('what the profile does changes nothing of the copy: it %s, %s, %s', async (...order) => {
    const story = await appWithCodes(codes);
    const copy = copied(story);
    await expectIntact(copy, codes, token);
    await act(story, order);
    await expectIntact(copy, codes, token);
  });

  it.each(orders)('and that of the first version, the same: it %s, %s, %s', async (...order) => {
    const story = await ofFirstVersion(await appWithCodes(codes), codes);
    const copy = copied(story);
    await act(copy, order);
    await expectIntact(story, codes, token);
  });

  it('each has entries of its own', async () => {
    const story = await appWithCodes(codes);
    const copy = copied(story);
    await expectIntact(copy, codes, token);
    expect(identityEntryOf(copy)).not.toBe(identityEntryOf(story));
    const { entries } = story.secrets;
    expect(entries.get(identityEntryOf(copy))).toBe(entries.get(identityEntryOf(story)));
    expect(entries.get(tokenEntryOf(copy, copy.accountId))).toContain(token);
  });

  it('of the first version, a passphrase in one makes the old entry worthless, and leaves it', async () => {
    const story = await ofFirstVersion(await appWithCodes(codes), codes);
    const copy = copied(story);
    const before = story.secrets.entries.get(oldIdentityEntry) ?? '';
    await copy.backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase });
    expect(story.secrets.entries.get(oldIdentityEntry)).toBe(before);
    for (const sealed of [copy.vaultFile.sealed, copy.vaultFile.backup])
      await expect(copy.sealer.openWith(before, sealed ?? new Uint8Array())).rejects.toThrow('wrong-key');
  });
});

describe('a profile that was moved', () => {
  it('takes a new id, and finds its key and its tokens', async () => {
    const story = await appWithCodes(codes);
    await expectIntact(copied(story, '/home/ada/moved'), codes, token);
  });

  it('twice, the first time without being opened, does so too', async () => {
    const story = await ofFirstVersion(await appWithCodes(codes), codes);
    const once = copied(story, '/home/ada/once');
    await snapshotOf(once);
    await expectIntact(copied(once, '/home/ada/twice'), codes, token);
  });
});

describe('the file that says which profile it is', () => {
  it('is written before anything is kept under its id, and nothing is kept where it cannot be', async () => {
    const story = await appWithCodes(codes);
    const copy = copied(story);
    copy.profileFile.full = true;
    const replacing = copy.backend.replaceToken({
      accountId: copy.accountId,
      token: 'another-token',
    });
    expect(await codeOf(replacing)).toBe('settings-not-saved');
    copy.profileFile.full = false;
    await expectIntact(copy, codes, token);
  });

  it('is read from its last good version when it is damaged', async () => {
    const story = await appWithCodes(codes);
    story.profileFile.text = story.profileFile.text?.slice(0, 20) ?? null;
    await expectIntact(story, codes, token);
  });

  it('is left alone when a later version wrote it, or it cannot be read', async () => {
    for (const spoil of [
      ({ profileFile }: Story) => (profileFile.text = '{"schema": 2, "id": "of another kind"}'),
      ({ profileFile }: Story) => (profileFile.unreadable = true),
    ]) {
      const story = await appWithCodes(codes);
      spoil(story);
      const { text } = story.profileFile;
      const next = restart(story);
      expect(await codeOf(next.backend.unlock({ passphrase: '' }))).not.toBe('none');
      expect(story.profileFile.text).toBe(text);
      const [entry] = [...story.secrets.entries.keys()].filter((name) => name.startsWith('vault-identity:'));
      expect(entry).toBeDefined();
    }
  });

  it('steers nothing: one that names a stranger’s key opens nothing and seals to nobody else', async () => {
    const story = await appWithCodes(codes);
    const written = JSON.parse(story.profileFile.text ?? '') as Record<string, unknown>;
    story.secrets.entries.set(
      `vault-identity:${String(written['id'])}:age1fake9999`,
      'AGE-SECRET-KEY-1FAKE9999',
    );
    story.profileFile.text = JSON.stringify({ ...written, recipient: 'age1fake9999' });
    const next = restart(story);
    const { sealed } = story.vaultFile;
    await next.app.warmUp();
    expect((await snapshotOf(next)).vault.state).toBe('key-missing');
    expect(await codeOf(next.backend.addHandKept({ label: 'x', codes: rowsOf('mnop-5678') }))).toBe('locked');
    expect((await lockOf(next)).reason).toBe('key-missing');
    expect(story.vaultFile.sealed).toEqual(sealed);
  });
});
