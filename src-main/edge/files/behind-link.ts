import { lstat, readFile, realpath, rm } from 'node:fs/promises';
import { readIfThere } from './durable-file';

/**
 * Where a file really lies: what is written there leaves the link in its place as it is. Some keep their settings in a
 * folder with those of other programs, or have moved the vault to another disk.
 *
 * @returns the path itself where there is no link, or nothing at all
 * @throws the file system's error for a link that leads nowhere: the drive with the file may be unplugged, and a file in
 * the link's place would part the two for good
 */
export const behindLink = async (file: string): Promise<string> =>
  (await isLink(file)) ? realpath(file) : file;

/** Whether a link has this name, wherever it leads. Anything that cannot be looked at is none. */
const isLink = (file: string): Promise<boolean> =>
  lstat(file).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );

/** Reads a file; null when there is none, and no link either. Any other trouble rejects. */
export const readBehindLink = async (file: string): Promise<Buffer | null> =>
  (await isLink(file)) ? readFile(file) : readIfThere(file);

/** Removes a file, and where it is a link, what that leads to as well. Its absence is no failure. */
export async function removeBehindLink(file: string): Promise<void> {
  const target = await behindLink(file).catch(() => file);
  // The link first: one that leads nowhere would count as a file that cannot be read.
  await rm(file, { force: true });
  if (target !== file) await rm(target, { force: true });
}
