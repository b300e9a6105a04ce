import type { VaultCalls } from '#contract/calls/vault';
import type { Backups } from '../backup/folders/backups';
import { believeTakenOver, type BelieveParts } from '../accounts/believe';
import type { Keychain } from '../keychain/keychain';
import type { VaultKey } from '../keys/vault-key';
import type { State } from '../state/state';
import { acceptOlderVault } from '../vault/accept-older-vault';
import { noteSeen } from '../vault/turned-up';
import type { Vault } from '../vault/vault';

interface Parts extends BelieveParts {
  readonly backups: Backups;
  readonly state: State;
  readonly keychain: Keychain;
  readonly vault: Vault;
  readonly key: VaultKey;
}

/** What the window asks of the vault and the keychain that has its key. */
export function vaultCalls(parts: Parts): VaultCalls {
  const { state, keychain, vault, key } = parts;
  return {
    async probeKeychain() {
      // An entry that somebody removed meanwhile is put back.
      await key.keep().finally(() => state.announce());
      // Right after the probe is the one moment at which a missing token is told from a locked keychain.
      await keychain.probe();
      return {};
    },
    async acceptOlderVault() {
      await acceptOlderVault(vault);
      return {};
    },
    async noteSettingsSeen() {
      const { old } = state.settings;
      if (old) await noteSeen(vault, old);
      return {};
    },
    async believeTakenOver() {
      await believeTakenOver(parts);
      void parts.backups.look();
      return {};
    },
  };
}
