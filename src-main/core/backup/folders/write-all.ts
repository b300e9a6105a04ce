import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { Clock } from '../../ports/clock';
import type { Files } from '../../ports/files/files';
import type { Sealer } from '../../ports/sealing/sealer';
import type { StoredBackups, StoredFolder } from '../../state/stored-folders';
import type { State } from '../../state/state';
import type { LedgerShelf } from '../../recovery-codes/ledger-shelf';
import type { Vault } from '../../vault/vault';
import { draftOf } from './draft';
import { BackupFolder, troubleOf, writeError } from './folder';
import type { FolderRecords } from './folder-records';
import { ownFiles, placeKey, prune, putBackup } from './write-backup';

interface Parts {
  readonly state: State;
  readonly sealer: Sealer;
  readonly files: Files;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly ledgerShelf: LedgerShelf;
  readonly folders: FolderRecords;
}

/**
 * Writes a backup into every folder, one after the other. What goes wrong in one shows in its health and keeps no other
 * from its backup. Never rejects.
 *
 * @param byHand somebody asked for it; else what would push good backups out is left undone
 * @returns what went wrong
 */
export async function writeAll(parts: Parts, byHand: boolean): Promise<AppError[]> {
  const { state, folders } = parts;
  const { stored } = folders;
  // A backup of a vault that was lost would come before the one that brings the codes back.
  const due = stored?.folders.filter((folder) => byHand || !folders.isEmptied(folder)) ?? [];
  if (!stored || due.length === 0) return [];
  if (!stored.isProven) {
    for (const { id } of due) folders.found(id, { trouble: 'unproven' });
    return [new AppError('backup-key-changed')];
  }
  folders.writing = true;
  state.announce();
  const failures: AppError[] = [];
  for (const folder of due) {
    await writeOne(parts, stored, folder).catch((error: unknown) => {
      failures.push(writeError(error));
      folders.found(folder.id, { trouble: troubleOf(error) });
    });
  }
  folders.writing = false;
  state.announce();
  return failures;
}

async function writeOne(parts: Parts, stored: StoredBackups, folder: StoredFolder): Promise<void> {
  const { sealer, folders } = parts;
  const disk = new BackupFolder(parts.files, folder.path);
  await placeKey(disk, stored, folder);
  const checked = folder.checked?.file ?? null;
  const isEmptied = folders.isEmptied(folder);
  // A run that was killed may have left one more than there is room to remember.
  const own = await prune(disk, await ownFiles(disk, folder), checked, false);
  const draft = draftOf(parts, own);
  const { text, stamp, writtenAt } = draft;
  const sealed = await sealer.sealTo(stored.recipient, text);
  if ((await sealer.lockOf(sealed)) !== 'key') throw new AppError('backup-not-written');
  const last = await putBackup(disk, sealed, draft, (begun) =>
    folders.note(folder.id, (known) => ({ ...known, files: own, begun })),
  );
  const files = [...own, last.file];
  // Before it is forgotten that the trouble was told.
  folders.found(folder.id, { trouble: null });
  await folders.note(folder.id, (known) => ({
    ...known,
    key: stored.key,
    writtenAt,
    contentStamp: stamp,
    files: files.slice(-limits.backupsKept - 1),
    last,
    begun: null,
    told: [],
  }));
  // What was lost here is perhaps in those that a wrong clock named.
  const left = await prune(disk, files, checked, !isEmptied);
  if (left.length < files.length) await folders.note(folder.id, (known) => ({ ...known, files: left }));
  folders.found(folder.id, { kept: left.length });
}
