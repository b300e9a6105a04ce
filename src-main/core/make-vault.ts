import { AppError } from '#contract/errors';
import type { Ports } from './ports/ports';
import type { SealedKey } from './keys/sealed-key';
import type { VaultKey } from './keys/vault-key';
import type { Profile } from './profile/profile';
import { LedgerShelf } from './recovery-codes/ledger-shelf';
import { AccountShelf } from './shelves/account-shelf';
import { Authors } from './shelves/authors';
import { Entries } from './shelves/entries';
import type { State } from './state/state';
import { takeOver } from './vault/take-over';
import { Vault } from './vault/vault';
import { emptyVault, isFirst, type VaultContents } from './vault/vault-contents';
import { VaultStore } from './vault/vault-store';
import { WriteMarks } from './vault/write-marks';

interface Parts {
  readonly state: State;
  readonly profile: Profile;
  readonly key: VaultKey;
  readonly sealedKey: SealedKey;
  /** Is told after every change of what the vault or the ledgers hold, or of the vault's state. */
  readonly onChange: () => void;
  /** Is told when a change of the vault is on disk. */
  readonly onSaved: () => void;
}

/** The vault, and what stands on it. */
export interface VaultAndShelves {
  readonly vault: Vault;
  readonly accountShelf: AccountShelf;
  readonly ledgerShelf: LedgerShelf;
}

/** Makes the vault, and what stands on it. */
export function makeVault(
  { vaultFile, sealer, clock, random }: Pick<Ports, 'vaultFile' | 'sealer' | 'clock' | 'random'>,
  { state, profile, key, sealedKey, onChange, onSaved }: Parts,
): VaultAndShelves {
  const vault: Vault = new Vault({
    store: new VaultStore({ file: vaultFile, sealer, key, sealedKey }),
    marks: new WriteMarks({ clock, random }),
    begin(found): VaultContents {
      if (found && !isFirst(found)) return found;
      // What they hold of accounts would be lost once the vault is written without it.
      if (state.settingsHealth === 'unreadable') throw new AppError('vault-unreadable');
      const ledgers = found?.ledgers ?? [];
      const { old } = state.settings;
      if (ledgers.length === 0 && old === null) return emptyVault;
      return takeOver(ledgers, old, found !== null, random.hex(8));
    },
    onChange,
    onSaved,
    onStartOver: () => ledgerShelf.forgetUnsealed(),
  });
  const entries = new Entries(vault);
  const authors = new Authors({ profile, clock, random });
  const accountShelf = new AccountShelf({ vault, entries, authors });
  const ledgerShelf: LedgerShelf = new LedgerShelf({ accountShelf, entries, authors, vault, onChange });
  return { vault, accountShelf, ledgerShelf };
}
