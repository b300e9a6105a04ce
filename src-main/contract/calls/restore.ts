import * as v from 'valibot';
import { restorePreview, restoreSource } from '../backups';
import { index, nothing, passphrase, text } from '../basics';
import { limits } from '../limits';
import { shownEntry } from '../shown-entry';
import type { Calls, Table } from '../table';

const fileContent = v.pipe(v.instance<new () => Uint8Array>(Uint8Array), v.maxLength(limits.sealed));

const source = v.strictObject({ source: v.nullable(restoreSource) });

/** The part of the table about restoring. */
export const restoreTable = {
  /**
   * Asks by the system's dialog; `set-up`: the folder that was set up last; `put-aside`: the vaults that were put aside and
   * open again.
   */
  chooseRestoreSource: {
    takes: v.strictObject({ what: v.picklist(['file', 'folder', 'set-up', 'put-aside']) }),
    gives: source,
  },
  /** Takes up the file that was opened with Latchkey from outside, as if it had been chosen. */
  chooseHandedFile: { takes: nothing, gives: source },
  /** Files that were dropped on the window, as bytes: a text of so many letters would hold up main. */
  offerRestoreFiles: {
    takes: v.strictObject({
      files: v.pipe(
        v.array(v.strictObject({ name: text(limits.fileName), content: fileContent })),
        v.maxLength(limits.restoreFiles),
        v.check(
          (files) => files.reduce((sum, { content }) => sum + content.length, 0) <= limits.restoreBytes,
        ),
      ),
    }),
    gives: source,
  },
  /** Opens what was chosen or dropped. `secret`: its passphrase, or an age identity; empty where a key is at hand. */
  openRestore: { takes: v.strictObject({ secret: passphrase }), gives: restorePreview },
  /** The codes of one ledger of the preview, by its place, while that is open. Nothing is taken or noted by it. */
  showRestoreCodes: { takes: v.strictObject({ place: index }), gives: shownEntry },
  /**
   * Copies one of these codes, by its set and its place there. Where it is restored afterwards, before the screen is
   * left, it comes as perhaps used.
   */
  copyRestoreCode: { takes: v.strictObject({ place: index, set: index, code: index }), gives: nothing },
  /**
   * Takes ledgers by their place in the preview into the vault, all of them or none; what is here stays. `folder`: the
   * backup folder that they came from, and whether this computer backs up to it; null for anything else.
   */
  restore: {
    takes: v.strictObject({ take: v.pipe(v.array(index), v.maxLength(limits.entries)) }),
    gives: v.strictObject({
      ledgers: index,
      accounts: index,
      folder: v.nullable(v.strictObject({ path: text(limits.path), isKept: v.boolean() })),
    }),
  },
  /** Backs up to the folder that was opened from now on, by the passphrase that opened it. */
  keepBackingUp: { takes: nothing, gives: nothing },
  /** Forgets what was chosen and opened. */
  leaveRestore: { takes: nothing, gives: nothing },
} as const satisfies Table;

export type RestoreCalls = Calls<typeof restoreTable>;
