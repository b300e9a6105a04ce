import type { BackupsSummary, FolderHealth, FolderSummary } from '#contract/backups';
import type { ErrorCode } from '#contract/errors';

/** How many of the folders need a look. */
export const troubledIn = ({ folders }: BackupsSummary): number =>
  folders.filter(({ health }) => health !== 'current' && health !== 'stale').length;

/** When any of the folders was last checked; null when none ever was. */
export function lastCheck({ folders }: BackupsSummary): number | null {
  const times = folders.flatMap(({ checkedAt }) => checkedAt ?? []);
  return times.length > 0 ? Math.max(...times) : null;
}

/** Whether it is time to prove again that a backup opens: the last check was ninety days ago. */
export const isCheckDue = (summary: BackupsSummary | null, now: number): boolean =>
  summary !== null && now >= summary.checkDueAt;

/** The newest backup that holds what the vault holds. */
export function newestCurrent({ folders }: BackupsSummary): FolderSummary | null {
  const current = folders.filter((folder) => folder.health === 'current' && folder.writtenAt !== null);
  return current.sort((one, other) => (other.writtenAt ?? 0) - (one.writtenAt ?? 0))[0] ?? null;
}

/** How much of a fault the health of a folder is. */
export function toneOf(health: FolderHealth): 'good' | 'warn' | 'bad' {
  if (health === 'current') return 'good';
  return ['stale', 'folder-gone', 'unproven'].includes(health) ? 'warn' : 'bad';
}

/** The failures of a backup before new codes are asked for: going on without one is a choice. */
export const isBackupFailure = (code: ErrorCode): boolean =>
  code.startsWith('backup-folder-') || code === 'backup-not-written' || code === 'backup-key-changed';
