import type { BackedUp } from '../../records/backed-up';
import type { Ledger } from '../../records/ledger-record';

/** An entry as the window and the backups know it: worked out of the store, and never kept itself. */
export interface Entry {
  /** Of two that were said to be one, the smaller id. */
  readonly id: string;
  /** All ids that it is known by; what this computer alone has of it may lie under any of them. */
  readonly ids: readonly string[];
  readonly label: string;
  readonly user: string;
  readonly note: string;
  readonly pinned: boolean;
  /** Null while it is not in the archive. */
  readonly archived: { readonly at: number; readonly reason: string } | null;
  /** Whether it has an account, and not codes alone. */
  readonly hasAccount: boolean;
  /** Null without an account, or where the account has no service. */
  readonly serviceUrl: string | null;
  readonly tokenPrefix: '' | 'Bearer';
  /** New recovery codes were asked for, and nobody knows what came of it. */
  readonly inDoubt: boolean;
  readonly ledger: Ledger;
}

/** What backups and kits have of an entry. */
export const backedUpOf = ({ id, label, serviceUrl, tokenPrefix, ledger }: Entry): BackedUp => ({
  id,
  label,
  serviceUrl,
  tokenPrefix,
  sets: ledger.sets,
});
