import type { Keychain } from './keychain/keychain';
import type { OneAtATime } from './turns/one-at-a-time';
import { PassphraseThrottle } from './keys/passphrase-throttle';
import type { Ports } from './ports/ports';
import { Profile } from './profile/profile';
import { SealedKey } from './keys/sealed-key';
import type { State } from './state/state';
import { VaultKey } from './keys/vault-key';

interface Parts {
  readonly state: State;
  readonly keychain: Keychain;
  readonly turns: OneAtATime;
}

/** Where this profile's keys are: in the keychain, or sealed by a passphrase. */
export interface Keys {
  readonly profile: Profile;
  readonly sealedKey: SealedKey;
  readonly key: VaultKey;
  readonly throttle: PassphraseThrottle;
}

/** Puts together what opens the vault. Nothing is read yet. */
export function makeKeys(ports: Ports, { state, keychain, turns }: Parts): Keys {
  const { profileFile, settingsFile, vaultFile, vaultKeyFile, random, sealer, clock } = ports;
  const profile = new Profile({
    file: profileFile,
    random,
    async hasPast() {
      const [settings, vault] = await Promise.all([settingsFile.read(), vaultFile.read()]);
      return [settings.text, settings.backup, vault.sealed, vault.backup].some((one) => one !== null);
    },
  });
  const sealedKey = new SealedKey({ file: vaultKeyFile, sealer, clock });
  return {
    profile,
    sealedKey,
    key: new VaultKey({ profile, sealed: sealedKey, sealer, keychain }),
    throttle: new PassphraseThrottle({ state, keychain, profile, clock, turns }),
  };
}
