import type { Vault } from './vault';

/**
 * Goes on with a vault that is older than what was last written here. It counts on from what the keychain had counted, and not
 * the keychain down to it: whatever was written in between is told, too, should it be put back.
 *
 * @throws as Vault.change
 */
export const acceptOlderVault = (vault: Vault): Promise<void> =>
  vault.changeLocal((local) => ({
    ...local,
    writes: Math.max(local.writes, local.olderThan ?? 0),
    olderThan: null,
  }));
