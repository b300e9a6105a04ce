import * as v from 'valibot';
import { limits } from './limits';

/** A text as it is, of at most so many UTF-16 units; what a person may read has a schema of its own in texts.ts. */
export const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));

const wholeNumber = () => v.pipe(v.number(), v.integer(), v.minValue(0));

/** How many there are. */
export const count = wholeNumber();

/** Epoch milliseconds. */
export const time = wholeNumber();

/** A place in a list, from 0 on. */
export const index = wholeNumber();

/** What an account, a ledger or a backup folder is known by. */
export const id = v.pipe(v.string(), v.uuid());

export const passphrase = text(limits.passphrase);

/** What a call takes or gives that needs nothing, or has nothing to say. */
export const nothing = v.strictObject({});

export const ofAccount = v.strictObject({ accountId: id });

/** A ledger has its account's id, or one of its own. */
export const ofLedger = v.strictObject({ ledgerId: id });

/** The passphrase is said to be that of the backups: it is checked against their key before it is used. */
export const sameAsBackups = { sameAs: v.optional(v.literal('backups')) };

/** The passphrase is said to be the one that unlocks Latchkey: it is checked against the vault's key before it is used. */
export const sameAsLock = { sameAs: v.optional(v.literal('lock')) };
