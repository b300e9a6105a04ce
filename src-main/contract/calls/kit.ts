import * as v from 'valibot';
import { kitPaper, kitSheet } from '../kits';
import { id, nothing, passphrase, sameAsBackups, text } from '../basics';
import { limits } from '../limits';
import type { Calls, Table } from '../table';

/** `saved`: the file's name; null when the person closed the dialog. */
const saved = v.strictObject({ saved: v.nullable(text(limits.fileName)) });

/** What goes on paper: all but the ledgers with these ids, and whether the codes themselves are printed, too. */
const onPaper = { withCodes: v.boolean(), without: v.pipe(v.array(id), v.maxLength(limits.entries)) };

/** The part of the table about kits. */
export const kitTable = {
  /** Asks where to, writes one armored file, and reads it back before it says so. */
  saveKit: {
    takes: v.strictObject({
      sealFor: v.variant('who', [
        v.strictObject({ who: v.literal('passphrase'), passphrase, ...sameAsBackups }),
        v.strictObject({ who: v.literal('recipient'), recipient: text(limits.recipient) }),
      ]),
    }),
    gives: saved,
  },
  /** How much paper a kit would take, before anybody thinks of a passphrase for it. */
  measureKitSheet: { takes: v.strictObject(onPaper), gives: kitPaper },
  /** A kit for paper, shown in the window before it is printed. */
  makeKitSheet: {
    takes: v.strictObject({ passphrase, ...sameAsBackups, ...onPaper }),
    gives: kitSheet,
  },
  /** Prints what the window shows. `done`: false when the person closed the dialog. */
  printWindow: { takes: nothing, gives: v.strictObject({ done: v.boolean() }) },
  /** The same as a PDF file, which is named after what is shown: a kit, unless it says otherwise. */
  saveWindowAsPdf: {
    takes: v.strictObject({ shows: v.optional(v.literal('passphrase-card')) }),
    gives: saved,
  },
} as const satisfies Table;

export type KitCalls = Calls<typeof kitTable>;
