import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { Sealer } from '../sealing-ports';
import type { StoredBackups, StoredCopy } from '../settings';
import type { State } from '../state';
import { troubleOf, writeError } from './backup-folder';
import type { Backups } from './backups';
import { ownFiles, placeKey, prune, putBackup } from './write-copy';

interface Parts {
  readonly state: State;
  readonly sealer: Sealer;
}

/**
 * Writes a backup into every folder, one after the other. What goes wrong in one shows in its health and keeps no other
 * from its backup. Never rejects.
 *
 * @param byHand somebody asked for it; else what would push good backups out is left undone
 * @returns what went wrong
 */
export async function writeAll(
  { state, sealer }: Parts,
  backups: Backups,
  byHand: boolean,
): Promise<AppError[]> {
  const { copies } = backups;
  const { stored } = copies;
  // A backup of a vault that was lost would come before the one that brings the codes back.
  const due = stored?.copies.filter((copy) => byHand || !copies.isEmptied(copy)) ?? [];
  if (!stored || due.length === 0) return [];
  copies.writing = true;
  state.announce();
  const failures: AppError[] = [];
  for (const copy of due) {
    await writeOne(sealer, backups, stored, copy).catch((error: unknown) => {
      failures.push(writeError(error));
      copies.found(copy.id, { trouble: troubleOf(error) });
    });
  }
  copies.writing = false;
  state.announce();
  return failures;
}

async function writeOne(
  sealer: Sealer,
  backups: Backups,
  stored: StoredBackups,
  copy: StoredCopy,
): Promise<void> {
  const { copies } = backups;
  const folder = backups.folder(copy.folder);
  await placeKey(folder, stored, copy);
  const checked = copy.checked?.file ?? null;
  const isEmptied = copies.isEmptied(copy);
  // A run that was killed may have left one more than there is room to remember.
  const own = await prune(folder, await ownFiles(folder, copy), checked, false);
  const { text, mark, madeAt, writtenAt } = backups.draft(own);
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
