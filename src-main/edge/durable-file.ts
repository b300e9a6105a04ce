import { constants } from 'node:fs';
import { copyFile, link, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { randomBytes } from 'node:crypto';

const leftoverAge = 60_000;
const windows = process.platform === 'win32';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

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
 * Replaces a file so that a crash, a kill or a full disk at any moment leaves the old text or the new one, whole:
 * everything goes into a temporary file that is synced before it takes the name, the old file stays as `.bak`, and
 * the folder is synced so that the name itself survives a power cut. Libraries that were tried either skip the
 * folder's sync or report success on a full disk (docs/decisions/0006-durable-files.md).
 *
 * @throws the file system's error, with the old file untouched and nothing left behind
 */
export async function writeDurably(file: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(content, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await keepBackup(file);
    await takeName(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/** Removes what a killed save left behind. A young one may belong to a save that is under way elsewhere. */
export async function sweepLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!/\.[0-9a-f]{12}\.tmp$/.test(name)) continue;
    const file = path.join(folder, name);
    const age = Date.now() - (await stat(file).then((found) => found.mtimeMs, Date.now));
    if (age > leftoverAge) await rm(file, { force: true });
  }
}

/** A hard link, so that there is no moment without the file; a copy where the file system has no links. */
async function keepBackup(file: string): Promise<void> {
  const backup = `${file}.bak`;
  const fresh = `${backup}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await link(file, fresh).catch((error: unknown) => {
      if (isMissing(error)) throw error;
      return copyFile(file, fresh, constants.COPYFILE_EXCL);
    });
    await takeName(fresh, backup);
    // A rename between two names of one file does nothing: so it is after a save that was killed half-way.
    await rm(fresh, { force: true });
  } catch (error) {
    await unlink(fresh).catch(() => undefined);
    if (!isMissing(error)) throw error;
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
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (!windows || !['EPERM', 'EBUSY', 'EACCES'].includes(code) || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no way to sync a folder; its file systems journal the names.
  if (windows) return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
