import type { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { Sealer } from '../sealing-ports';
import type { StoredBackups, StoredCopy } from '../settings';
import type { State } from '../state';
import { troubleOf, writeError } from './backup-folder';
import type { Backups } from './backups';
import { placeKey, prune, putBackup } from './write-copy';

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
  const { text, mark, madeAt } = backups.draft();
  const folder = backups.folder(copy.folder);
  await placeKey(folder, stored, copy);
  const name = await putBackup(folder, await sealer.sealTo(stored.recipient, text), madeAt);
  const files = [...copy.files, name];
  await copies.note(copy.id, (known) => ({
    ...known,
    key: stored.key,
    writtenAt: madeAt,
    vaultMark: mark,
    files: files.slice(-limits.backupsKept - 1),
  }));
  const left = await prune(folder, files, copy.checked?.file ?? null);
  if (left.length < files.length) await copies.note(copy.id, (known) => ({ ...known, files: left }));
  copies.found(copy.id, { trouble: null, kept: left.length });
}
