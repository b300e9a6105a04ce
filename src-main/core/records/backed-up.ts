import * as v from 'valibot';
import { asIs, ignored, ours, unless } from './fields';
import { type Ledger, ledgerRecord } from './ledger-record';
import { record } from './record';
import { serviceUrl } from './service-url';

/** One account of a backup or kit, or codes kept by hand: a whole ledger, and of its account all but the token. */
export interface BackedUp extends Omit<Ledger, 'id'> {
  /** The account's or the ledger's id; null where a person left it out. */
  readonly id: string | null;
  /** Null for codes kept by hand, and for the practice service, which lives on one computer only. */
  readonly serviceUrl: string | null;
  readonly tokenPrefix: '' | 'Bearer';
}

const id = v.optional(v.nullable(v.pipe(v.string(), v.uuid())), null);
const url = v.optional(v.nullable(serviceUrl), null);
const prefix = v.picklist(['', 'Bearer']);
const { sets, ...named } = ledgerRecord.fields;

/**
 * All of it lies in documents alone; the vault has the ledger, and the settings have the account. What is here keeps its
 * label and its service, so that others in a file say nothing to whoever restores.
 */
export const entryRecord = record<BackedUp>({
  ...named,
  id: { vault: id, document: id, write: asIs, same: ignored, merge: ours },
  serviceUrl: { vault: url, document: url, write: asIs, same: ignored, merge: ours },
  tokenPrefix: {
    vault: prefix,
    document: v.optional(prefix, ''),
    write: unless<BackedUp['tokenPrefix']>(''),
    same: ignored,
    merge: ours,
  },
  sets,
});

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
