/** The key of a backup folder: an age identity, sealed by the passphrase. */
export const keyName = 'latchkey-key.age';

const shape = /^latchkey-backup-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.age$/;

/**
 * The name of a backup, such as `latchkey-backup-20261123T101112345Z.age`: it sorts by time, and every file system
 * takes it.
 *
 * @param madeAt epoch milliseconds
 */
export const backupName = (madeAt: number): string =>
  `latchkey-backup-${new Date(madeAt).toISOString().replace(/[-:.]/g, '')}.age`;

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
