import type { BackupsSummary, CopySummary } from '#contract/backups';
import type { ErrorCode } from '#contract/errors';
import { day } from './time-text';

const hour = 3600;
export const count = (number: number, one: string, many = `${one}s`): string =>
  number === 1 ? `1 ${one}` : `${number} ${many}`;

/**
 * How long ago a time was: "just now", "5 minutes ago", "3 hours ago", the day after two days.
 *
 * @param time epoch milliseconds, as `now`
 */
export function ago(time: number, now: number): string {
  const seconds = Math.max(0, (now - time) / 1000);
  if (seconds < 60) return 'just now';
  if (seconds < hour) return `${count(Math.floor(seconds / 60), 'minute')} ago`;
  if (seconds < 48 * hour) return `${count(Math.floor(seconds / hour), 'hour')} ago`;
  return `on ${day(time)}`;
}

/** "checked today", "checked yesterday", "checked on Jul 3, 2026", "never checked". */
export function checkedInWords(checkedAt: number | null, now: number): string {
  if (checkedAt === null) return 'never checked';
  const days = Math.round((startOfDay(now) - startOfDay(checkedAt)) / (24 * hour * 1000));
  if (days <= 0) return 'checked today';
  return days === 1 ? 'checked yesterday' : `checked on ${day(checkedAt)}`;
}

const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** "Sealed backups go to 2 folders, of which 1 needs a look." */
export function foldersInWords({ copies }: BackupsSummary): string {
  const troubled = copies.filter(({ health }) => health !== 'current' && health !== 'stale').length;
  const folders = `Sealed backups go to ${count(copies.length, 'folder')}`;
  if (troubled === 0) return `${folders}.`;
  return `${folders}, of which ${troubled === 1 ? '1 needs' : `${troubled} need`} a look.`;
}

/** When any of the copies was last checked; null when none ever was. */
export function lastCheck({ copies }: BackupsSummary): number | null {
  const times = copies.flatMap(({ checkedAt }) => checkedAt ?? []);
  return times.length > 0 ? Math.max(...times) : null;
}

/** Whether it is time to prove again that a backup opens: the last check was ninety days ago. */
export const isCheckDue = (summary: BackupsSummary | null, now: number): boolean =>
  summary !== null && now >= summary.checkDueAt;

/** The newest copy that holds what the vault holds. */
export function newestCurrent({ copies }: BackupsSummary): CopySummary | null {
  const current = copies.filter((copy) => copy.health === 'current' && copy.writtenAt !== null);
  return current.sort((one, other) => (other.writtenAt ?? 0) - (one.writtenAt ?? 0))[0] ?? null;
}

/** The failures of a backup before new codes are asked for: going on without one is a choice. */
export const isBackupFailure = (code: ErrorCode): boolean =>
  code.startsWith('backup-folder-') || code === 'backup-not-written' || code === 'backup-key-changed';
