import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { ListedPackage } from './update-list';

/** Bytes that are read at once. */
const step = 1 << 20;

/** Whether a file is the package that a signed list names. Never rejects. */
export async function isProven(file: string, listed: ListedPackage): Promise<boolean> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    return await isWhatWasSigned(handle, listed).finally(() => handle.close());
  } catch {
    return false;
  }
}

/** The same for a file that is open already; its place of reading stays at the start. */
export async function isWhatWasSigned(handle: FileHandle, listed: ListedPackage): Promise<boolean> {
  const found = await handle.stat();
  if (!found.isFile() || found.size !== listed.size) return false;
  const hash = createHash('sha512');
  const buffer = Buffer.alloc(Math.min(step, listed.size));
  for (let at = 0; at < listed.size;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return false;
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
  return hash.digest('base64') === listed.sha512;
}
