import * as v from 'valibot';
import { id, index, nothing, ofLedger, text, time } from '../basics';
import { limits } from '../limits';
import { note, recoveryCode, setName, typedLabel } from '../texts';
import { codeEntry } from '../snapshot';
import type { Calls, Table } from '../table';

const ofCode = v.strictObject({ ledgerId: id, index });

const pastedCodes = v.strictObject({ label: typedLabel, pasted: text(limits.pastedCodes) });

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
  /** Keeps the codes of a site that Latchkey does not speak to: pasted as lines, numbers, bullets or with blanks. */
  addHandKept: { takes: pastedCodes, gives: v.strictObject({ ledgerId: id }) },
  /** Renames it and, where `pasted` holds codes, begins a new set with them. */
  changeHandKept: { takes: v.strictObject({ ledgerId: id, ...pastedCodes.entries }), gives: nothing },
  removeHandKept: { takes: ofLedger, gives: nothing },
} as const satisfies Table;

export type RecoveryCodesCalls = Calls<typeof recoveryCodesTable>;
