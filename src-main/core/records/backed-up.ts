import type { CodeSet } from './ledger-record';

/** One account of a backup or kit, or codes kept by hand: with its codes and without its token. */
export interface BackedUp {
  /** The account's or the ledger's id; null where a person left it out. */
  readonly id: string | null;
  readonly label: string;
  /** Null for codes kept by hand, and for the practice service, which lives on one computer only. */
  readonly serviceUrl: string | null;
  readonly tokenPrefix: '' | 'Bearer';
  /** The current set first; a name is empty where a person left it out. */
  readonly sets: readonly CodeSet[];
}

/** What is sealed in a backup or a kit. */
export interface BackupDocument {
  /** Epoch milliseconds; null where a person left it out. */
  readonly madeAt: number | null;
  /** The id of the computer that wrote it; null in a person's own file, and in those of Latchkey 0.1.0. */
  readonly computer: string | null;
  readonly accounts: readonly BackedUp[];
}

/** A ledger or account that is here: it always has an id. */
export interface Kept extends BackedUp {
  readonly id: string;
}
