import type { ErrorCode } from '#contract/errors';
import type { VaultState } from '#contract/snapshot';

/** The vault is there and cannot be opened, so that its codes can neither be shown nor changed. */
export const isBlocked = (state: VaultState): boolean =>
  state === 'locked' || state === 'key-missing' || state === 'newer';

/** What the notice about a vault that cannot be opened says already. */
export const isVaultTrouble = (code: ErrorCode): boolean =>
  code.startsWith('keychain-') || code === 'vault-key-missing' || code === 'vault-read-only';
