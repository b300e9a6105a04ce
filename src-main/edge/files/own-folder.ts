import { chmodSync, statSync } from 'node:fs';

/** What others may do with a folder: a program of theirs could plant files in it, or read what lies there. */
const others = 0o077;

/**
 * Sees to it that a folder is this user's alone. Others' rights to it are taken back; one that belongs to another user is
 * not taken, for whoever owns it says what lies there.
 *
 * @param folder which is there
 * @param user the number of the user that Latchkey runs as; undefined on Windows, whose profiles have rights of another kind
 * @returns whether it is; never throws
 */
export function isOwnFolder(folder: string, user = process.getuid?.()): boolean {
  if (user === undefined) return true;
  try {
    const { uid, mode } = statSync(folder);
    if (uid !== user) return false;
    if ((mode & others) === 0) return true;
    chmodSync(folder, mode & 0o700);
    // Some file systems take the change without a word, and keep none of it.
    return (statSync(folder).mode & 0o022) === 0;
  } catch {
    return false;
  }
}
