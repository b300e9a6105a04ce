/** The key of a backup folder: an age identity, sealed by the passphrase. */
export const keyName = 'latchkey-key.age';

const shape = /^latchkey-backup-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z(?:-[0-9a-f]{4})?\.age$/;
/** Epoch milliseconds. No clock is believed beyond: a name for each millisecond of some years comes after it. */
const latest = Date.UTC(9990, 0);
/** From here on a name leaves no room for those that have to come after it. */
const tooLate = Date.UTC(9999, 0);

/**
 * The name of a backup, such as `latchkey-backup-20261123T101112345Z-5b0c.age`: it sorts by time, every file system
 * takes it, and no two computers choose the same one. Older versions did without the digits.
 *
 * @param madeAt epoch milliseconds, as `nextTime` gives them
 * @param computer the profile's id, of which the first four digits are taken; null while it is not known
 */
export function backupName(madeAt: number, computer: string | null): string {
  const time = new Date(madeAt).toISOString().replace(/[-:.]/g, '');
  return `latchkey-backup-${time}${computer === null ? '' : `-${computer.slice(0, 4)}`}.age`;
}

/** When a backup was made, in epoch milliseconds; null where a name is not one of a backup. */
export function backupTime(name: string): number | null {
  const parts = shape.exec(name);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, milliseconds] = parts;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}Z`);
  return Number.isNaN(at) ? null : at;
}

/** Those of a folder's files that are backups, newest first. */
export const backupsIn = (names: readonly string[]): string[] =>
  names
    .filter((name) => backupTime(name) !== null)
    .sort()
    .reverse();

/**
 * The time that a new backup is named by: the clock's, and after all that this computer wrote there, even where the
 * clock was set back. Names that others chose do not count, for one of them could push ours out of all order.
 *
 * @param now epoch milliseconds, of whatever clock
 * @param own the names that this computer wrote
 * @returns epoch milliseconds of which `backupName` makes a name that `backupTime` reads
 */
export function nextTime(now: number, own: readonly string[]): number {
  const after = own.map((name) => (backupTime(name) ?? -1) + 1).filter((time) => time < tooLate);
  return Math.max(0, Math.min(now, latest), ...after);
}

/** Those of our names that a restore would not know, or take for newer than the one that was just written. */
export const outOfOrder = (own: readonly string[], written: string): string[] =>
  own.filter((name) => backupTime(name) === null || name > written);
