import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { Clock } from '../../ports/clock';
import type { Files } from '../../ports/files';
import type { Sealer } from '../../ports/sealer';
import type { StoredBackups, StoredCopy } from '../../state/settings';
import type { State } from '../../state/state';
import type { Vault } from '../../vault/vault';
import { draftOf } from './draft';
import { BackupFolder, troubleOf, writeError } from './folder';
import type { Copies } from './folder-records';
import { ownFiles, placeKey, prune, putBackup } from './write-backup';

interface Parts {
  readonly state: State;
  readonly sealer: Sealer;
  readonly files: Files;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly copies: Copies;
}

/**
 * Writes a backup into every folder, one after the other. What goes wrong in one shows in its health and keeps no other
 * from its backup. Never rejects.
 *
 * @param byHand somebody asked for it; else what would push good backups out is left undone
 * @returns what went wrong
 */
export async function writeAll(parts: Parts, byHand: boolean): Promise<AppError[]> {
  const { state, copies } = parts;
  const { stored } = copies;
  // A backup of a vault that was lost would come before the one that brings the codes back.
  const due = stored?.copies.filter((copy) => byHand || !copies.isEmptied(copy)) ?? [];
  if (!stored || due.length === 0) return [];
  copies.writing = true;
  state.announce();
  const failures: AppError[] = [];
  for (const copy of due) {
    await writeOne(parts, stored, copy).catch((error: unknown) => {
      failures.push(writeError(error));
      copies.found(copy.id, { trouble: troubleOf(error) });
    });
  }
  copies.writing = false;
  state.announce();
  return failures;
}

async function writeOne(parts: Parts, stored: StoredBackups, copy: StoredCopy): Promise<void> {
  const { sealer, files: disk, copies } = parts;
  const folder = new BackupFolder(disk, copy.folder);
  await placeKey(folder, stored, copy);
  const checked = copy.checked?.file ?? null;
  const isEmptied = copies.isEmptied(copy);
  // A run that was killed may have left one more than there is room to remember.
  const own = await prune(folder, await ownFiles(folder, copy), checked, false);
  const { text, mark, madeAt, writtenAt } = draftOf(parts, own);
  const sealed = await sealer.sealTo(stored.recipient, text);
  if ((await sealer.lockOf(sealed)) !== 'key') throw new AppError('backup-not-written');
  const last = await putBackup(folder, sealed, madeAt, (begun) =>
    copies.note(copy.id, (known) => ({ ...known, files: own, begun })),
  );
  const files = [...own, last.file];
  // Before it is forgotten that the trouble was told.
  copies.found(copy.id, { trouble: null });
  await copies.note(copy.id, (known) => ({
    ...known,
    key: stored.key,
    writtenAt,
    vaultMark: mark,
    files: files.slice(-limits.backupsKept - 1),
    last,
    begun: null,
    told: [],
  }));
  // What was lost here is perhaps in those that a wrong clock named.
  const left = await prune(folder, files, checked, !isEmptied);
  if (left.length < files.length) await copies.note(copy.id, (known) => ({ ...known, files: left }));
  copies.found(copy.id, { kept: left.length });
}
