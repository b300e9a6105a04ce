import { MemoryKeyFile } from '../../../fakes/memory-key-file';
import { MemoryProfileFile } from '../../../fakes/memory-profile-file';
import { MemorySettingsFile } from '../../../fakes/memory-settings-file';
import { MemoryVaultFile } from '../../../fakes/memory-vault-file';
import { makeApp } from '../../../app/make-app';
import { appWithAccount, appWithCodes, type Story } from '../story';
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

/** What the first version, which knew no profiles, would have left behind. */
export function ofFirstVersion(story: Story): Story {
  const { secrets, accountId } = story;
  const rename = (from: string, to: string): void => {
    secrets.entries.set(to, secrets.entries.get(from) ?? '');
    secrets.entries.delete(from);
  };
  rename(identityEntryOf(story), oldIdentityEntry);
  rename(tokenEntryOf(story, accountId), `token:${accountId}`);
  const profileFile = new MemoryProfileFile(story.profileFile.place);
  return { ...makeApp({ ...story, profileFile }), accountId };
}
