import { MemoryKeyFile } from '../../../fakes/memory-key-file';
import { MemoryProfileFile } from '../../../fakes/memory-profile-file';
import { MemorySettingsFile } from '../../../fakes/memory-settings-file';
import { MemoryVaultFile } from '../../../fakes/memory-vault-file';
import { makeApp } from '../../../app/make-app';
import { firstAccount, firstSettings } from '../accounts/first-settings';
import { appWithAccount, appWithCodes, type Story, token } from '../story';
import { identityEntryOf, oldIdentityEntry, tokenEntryOf } from '../vault/vault-world';

/** Its files as they are now, in another folder, on the same computer: the same keychain, clock and dice. */
export function copied(story: Story, place = '/home/ada/copy'): Story {
  const { settingsFile, vaultFile, vaultKeyFile, profileFile } = story;
  const key = new MemoryKeyFile();
  key.sealed = vaultKeyFile.sealed;
  const profile = new MemoryProfileFile(place);
  profile.text = profileFile.text;
  profile.backup = profileFile.backup;
  const files = {
    settingsFile: new MemorySettingsFile(settingsFile.text, settingsFile.backup),
    vaultFile: new MemoryVaultFile(vaultFile.sealed, vaultFile.backup),
    vaultKeyFile: key,
    profileFile: profile,
  };
  const { secrets, clock, random, sealer, http } = story;
  return { ...makeApp({ secrets, clock, random, sealer, http, ...files }), accountId: story.accountId };
}

/** A second profile of the same person, with an account and codes of its own. */
export async function secondProfile(story: Story, codes: readonly string[]): Promise<Story> {
  const { secrets, clock, random, sealer } = story;
  const profileFile = new MemoryProfileFile('/home/ada/second');
  const second = await appWithAccount(
    { secrets, clock, random, sealer, profileFile },
    { token: 'token-of-the-second' },
  );
  return appWithCodes(codes, second);
}

/** A profile as the first version, which knew no profiles, left it behind: with the account, the token and the codes. */
export async function ofFirstVersion(story: Story, codes: readonly string[]): Promise<Story> {
  const { secrets, sealer, accountId } = story;
  const identity = secrets.entries.get(identityEntryOf(story)) ?? '';
  secrets.entries.set(oldIdentityEntry, identity);
  secrets.entries.delete(identityEntryOf(story));
  secrets.entries.set(`token:${accountId}`, token);
  secrets.entries.delete(tokenEntryOf(story, accountId));
  const set = { name: 'K7-4QD', fetchedAt: 1_000, replacedAt: null, codes: codes.map(unused) };
  const ledgers = [{ id: accountId, label: 'Work', sets: [set] }];
  const sealed = await sealer.sealTo(
    await sealer.recipientOf(identity),
    JSON.stringify({ schema: 1, ledgers }),
  );
  const profileFile = new MemoryProfileFile(story.profileFile.place);
  const vaultFile = new MemoryVaultFile(sealed);
  const settingsFile = new MemorySettingsFile(firstSettings(firstAccount({ id: accountId })));
  return { ...makeApp({ ...story, profileFile, vaultFile, settingsFile }), accountId };
}

const unused = (code: string) => ({ code, state: 'unused', at: null, note: '' });
