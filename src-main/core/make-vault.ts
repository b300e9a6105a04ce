import type { Ports } from './ports/ports';
import type { SealedKey } from './keys/sealed-key';
import type { VaultKey } from './keys/vault-key';
import { LedgerShelf } from './recovery-codes/ledger-shelf';
import type { AccountShelf } from './shelves/account-shelf';
import { Vault } from './vault/vault';
import { VaultStore } from './vault/vault-store';

interface Parts {
  readonly accountShelf: AccountShelf;
  readonly key: VaultKey;
  readonly sealedKey: SealedKey;
  /** Is told after every change of what the vault or the ledgers hold, or of the vault's state. */
  readonly onChange: () => void;
  /** Is told when a change of the vault is on disk. */
  readonly onSaved: () => void;
}

/** Makes the vault, and what stands on it. */
export function makeVault(
  { vaultFile, sealer }: Pick<Ports, 'vaultFile' | 'sealer'>,
  { accountShelf, key, sealedKey, onChange, onSaved }: Parts,
): { readonly vault: Vault; readonly ledgerShelf: LedgerShelf } {
  const vault = new Vault({
    store: new VaultStore({ file: vaultFile, sealer, key, sealedKey }),
    onChange,
    onSaved,
    onStartOver: () => ledgerShelf.forgetUnsealed(),
  });
  const ledgerShelf = new LedgerShelf({ accountShelf, vault, onChange });
  return { vault, ledgerShelf };
}
