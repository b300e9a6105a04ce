import { spawn } from 'node:child_process';
import { constants, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { UpdateFailure } from '../../core/ports/package-updates';
import type { Fetched } from './installer';
import { isWhatWasSigned } from './proven-file';

/** What root runs, and what asks for the password. */
export interface RootWay {
  /** The program of assets/linux/install-update. */
  readonly helper: string;
  readonly pkexec: string;
}

/** What the helper ends with when the bytes that it got are not those that it was told of. */
const otherBytes = 65;

/**
 * How root is asked to install a deb; null where that is not to be had: without pkexec, or where somebody else than
 * root could change what root would run.
 *
 * @param resources the package's folder of resources
 * @param search as in PATH
 */
export function rootWay(resources: string, search: string): RootWay | null {
  const helper = path.join(resources, 'install-update');
  const pkexec = search
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, 'pkexec'))
    .find(isRoots);
  return pkexec !== undefined && upwards(helper).every(isRoots) ? { helper, pkexec } : null;
}

/**
 * Has root install a package. The file is opened once: its bytes are proven, and go to root as an open file, never as a
 * path. Root's program takes a copy that nobody else can reach and proves that again, by the checksum that is its only
 * argument. No shell is given anything to read.
 *
 * @throws UpdateFailure `not-genuine`, `not-installed`
 */
export async function installDeb({ file, listed }: Fetched, { pkexec, helper }: RootWay): Promise<void> {
  const checksum = Buffer.from(listed.sha512, 'base64').toString('hex');
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => {
    throw new UpdateFailure('not-installed');
  });
  try {
    if (!(await isWhatWasSigned(handle, listed))) throw new UpdateFailure('not-genuine');
    const code = await ended(pkexec, ['--disable-internal-agent', helper, checksum], handle.fd);
    if (code !== 0) throw new UpdateFailure(code === otherBytes ? 'not-genuine' : 'not-installed');
  } finally {
    await handle.close();
  }
}

/** What a program ends with; null when it could not be started, or was ended. */
const ended = (program: string, args: readonly string[], input: number): Promise<number | null> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: [input, 'ignore', 'ignore'], shell: false });
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });

/** Nobody but root can change it. */
function isRoots(place: string): boolean {
  try {
    const { uid, mode } = statSync(place);
    return uid === 0 && (mode & 0o022) === 0;
  } catch {
    return false;
  }
}

/** A file, and every folder that it lies in. */
function upwards(file: string): string[] {
  const parent = path.dirname(file);
  return parent === file ? [file] : [file, ...upwards(parent)];
}
