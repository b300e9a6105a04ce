import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { UpdateFailure } from '../../core/ports/package-updates';
import { isAppImage } from '../program/origin';
import type { Fetched } from './installer';
import type { ListedPackage } from './update-list';

/** Bytes that are copied at once. */
const step = 4 << 20;

/**
 * Puts a fetched AppImage in the place of the one that runs, at once, for this may be the last moment of a program that
 * ends. What is written is what was proven: the bytes are hashed on their way, and the new file takes its name after
 * the last one. Killed at any moment, the old one or the new one is there, whole.
 *
 * A name that tells a version becomes the new one's, unless somebody has a file by that name already; any other name is
 * the person's own and stays.
 *
 * @returns where it is now
 * @throws UpdateFailure `not-genuine`, `not-installed`, with the old one in its place
 */
export function replaceAppImage(current: string, { file, listed }: Fetched): string {
  const folder = path.dirname(current);
  const temporary = path.join(folder, `.latchkey-${randomBytes(6).toString('hex')}.tmp`);
  try {
    // Since the start, somebody may have put a file of their own there.
    if (!isAppImage(current)) throw new UpdateFailure('not-installed');
    const { mode } = lstatSync(current);
    const from = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      writeProven(from, temporary, listed, mode & 0o777);
    } finally {
      closeSync(from);
    }
    const place = takePlace(temporary, current, listed.name);
    syncFolder(folder);
    return place;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error instanceof UpdateFailure ? error : new UpdateFailure('not-installed');
  }
}

function writeProven(from: number, file: string, { size, sha512 }: ListedPackage, mode: number): void {
  const to = openSync(file, 'wx', 0o600);
  try {
    const hash = createHash('sha512');
    const buffer = Buffer.alloc(Math.min(step, size + 1));
    let written = 0;
    for (let read = readSync(from, buffer); read > 0; read = readSync(from, buffer)) {
      written += read;
      if (written > size) throw new UpdateFailure('not-genuine');
      const part = buffer.subarray(0, read);
      hash.update(part);
      for (let at = 0; at < read;) at += writeSync(to, part, at);
    }
    if (written !== size || hash.digest('base64') !== sha512) throw new UpdateFailure('not-genuine');
    fchmodSync(to, mode);
    fsyncSync(to);
  } finally {
    closeSync(to);
  }
}

function takePlace(temporary: string, current: string, newName: string): string {
  const wanted = path.join(path.dirname(current), newName);
  if (wanted !== current && /\d+\.\d+\.\d+/.test(path.basename(current)) && isTaken(temporary, wanted)) {
    unlinkSync(temporary);
    unlinkSync(current);
    return wanted;
  }
  renameSync(temporary, current);
  return current;
}

/** Gives a file a second name, which nobody had: a rename would write over somebody's file. */
function isTaken(temporary: string, name: string): boolean {
  try {
    linkSync(temporary, name);
    return true;
  } catch {
    return false;
  }
}

/** A file system that cannot do that keeps names in its own way. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch {
    return;
  }
}
