import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, opendir, readdir, stat, unlink } from 'node:fs/promises';
import { constants as systemConstants } from 'node:os';
import path from 'node:path';
import {
  FileFailure,
  type FileFailureKind,
  type FileLook,
  type FilePlace,
  type Files,
} from '../../core/ports/files/files';
import { limits } from '#contract/limits';
import { behindLink } from './behind-link';
import { readIfThere, sweepLeftovers, writeDurably } from './durable-file';

/** Bytes. A file that is larger is none of ours. */
const longest = limits.sealed;

/** A pipe in a file's place would keep whoever opens it waiting; Windows has no such thing. */
const openFlags = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0);

/** Files in folders that a person chose: a stick, a network folder, one that another program syncs. */
export const systemFiles: Files = {
  list: (folder) =>
    orFailure(folder, async () => {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name);
    }),

  look: (place) => withFile(place, lookAt),
  read: (place) => withFile(place, contentOf),

  write: (place, content, over = 'a-file') =>
    orFailure(place.folder, async () => {
      const file = fileAt(place);
      await sweepLeftovers(place.folder, 'own');
      if (over === 'nothing') return writeDurably(file, content, 'refused');
      const target = await behindLink(file);
      if (over !== 'a-file') await assertHolds(target, over.holding);
      if (target !== file) await sweepLeftovers(path.dirname(target), 'own');
      await writeDurably(target, content, 'replaced');
    }),

  remove: (place) =>
    orFailure(place.folder, async () => {
      await unlink(fileAt(place)).catch((error: unknown) => unlessMissing(error, place.folder));
    }),
};

/** Whoever can write into a folder can put a link there that leads to a file of somebody else. */
async function assertHolds(file: string, content: Uint8Array): Promise<void> {
  if ((await readIfThere(file))?.equals(content) !== true) throw new FileFailure('taken');
}

/** A name that leads out of its folder is no name. */
function fileAt({ folder, name }: FilePlace): string {
  if (name !== path.basename(name) || ['', '.', '..'].includes(name)) throw new FileFailure('failed');
  return path.join(folder, name);
}

/** Asked of its name first: to open what is no file may do something, where a link leads to a device. */
async function openIfThere(place: FilePlace): Promise<FileHandle | null> {
  const file = fileAt(place);
  try {
    if (!(await stat(file)).isFile()) throw new FileFailure('failed');
    const handle = await open(file, openFlags);
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
    throw new FileFailure('failed');
  } catch (error) {
    return unlessMissing(error, place.folder);
  }
}

const withFile = <T>(place: FilePlace, use: (handle: FileHandle) => Promise<T>): Promise<T | null> =>
  orFailure(place.folder, async () => {
    const handle = await openIfThere(place);
    if (handle === null) return null;
    try {
      return await use(handle);
    } finally {
      await handle.close();
    }
  });

/** Its bytes are in a cloud alone: to read one would have it brought, and a folder may hold thousands. */
const isElsewhere = ({ size, blocks }: Stats): boolean =>
  size > 0 && blocks === 0 && ['darwin', 'win32'].includes(process.platform);

async function lookAt(handle: FileHandle): Promise<FileLook> {
  const found = await handle.stat();
  const start = new Uint8Array(found.size > longest || isElsewhere(found) ? 0 : 200);
  const { bytesRead } = await handle.read(start, 0, start.length, 0);
  return { size: found.size, modifiedAt: found.mtimeMs, start: start.slice(0, bytesRead) };
}

/** Its size is only what the file system says: one that has more is read on, and never beyond what tells that it is too long. */
async function contentOf(handle: FileHandle): Promise<Uint8Array> {
  const found = await handle.stat();
  if (found.size > longest) throw new FileFailure('too-large');
  let buffer = new Uint8Array(found.size + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
    length += bytesRead;
    if (length > longest) throw new FileFailure('too-large');
    if (bytesRead === 0) return buffer.slice(0, length);
    if (length === buffer.length) buffer = grown(buffer);
  }
}

/** Twice as long, up to what tells that a file is too long. */
function grown(buffer: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.min(2 * buffer.length + 65_536, longest + 1));
  larger.set(buffer);
  return larger;
}

/** Null for a file that is missing from a folder that is there. */
async function unlessMissing(error: unknown, folder: string): Promise<null> {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT' && (await answers(folder))) return null;
  throw error;
}

const kinds: Readonly<Record<string, FileFailureKind>> = {
  EEXIST: 'taken',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EROFS: 'not-allowed',
  ENOSPC: 'full',
  EFBIG: 'full',
};

/** Node has no name for it. */
const isOverQuota = ({ errno }: NodeJS.ErrnoException): boolean => errno === -systemConstants.errno.EDQUOT;

async function orFailure<T>(folder: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof FileFailure) throw error;
    throw new FileFailure(await kindOf(error as NodeJS.ErrnoException, folder));
  }
}

async function kindOf(error: NodeJS.ErrnoException, folder: string): Promise<FileFailureKind> {
  const kind = isOverQuota(error) ? 'full' : kinds[error.code ?? ''];
  // A stick that was pulled out gives many codes, EIO among them, and so does a bad sector: the folder tells.
  return kind ?? ((await answers(folder)) ? 'failed' : 'gone');
}

/** Whether a folder is there and gives its names. */
async function answers(folder: string): Promise<boolean> {
  try {
    const opened = await opendir(folder);
    try {
      await opened.read();
    } finally {
      await opened.close();
    }
    return true;
  } catch (error) {
    // It is there, and says so by refusing.
    return ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}
