import * as v from 'valibot';
import { checkOutcome, folderHolds } from '../backups';
import { id, nothing, passphrase, sameAsLock, text } from '../basics';
import { limits } from '../limits';
import type { Calls, Table } from '../table';

const ofFolder = v.strictObject({ folderId: id });

const holding = v.strictObject({ holds: v.nullable(folderHolds) });

/** The part of the table about backup folders. */
export const foldersTable = {
  /** Opens the system's dialog; main remembers what was chosen. `holds`: whether Latchkey backups are there already. */
  chooseBackupFolder: {
    takes: nothing,
    gives: v.strictObject({
      chosen: v.nullable(
        v.strictObject({ path: text(limits.path), holds: v.picklist(['nothing', 'backups']) }),
      ),
    }),
  },
  /**
   * Writes the key and a first backup into the chosen folder, and proves that the passphrase opens them. `holds`: what
   * was there already and is not here.
   */
  setUpBackup: { takes: v.strictObject({ passphrase, ...sameAsLock }), gives: holding },
  /** Writes into the chosen folder, too, from now on: the same key, the same passphrase. */
  addBackupFolder: { takes: nothing, gives: holding },
  /** Writes there no longer. The files stay. */
  removeBackupFolder: { takes: ofFolder, gives: nothing },
  backUpNow: { takes: nothing, gives: nothing },
  /** Looks at the folders; what it found is in the snapshot. */
  lookAtBackups: { takes: nothing, gives: nothing },
  checkBackup: { takes: v.strictObject({ folderId: id, passphrase }), gives: checkOutcome },
  changeBackupPassphrase: {
    takes: v.strictObject({ passphrase, newPassphrase: passphrase }),
    gives: nothing,
  },
} as const satisfies Table;

export type FoldersCalls = Calls<typeof foldersTable>;
