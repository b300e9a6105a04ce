import type { OtpBody } from '../kinds/otp-body';
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
  /** Each once, in the order of their UTF-16 units. */
  readonly tags: readonly string[];
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
  /** The earlier first. */
  readonly authenticators: readonly Authenticator[];
  readonly ledger: Ledger;
}

/** What makes codes for an entry. Whoever has its secret makes them, too: nothing of it but its codes is to leave main. */
export interface Authenticator extends Omit<OtpBody, 'kind'> {
  /** Its fact's, under which its counter lies. */
  readonly id: string;
  /** The count that nobody has taken yet, where a counter counts. */
  readonly count: number;
}
