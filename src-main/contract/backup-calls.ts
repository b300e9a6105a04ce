import * as v from 'valibot';
import { checkOutcome, folderHolds, kitPaper, kitSheet, restorePreview, restoreSource } from './backups';
import { limits } from './limits';
import { accountId } from './snapshot';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const nothing = v.strictObject({});
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const passphrase = text(limits.passphrase);
const ofCopy = v.strictObject({ copyId: accountId });
/** `saved`: the file's name; null when the person closed the dialog. */
const saved = v.strictObject({ saved: v.nullable(text(limits.fileName)) });
const holding = v.strictObject({ holds: v.nullable(folderHolds) });
const source = v.strictObject({ source: v.nullable(restoreSource) });

/** The part of the table (contract.ts) about backups, kits and restoring. */
export const backupCalls = {
  /** Opens the system's dialog; main remembers what was chosen. `holds`: whether Latchkey backups are there already. */
  chooseBackupFolder: {
    takes: nothing,
    gives: v.strictObject({
      chosen: v.nullable(
        v.strictObject({ folder: text(limits.path), holds: v.picklist(['nothing', 'backups']) }),
      ),
    }),
  },
  /**
   * Writes the key and a first backup into the chosen folder, and proves that the passphrase opens them. `holds`: what
   * was there already and is not here.
   */
  setUpBackup: { takes: v.strictObject({ passphrase }), gives: holding },
  /** Writes into the chosen folder, too, from now on: the same key, the same passphrase. */
  addBackupFolder: { takes: nothing, gives: holding },
  /** Writes there no longer. The files stay. */
  removeBackupFolder: { takes: ofCopy, gives: nothing },
  backUpNow: { takes: nothing, gives: nothing },
  /** Looks at the folders; what it found is in the snapshot. */
  lookAtBackups: { takes: nothing, gives: nothing },
  checkBackup: { takes: v.strictObject({ copyId: accountId, passphrase }), gives: checkOutcome },
  changeBackupPassphrase: {
    takes: v.strictObject({ passphrase, newPassphrase: passphrase }),
    gives: nothing,
  },

  /** Asks where to, writes one armored file, and reads it back before it says so. */
  saveKit: {
    takes: v.strictObject({
      sealFor: v.variant('who', [
        v.strictObject({ who: v.literal('passphrase'), passphrase }),
        v.strictObject({ who: v.literal('recipient'), recipient: text(limits.recipient) }),
      ]),
    }),
    gives: saved,
  },
  /** How much paper a kit would take, before anybody thinks of a passphrase for it. */
  measureKitSheet: { takes: v.strictObject({ withCodes: v.boolean() }), gives: kitPaper },
  /** A kit for paper, shown in the window before it is printed. */
  makeKitSheet: { takes: v.strictObject({ passphrase, withCodes: v.boolean() }), gives: kitSheet },
  /** Prints what the window shows. `done`: false when the person closed the dialog. */
  printWindow: { takes: nothing, gives: v.strictObject({ done: v.boolean() }) },
  /** The same as a PDF file. */
  saveWindowAsPdf: { takes: nothing, gives: saved },

  /** Asks by the system's dialog; `set-up`: the folder that was set up last. */
  chooseRestoreSource: {
    takes: v.strictObject({ what: v.picklist(['file', 'folder', 'set-up']) }),
    gives: source,
  },
  /** Takes up the file that was opened with Latchkey from outside, as if it had been chosen. */
  chooseHandedFile: { takes: nothing, gives: source },
  /** Files that were dropped on the window. */
  offerRestoreFiles: {
    takes: v.strictObject({
      files: v.pipe(
        v.array(v.strictObject({ name: text(limits.fileName), base64: text(limits.restoreFile) })),
        v.maxLength(limits.restoreFiles),
      ),
    }),
    gives: source,
  },
  /** Opens what was chosen or dropped. `secret`: its passphrase, or an age identity. */
  openRestore: { takes: v.strictObject({ secret: passphrase }), gives: restorePreview },
  /** Takes ledgers by their place in the preview into the vault; what is here stays. */
  restore: {
    takes: v.strictObject({ take: v.pipe(v.array(index), v.maxLength(limits.entries)) }),
    gives: v.strictObject({ ledgers: index, accounts: index }),
  },
  /** Forgets what was chosen and opened. */
  leaveRestore: { takes: nothing, gives: nothing },
} as const satisfies Record<string, { takes: v.GenericSchema; gives: v.GenericSchema }>;
