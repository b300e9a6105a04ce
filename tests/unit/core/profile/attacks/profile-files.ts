import { type Fakes, makeApp, type World } from '../../../../app/make-app';
import { FakeClock } from '../../../../fakes/fake-clock';
import { FakeHttp } from '../../../../fakes/fake-http';
import { MemoryFiles } from '../../../../fakes/memory-files';
import { MemoryKeyFile } from '../../../../fakes/memory-key-file';
import { MemoryProfileFile } from '../../../../fakes/memory-profile-file';
import { MemorySecrets } from '../../../../fakes/memory-secrets';
import { MemorySettingsFile } from '../../../../fakes/memory-settings-file';
import { MemoryVaultFile } from '../../../../fakes/memory-vault-file';

/** Every file of a profile, each with its last good version; null for one that is not there. */
export interface ProfileFiles {
  readonly settings: string | null;
  readonly settingsBefore: string | null;
  readonly profile: string | null;
  readonly profileBefore: string | null;
  readonly vault: Uint8Array | null;
  readonly vaultBefore: Uint8Array | null;
  readonly key: Uint8Array | null;
  readonly nextKey: Uint8Array | null;
}

/** The files as they lie there. */
export const filesOf = ({ settingsFile, profileFile, vaultFile, vaultKeyFile }: Fakes): ProfileFiles => ({
  settings: settingsFile.text,
  settingsBefore: settingsFile.backup,
  profile: profileFile.text,
  profileBefore: profileFile.backup,
  vault: vaultFile.sealed,
  vaultBefore: vaultFile.backup,
  key: vaultKeyFile.sealed,
  nextKey: vaultKeyFile.next,
});

/** What a computer has beside a profile's files. */
export type Computer = Pick<Fakes, 'secrets' | 'files' | 'sealer' | 'random' | 'clock'>;

/** The same computer a second time, so that what happens there leaves the first one alone. */
export function secondOf({ secrets, files, sealer, random, clock }: Computer): Computer {
  const copiedSecrets = new MemorySecrets();
  for (const [name, value] of secrets.entries) copiedSecrets.entries.set(name, value);
  const copiedFiles = new MemoryFiles();
  for (const [folder, content] of files.folders) copiedFiles.make(folder, Object.fromEntries(content));
  const copiedClock = new FakeClock();
  copiedClock.set(clock.now() - copiedClock.now());
  return { secrets: copiedSecrets, files: copiedFiles, sealer, random, clock: copiedClock };
}

/** Latchkey on these files. @param place where the profile lies */
export function startOn(computer: Computer, files: ProfileFiles, place?: string): World {
  const profileFile = new MemoryProfileFile(place);
  profileFile.text = files.profile;
  profileFile.backup = files.profileBefore;
  const vaultKeyFile = new MemoryKeyFile();
  vaultKeyFile.sealed = files.key;
  vaultKeyFile.next = files.nextKey;
  return makeApp({
    ...computer,
    profileFile,
    vaultKeyFile,
    settingsFile: new MemorySettingsFile(files.settings, files.settingsBefore),
    vaultFile: new MemoryVaultFile(files.vault, files.vaultBefore),
    http: new AnyService(),
  });
}

/** Answers wherever it is asked, as whoever waits there for tokens would. */
class AnyService extends FakeHttp {
  override send(request: Parameters<FakeHttp['send']>[0]): ReturnType<FakeHttp['send']> {
    void super.send(request).catch(() => undefined);
    const body = request.url.endsWith('/recovery-codes') ? { recovery_codes: ['zzzzz-99999'] } : { id: 'u1' };
    return Promise.resolve({
      status: request.url.includes('/verify/') ? 204 : 200,
      headers: {},
      body: JSON.stringify(body),
    });
  }
}
