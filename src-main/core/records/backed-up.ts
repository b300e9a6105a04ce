import * as v from 'valibot';
import { note, tag, words } from '#contract/texts';
import { areIn, asIs, asTime, ignored, ours, united, unless, unlessEmpty, writtenTime } from './fields';
import { type Ledger, ledgerRecord } from './ledger-record';
import { isPartOf, joinNotes } from './notes';
import { otpauthLink } from './otpauth-link';
import { areAmong, unitedLinks } from './otpauth-lists';
import { record } from './record';
import { serviceUrl } from './service-url';

/** One account of a backup or kit, or codes kept by hand: a whole ledger, and of its account all but the token. */
export interface BackedUp extends Omit<Ledger, 'id'> {
  /** The account's or the ledger's id; null where a person left it out. */
  readonly id: string | null;
  /** Whom it signs in; may be empty. */
  readonly user: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly pinned: boolean;
  /** Since when and why it is in the archive; null while it is not. */
  readonly archived: { readonly at: number; readonly reason: string } | null;
  /** New recovery codes were asked for, and nobody knows what came of it. */
  readonly inDoubt: boolean;
  /** Null for codes kept by hand, and for the practice service, which lives on one computer only. */
  readonly serviceUrl: string | null;
  readonly tokenPrefix: '' | 'Bearer';
  /** What makes its one-time codes, as otpauth links. They are secrets, as the codes are. */
  readonly authenticators: readonly string[];
}

/** Of an account of which nobody said more than its name, its service and its codes. */
export const undescribed = {
  user: '',
  note: '',
  tags: [],
  pinned: false,
  archived: null,
  inDoubt: false,
  authenticators: [],
} as const satisfies Partial<BackedUp>;

const id = v.optional(v.nullable(v.pipe(v.string(), v.uuid())), null);
const url = v.optional(v.nullable(serviceUrl), null);
const prefix = v.picklist(['', 'Bearer']);
const { label, sets } = ledgerRecord.fields;

/** Each once, without those of which nothing can be seen. */
const eachOnce = (texts: string[]): readonly string[] => [...new Set(texts)].filter((text) => text !== '');
const tags = v.optional(v.pipe(v.array(tag), v.transform(eachOnce)), []);
const links = v.optional(v.pipe(v.array(otpauthLink), v.transform(eachOnce)), []);
const flag = v.optional(v.boolean(), false);
const archived = v.object({
  at: v.optional(writtenTime, '1970-01-01T00:00:00Z'),
  reason: v.optional(words, ''),
});

/**
 * All of it lies in documents alone; the vault has its store. What is here keeps its label, its service and its place
 * in the list, so that others in a file say nothing to whoever restores. What is said of an account, and what makes its
 * codes, comes to what is here; a doubt, too, for a code that is trusted by mistake is worth nothing on the day.
 */
export const entryRecord = record<BackedUp>({
  id: { vault: id, document: id, write: asIs, same: ignored, merge: ours },
  label,
  user: {
    vault: words,
    document: v.optional(words, ''),
    write: unless(''),
    same: (there, here) => there === '' || here !== '',
    merge: (there, here) => here || there,
  },
  note: {
    vault: note,
    document: v.optional(note, ''),
    write: unless(''),
    same: isPartOf,
    merge: joinNotes,
  },
  tags: { vault: tags, document: tags, write: unlessEmpty, same: areIn, merge: united },
  pinned: { vault: flag, document: flag, write: unless(false), same: ignored, merge: ours },
  archived: {
    vault: v.nullable(archived),
    document: v.optional(v.nullable(archived), null),
    write: (is) => (is === null ? undefined : { at: asTime(is.at), reason: unless('')(is.reason) }),
    same: ignored,
    merge: ours,
  },
  inDoubt: {
    vault: flag,
    document: flag,
    write: unless(false),
    same: (there, here) => !there || here,
    merge: (there, here) => there || here,
  },
  serviceUrl: { vault: url, document: url, write: asIs, same: ignored, merge: ours },
  tokenPrefix: {
    vault: prefix,
    document: v.optional(prefix, ''),
    write: unless<BackedUp['tokenPrefix']>(''),
    same: ignored,
    merge: ours,
  },
  authenticators: {
    vault: links,
    document: links,
    write: unlessEmpty,
    same: areAmong,
    merge: unitedLinks,
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
