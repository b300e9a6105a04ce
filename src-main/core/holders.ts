import type { SecretClipboard } from './clipboard/secret-clipboard';
import type { Holder } from './lock/holder';
import type { Secrets } from './ports/secrets';
import type { LedgerShelf } from './recovery-codes/ledger-shelf';
import type { Vault } from './vault/vault';

interface Parts {
  readonly clipboard: SecretClipboard;
  readonly ledgerShelf: LedgerShelf;
  readonly vault: Vault;
  readonly secrets: Pick<Secrets, 'rest'>;
  /** Drops what was opened to restore from. */
  readonly leaveRestore: () => void;
}

/**
 * Everyone who holds a secret, in the order in which a lock tells them: whatever comes to hold one is entered here. What was
 * never sealed, such as codes that could not be written, is nowhere else and stays (docs/decisions/0010-locking.md).
 */
export const holdersOf = ({
  clipboard,
  ledgerShelf,
  vault,
  secrets,
  leaveRestore,
}: Parts): readonly Holder[] => [
  { name: 'restoring', told: ['at-once'], dropSecrets: leaveRestore },
  // What ended last may have copied something, too.
  { name: 'clipboard', told: ['at-once', 'after-calls'], dropSecrets: () => clipboard.clear() },
  // A removal that ends last remembers what it removed, too.
  {
    name: 'removed-code',
    told: ['at-once', 'after-calls'],
    dropSecrets: () => ledgerShelf.removedCode.forget(),
  },
  { name: 'vault', told: ['after-backups'], dropSecrets: () => vault.shut() },
  // After the vault, which may put its key back.
  { name: 'keychain', told: ['after-backups'], dropSecrets: () => secrets.rest() },
];
