import * as v from 'valibot';
import { count, id, index, nothing, ofLedger, text, time } from '../basics';
import { limits } from '../limits';
import { note, recoveryCode, setName, typedLabel, typedRecoveryCode } from '../texts';
import { codeEntry } from '../snapshot';
import type { Calls, Table } from '../table';

const ofCode = v.strictObject({ ledgerId: id, index });

/** A row of a list before it is kept, as a text was understood. */
const understoodCode = v.strictObject({ code: recoveryCode, isUsed: v.boolean() });

const understood = v.strictObject({
  /** A link or a secret sets up an authenticator, and is no recovery code. A secret is told by its looks alone: it has its rows, too. */
  kind: v.picklist(['recovery-codes', 'otpauth-link', 'bare-secret']),
  /** Each code for itself; empty for a link. */
  oneEach: v.array(understoodCode),
  /** The same text as a single key of groups or words; null where it is too long or too short for one. */
  oneKey: v.nullable(v.array(understoodCode)),
  /** Which of the two it more likely is. */
  proposed: v.picklist(['one-each', 'one-key']),
  /** Secrets of other kinds that stood beside the codes, such as the one of an authenticator: they are in no row. */
  secretsLeftOut: count,
  /** What is too long for a code, and in no row either. */
  tooLongLeftOut: count,
});

/** Rows as a person left them. */
const typedRows = v.pipe(
  v.array(v.strictObject({ code: typedRecoveryCode, isUsed: v.boolean() })),
  v.maxLength(limits.codesInFile),
);

const handKept = v.strictObject({ label: typedLabel, codes: typedRows });

const codeTexts = v.array(recoveryCode);

const replacedSet = v.strictObject({ name: setName, replacedAt: time, codes: codeTexts });

/** The part of the table about recovery codes. */
export const recoveryCodesTable = {
  /** What is known of the codes of the current set, without the codes. Empty where nothing is, or the vault is closed. */
  readLedger: { takes: ofLedger, gives: v.strictObject({ entries: v.array(codeEntry) }) },
  /** The codes in the order of `readLedger`, and those of the sets that were replaced, newest first. */
  revealRecoveryCodes: {
    takes: ofLedger,
    gives: v.strictObject({ codes: codeTexts, replaced: v.array(replacedSet) }),
  },
  /** Copies a code, which is perhaps used from then on. */
  copyRecoveryCode: { takes: ofCode, gives: nothing },
  /**
   * Copies the next unused code and marks it as used; `index` says which, so that it can be undone. Those with a note come
   * last, and only for whom has read it.
   */
  useNextCode: {
    takes: v.strictObject({ ...ofLedger.entries, noteRead: v.optional(v.boolean()) }),
    gives: v.strictObject({ index }),
  },
  markRecoveryCode: {
    takes: v.strictObject({ ledgerId: id, index, state: v.picklist(['unused', 'used']) }),
    gives: nothing,
  },
  noteOnRecoveryCode: {
    takes: v.strictObject({ ledgerId: id, index, note }),
    gives: nothing,
  },
  /** Says what a text with codes of another site holds, so that a person sees it before anything is kept. Keeps nothing. */
  understandCodes: { takes: v.strictObject({ text: text(limits.pastedField) }), gives: understood },
  /** Keeps the codes of a site that Latchkey does not speak to. */
  addHandKept: { takes: handKept, gives: v.strictObject({ ledgerId: id }) },
  /** Renames it and, where there are codes, takes them in as its list of now. A code that was used stays used. */
  changeHandKept: { takes: v.strictObject({ ledgerId: id, ...handKept.entries }), gives: nothing },
  /** Writes one code of the current set anew; what is known of it stays. */
  correctRecoveryCode: {
    takes: v.strictObject({ ledgerId: id, index, code: typedRecoveryCode }),
    gives: nothing,
  },
  /** Removes one code of the current set, never the last one. */
  removeRecoveryCode: { takes: ofCode, gives: nothing },
  /** Puts back the code that was removed last, in its place, with all that was known of it; until Latchkey is locked. */
  putBackRecoveryCode: { takes: ofLedger, gives: v.strictObject({ index }) },
  removeHandKept: { takes: ofLedger, gives: nothing },
} as const satisfies Table;

export type Understood = v.InferOutput<typeof understood>;
export type UnderstoodCode = v.InferOutput<typeof understoodCode>;
export type RecoveryCodesCalls = Calls<typeof recoveryCodesTable>;
