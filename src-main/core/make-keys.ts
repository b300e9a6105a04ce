import type { Keychain } from './keychain/keychain';
import type { OneAtATime } from './turns/one-at-a-time';
import { PassphraseThrottle } from './keys/passphrase-throttle';
import type { Ports } from './ports/ports';
import { Profile } from './profile/profile';
import { SealedKey } from './keys/sealed-key';
import type { AccountShelf } from './shelves/account-shelf';
import type { State } from './state/state';
import { Tokens } from './accounts/tokens';
import { VaultKey } from './keys/vault-key';

interface Parts {
  readonly state: State;
  readonly accountShelf: AccountShelf;
  readonly keychain: Keychain;
  readonly turns: OneAtATime;
}

/** Whatever this profile keeps in the keychain, or has a passphrase seal. */
export interface Keys {
  readonly profile: Profile;
  readonly tokens: Tokens;
  readonly sealedKey: SealedKey;
  readonly key: VaultKey;
  readonly throttle: PassphraseThrottle;
}

/** Puts together what opens the vault and what is sent to services. Nothing is read yet. */
export function makeKeys(ports: Ports, { state, accountShelf, keychain, turns }: Parts): Keys {
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
    tokens: new Tokens({ keychain, state, accountShelf, profile }),
    sealedKey,
    key: new VaultKey({ profile, sealed: sealedKey, sealer, keychain }),
    throttle: new PassphraseThrottle({ state, keychain, profile, clock, turns }),
  };
}
