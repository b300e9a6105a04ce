import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { UpdateFailure } from '../../core/ports/package-updates';
import { isProven } from './proven-file';
import type { Transport } from './transport';
import type { ListedPackage } from './update-list';

/** Milliseconds without a single byte, after which a server counts as gone. */
const silence = 60_000;

interface Wanted {
  readonly transport: Transport;
  readonly address: URL;
  readonly listed: ListedPackage;
  /** Where it goes, under its name in the list. */
  readonly folder: string;
  readonly onPercent: (percent: number) => void;
}

/**
 * Fetches a package of a signed list into a folder, unless it is there. The stream ends with the first byte that the
 * list does not know of, and the file takes its name when all of it is here and what was signed.
 *
 * @returns the file
 * @throws UpdateFailure `unreachable`, `not-genuine`
 */
export async function fetchPackage({
  transport,
  address,
  listed,
  folder,
  onPercent,
}: Wanted): Promise<string> {
  const file = path.join(folder, listed.name);
  if (await isProven(file, listed)) return file;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const part = `${file}.part`;
  await rm(part, { force: true });
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), silence);
  try {
    const { status, body } = await transport(address, stop.signal);
    if (status !== 200) throw new UpdateFailure('unreachable');
    const hash = createHash('sha512');
    let size = 0;
    const handle = await open(part, 'wx', 0o600);
    try {
      for await (const bytes of body) {
        timer.refresh();
        size += bytes.length;
        if (size > listed.size) throw new UpdateFailure('not-genuine');
        hash.update(bytes);
        await handle.writeFile(bytes);
        onPercent((size / listed.size) * 100);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    // Broken off on its way, and nothing worse.
    if (size < listed.size) throw new UpdateFailure('unreachable');
    if (hash.digest('base64') !== listed.sha512) throw new UpdateFailure('not-genuine');
    await rename(part, file);
    return file;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error instanceof UpdateFailure ? error : new UpdateFailure('unreachable');
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
