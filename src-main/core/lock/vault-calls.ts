import type { VaultCalls } from '#contract/calls/vault';
import type { Keychain } from '../keychain/keychain';
import type { VaultKey } from '../keys/vault-key';
import type { State } from '../state/state';
import type { Vault } from '../vault/vault';

interface Parts {
  readonly state: State;
  readonly keychain: Keychain;
  readonly vault: Vault;
  readonly key: VaultKey;
}

/** What the window asks of the vault and the keychain that has its key. */
export function vaultCalls({ state, keychain, vault, key }: Parts): VaultCalls {
  return {
    async probeKeychain() {
      await keychain.probe();
      // Right after the probe is the one moment at which a missing key is told from a locked keychain.
      await vault.open().catch(() => undefined);
      // An entry that somebody removed meanwhile is put back.
      await key.keep().finally(() => state.announce());
      return {};
    },
    async openVault() {
      await vault.open();
      return {};
    },
    async beginNewVault() {
      await vault.beginAnew();
      return {};
    },
  };
}
