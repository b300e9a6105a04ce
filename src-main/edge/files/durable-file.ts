import { constants } from 'node:fs';
import { copyFile, link, lstat, open, readdir, readFile, rename, rm, unlink } from 'node:fs/promises';
import path from 'node:path';
import { isOwnTemporary, isTemporary, temporaryName } from './temporary-names';

const leftoverAge = 60_000;
const windows = process.platform === 'win32';

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

/** Reads a file; null when there is none. Any other trouble rejects. */
export async function readIfThere(file: string): Promise<Buffer | null> {
  return readFile(file).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
}

/** Renames a file. Gives quietly way where there is none; any other trouble rejects. */
export async function renameIfThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

/**
 * Replaces a file so that a crash, a kill or a full disk at any moment leaves the old content or the new one, whole:
 * everything goes into a temporary file that is synced before it takes the name, and the folder is synced so that the
 * name itself survives a power cut. Libraries that were tried either skip the folder's sync or report success on a
 * full disk (docs/decisions/0006-durable-files.md). A link in the file's place is replaced: see behindLink.
 *
 * @param old what becomes of the file that was there: `kept` beside the new one as `.bak`, or `replaced`; `refused`
 * writes over nothing at all, whatever has that name
 * @param backup where the one that was there is kept
 * @throws the file system's error, with the old file untouched and nothing left behind; EEXIST for what was refused
 */
export async function writeDurably(
  file: string,
  content: string | Uint8Array,
  old: 'kept' | 'replaced' | 'refused',
  backup = `${file}.bak`,
): Promise<void> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, temporaryName());
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(content, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (old === 'kept') await keepBackup(file, backup);
    if (old === 'refused') await takeFreeName(temporary, file);
    else await takeName(temporary, file);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/** Gives a file that is whole on the disk the place of another one, so that either stands there at any moment. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await takeName(from, to);
  await syncFolder(path.dirname(to));
}

/**
 * Removes what a killed save left behind. A young one may belong to a save that is under way elsewhere.
 *
 * @param whose `own` where others write, too: the clock of a server says little about how old their files are
 */
export async function sweepLeftovers(folder: string, whose: 'any' | 'own'): Promise<void> {
  const isOurs = whose === 'own' ? isOwnTemporary : isTemporary;
  for (const name of await readdir(folder).catch(() => [])) {
    if (!isOurs(name)) continue;
    const leftover = path.join(folder, name);
    const age = Date.now() - (await lstat(leftover).then((found) => found.mtimeMs, Date.now));
    if (age > leftoverAge) await unlink(leftover).catch(() => undefined);
  }
}

/** A hard link, so that there is no moment without the file; a copy where the file system has no links. */
async function keepBackup(file: string, backup: string): Promise<void> {
  const folder = path.dirname(backup);
  const fresh = path.join(folder, temporaryName());
  try {
    await link(file, fresh).catch((error: unknown) => {
      if (isMissing(error)) throw error;
      return copySynced(file, fresh);
    });
    await takeName(fresh, backup);
    // A rename between two names of one file does nothing: so it is after a save that was killed half-way.
    await rm(fresh, { force: true });
    if (folder !== path.dirname(file)) await syncFolder(folder);
  } catch (error) {
    await unlink(fresh).catch(() => undefined);
    if (!isMissing(error)) throw error;
  }
}

/** A rename would silently take a name from whoever got there first. */
async function takeFreeName(temporary: string, file: string): Promise<void> {
  try {
    await link(temporary, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // No hard links here: an empty file holds the name until ours takes its place.
    await (await open(file, 'wx', 0o600)).close();
    await takeName(temporary, file);
    return;
  }
  // A leftover of ours that stays is swept with the next write.
  await unlink(temporary).catch(() => undefined);
}

async function copySynced(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL);
  const handle = await open(to, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Windows refuses a rename for a moment while a virus scanner or an indexer has the file open. */
async function takeName(from: string, to: string): Promise<void> {
  const deadline = Date.now() + 1_000;
  for (;;) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const isBusy = windows && ['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error));
      if (!isBusy || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** What a network or FAT file system says that does not sync folders, and one whose folder may not be listed. */
const cannotSync = ['EINVAL', 'EBADF', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EPERM', 'EACCES'];

async function syncFolder(folder: string): Promise<void> {
  // Windows has no way to sync a folder; its file systems journal the names.
  if (windows) return;
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // The new file is in place and synced: a refusal must not pass for a write that failed.
    if (!cannotSync.includes(codeOf(error))) throw error;
  }
}
