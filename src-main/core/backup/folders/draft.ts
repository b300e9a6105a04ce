import { AppError } from '#contract/errors';
import type { Clock } from '../../ports/clock';
import type { State } from '../../state/state';
import type { LedgerShelf } from '../../recovery-codes/ledger-shelf';
import type { Vault } from '../../vault/vault';
import { writeDocument } from '../content/document';
import { nextTime } from '../content/file-names';
import type { FolderRecords } from './folder-records';

/** What is to be kept at one moment. */
export interface Draft {
  readonly text: string;
  /** See contentStamp. */
  readonly stamp: string;
  /** Epoch milliseconds: what the file is named by and says of itself. Later than all of ours, whatever the clock says. */
  readonly madeAt: number;
  /** Which computer it is of, as it says of itself: the profile's id. */
  readonly computer: string | null;
  /** What the clock says. */
  readonly writtenAt: number;
}

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly ledgerShelf: LedgerShelf;
  readonly clock: Clock;
  readonly folders: FolderRecords;
}

/**
 * What is known now.
 *
 * @param own the names of the backups that this computer wrote there
 * @throws AppError `locked` while the vault is not open: a backup of that would be empty
 */
export function draftOf({ state, vault, ledgerShelf, clock, folders }: Parts, own: readonly string[]): Draft {
  if (vault.state !== 'open') throw new AppError('locked');
  const writtenAt = clock.now();
  const madeAt = nextTime(writtenAt, own);
  const { computer } = state;
  const text = writeDocument({ madeAt, computer, accounts: ledgerShelf.kept });
  return { text, stamp: folders.stamp, madeAt, computer, writtenAt };
}
