import { closeSync, existsSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';

/** What a program on Linux runs out of. */
export interface Origin {
  /** The file of the AppImage that this very program runs out of; null for everything else. */
  readonly appImage: string | null;
  /** A world of its own, in which a store looks after the program. */
  readonly store: 'snap' | 'flatpak' | null;
  /** Whether the program's file goes with this run, so that nothing that lasts may name it. */
  readonly isFleeting: boolean;
}

/** What it is judged by. */
export interface Traces {
  readonly env: NodeJS.ProcessEnv;
  /** The file of the program that runs. */
  readonly executable: string;
  /** The kernel's list of what is mounted where. */
  readonly mounts?: string;
  /** What Flatpak puts into every one of its worlds. */
  readonly flatpakInfo?: string;
}

/** Where snapd mounts what it starts; the second on systems without the first. */
const snapFolders = ['/snap/', '/var/lib/snapd/snap/'];
/** How every AppImage of the second type begins, from its ninth byte on. */
const appImageMagic = [0x41, 0x49, 0x02] as const;

/**
 * What this program runs out of. The environment alone is not believed, because every program hands its own on to what
 * it starts: `APPIMAGE` may be another program's file, which an update would then write over.
 */
export function originOf(traces: Traces): Origin {
  const { env, executable, flatpakInfo = '/.flatpak-info' } = traces;
  const folder = absolute(env['APPDIR']);
  const isFleeting = folder !== null && isWithin(folder, executable);
  return { appImage: isFleeting ? provenAppImage(traces, folder) : null, store: storeOf(), isFleeting };

  function storeOf(): Origin['store'] {
    const snap = absolute(env['SNAP']);
    const isSnap = snap !== null && snapFolders.some((start) => `${snap}/`.startsWith(start));
    if (isSnap && isWithin(snap, executable)) return 'snap';
    return existsSync(flatpakInfo) ? 'flatpak' : null;
  }
}

/** The file is an AppImage, and bears the name of what is mounted where the program lies. */
function provenAppImage({ env, mounts = '/proc/self/mountinfo' }: Traces, folder: string): string | null {
  const file = absolute(env['APPIMAGE']);
  try {
    if (file === null || mountedAt(folder, readFileSync(mounts, 'utf8')) !== path.basename(file)) return null;
    return isAppImage(file) ? file : null;
  } catch {
    return null;
  }
}

/** The name of the file that is mounted in a folder by a program of the user's; null where none is. */
function mountedAt(folder: string, mounts: string): string | null {
  for (const line of mounts.split('\n')) {
    // What is mounted is told behind a dash, after fields of which there may be any number (proc(5)).
    const [where = '', what = ''] = line.split(' - ');
    const [kind = '', source = ''] = what.split(' ');
    if (plain(where.split(' ')[4] ?? '') !== folder || !/^fuse(\.|$)/.test(kind)) continue;
    return path.basename(plain(source));
  }
  return null;
}

/** The kernel writes blanks, line ends and backslashes as octal numbers. */
const plain = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));

/** Whether a file is an AppImage, and no link to one. Throws where it cannot be read. */
export function isAppImage(file: string): boolean {
  if (!lstatSync(file).isFile()) return false;
  const start = Buffer.alloc(11);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, start, 0, start.length, 0);
  } finally {
    closeSync(opened);
  }
  return (
    start.subarray(0, 4).toString('latin1') === '\x7fELF' &&
    appImageMagic.every((byte, at) => start[8 + at] === byte)
  );
}

/** Without a slash at its end. */
function absolute(folder: string | undefined): string | null {
  return folder !== undefined && path.isAbsolute(folder) ? path.resolve(folder) : null;
}

const isWithin = (folder: string, file: string): boolean => file.startsWith(`${folder}/`);
