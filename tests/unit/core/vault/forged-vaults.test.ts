import { describe, expect, it } from 'vitest';
import { hasMac } from '../../../../src-main/core/vault/vault-mac';
import { writeContents } from '../../../../src-main/core/vault/vault-contents';
import { makeApp, type World } from '../../../app/make-app';
import { withOwnMac } from '../../../app/with-own-mac';
import { MemoryVaultFile } from '../../../fakes/memory-vault-file';
import { stick } from '../backup/folders/backup-world';
import { appWithPassphrase, passphrase } from '../lock/lock-world';
import { chooseFile, open } from '../restore/restore-world';
import { appWithCodes, restart, serviceUrl, snapshotOf, type Story } from '../story';
import { codeOf } from '../../../app/failure-of';
import { vaultTextOf } from './opened-vault';
import { addByHand, contentsWith, identityEntryOf } from './vault-world';

const theirs = 'https://stranger.test/v1';
const strangersKey = 'AGE-SECRET-KEY-1FAKESTRANGER';

/** The person's own vault, with the service that a stranger wants their tokens to go to. */
async function forgedTexts(story: Story): Promise<Readonly<Record<string, string>>> {
  const real = await vaultTextOf(story);
  const [, realMac = ''] = /"mac": "([0-9a-f]{64})"/.exec(real) ?? [];
  const byStranger = withOwnMac(
    real.replaceAll(serviceUrl, () => theirs),
    strangersKey,
  );
  const withMacOf = (mac: string): string => byStranger.replace(/[0-9a-f]{64}/, mac);
  return {
    'a MAC by another key': byStranger,
    'the MAC of another text': withMacOf(realMac),
    'no MAC': byStranger.replace(/ {2}"mac": "[0-9a-f]{64}",\n/, ''),
    'an empty MAC': withMacOf(''),
    'a MAC of zeros': withMacOf('0'.repeat(64)),
    'half a MAC': withMacOf(realMac.slice(0, 32)),
    'a MAC in capitals, of another text': withMacOf(realMac.toUpperCase()),
    'the real text in front': `${real.trimEnd().slice(0, -1)},${byStranger.slice(1)}`,
    'the real MAC at another place': byStranger.replace(
      /( {2}"mac": ")[0-9a-f]{64}",\n([^]*)\n\}\n$/,
      (_all, mac: string, rest: string) => `${rest},\n${mac}${realMac}"\n}\n`,
    ),
  };
}
const kinds = [
  ...['a MAC by another key', 'the MAC of another text', 'no MAC', 'an empty MAC', 'a MAC of zeros'],
  ...[
    'half a MAC',
    'a MAC in capitals, of another text',
    'the real text in front',
    'the real MAC at another place',
  ],
];

/** As whoever reads `profile.json` seals a vault. */
const sealed = async (story: Story, text: string): Promise<Uint8Array> => {
  const { recipient } = JSON.parse(story.profileFile.text ?? '{}') as { readonly recipient: string };
  return story.sealer.sealTo(recipient, text);
};
const addressesOf = async (world: World) => {
  await world.app.warmUp();
  return (await snapshotOf(world)).accounts.map((account) => account.serviceUrl);
};

describe.each(kinds)('a forged vault, sealed to the right key, with %s', (kind) => {
  const forgedFor = async (): Promise<{ readonly story: Story; readonly forged: Uint8Array }> => {
    const story = await appWithCodes(['abcd-1234']);
    await addByHand(story);
    return { story, forged: await sealed(story, (await forgedTexts(story))[kind] ?? '') };
  };

  it('is put aside, and the last good version opens', async () => {
    const { story, forged } = await forgedFor();
    story.vaultFile.sealed = forged;
    const next = restart(story);
    expect(await addressesOf(next)).toEqual([serviceUrl]);
    expect((await snapshotOf(next)).vault).toEqual({ state: 'open', setAside: true });
    expect(story.vaultFile.aside).toEqual([forged]);
  });

  it('is no last good version', async () => {
    const { story, forged } = await forgedFor();
    story.vaultFile.backup = forged;
    expect(await addressesOf(restart(story))).toEqual([serviceUrl]);
    story.vaultFile.sealed = null;
    const next = restart(story);
    expect(await addressesOf(next)).toEqual([]);
    expect((await snapshotOf(next)).vault).toEqual({ state: 'open', setAside: true });
  });

  it('is not believed where it is both', async () => {
    const { story, forged } = await forgedFor();
    const next = makeApp({ ...story, vaultFile: new MemoryVaultFile(forged, forged) });
    expect(await addressesOf(next)).toEqual([]);
    expect(next.vaultFile.aside).toEqual([forged]);
    expect(next.http.requests).toEqual(story.http.requests);
  });

  it('is nothing to restore from, although a key at hand opens it', async () => {
    const { story, forged } = await forgedFor();
    story.files.make(stick, { 'vault.age': forged });
    await chooseFile(story, 'vault.age');
    expect(await codeOf(open(story, ''))).toBe('file-not-latchkey');
  });
});

it('a forged vault that was put aside is not offered', async () => {
  const story = await appWithCodes(['abcd-1234']);
  await addByHand(story);
  story.vaultFile.sealed = await sealed(story, writeContents(contentsWith('Theirs'), strangersKey));
  const next = restart(story);
  await next.app.warmUp();
  await next.app.settled();
  expect((await snapshotOf(next)).vaultPutAside).toBe(false);
  expect(next.vaultFile.aside).toHaveLength(1);
});

it('a changed lock makes the MAC of the vault and of its last good version anew', async () => {
  const story = await appWithPassphrase();
  const before = story.vaultFile.sealed;
  await story.backend.setLockPassphrase({ passphrase, newPassphrase: 'orbit lantern pebble' });
  await story.backend.removeLockPassphrase({ passphrase: 'orbit lantern pebble' });
  const key = story.secrets.entries.get(identityEntryOf(story)) ?? '';
  for (const file of [story.vaultFile.sealed, story.vaultFile.backup]) {
    const text = await story.sealer.openWith(key, file ?? new Uint8Array());
    expect([hasMac(text, key), hasMac(text, strangersKey)]).toEqual([true, false]);
  }
  expect(story.vaultFile.sealed).not.toEqual(before);
  for (const missing of ['sealed', 'backup'] as const) {
    const vaultFile = new MemoryVaultFile(story.vaultFile.sealed, story.vaultFile.backup);
    vaultFile[missing] = null;
    expect(await addressesOf(makeApp({ ...story, vaultFile }))).toEqual([serviceUrl]);
  }
});
