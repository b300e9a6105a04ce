import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Checks, notRunHere, type Result } from './result';
import { canTrace, newSize, oldText, type SaveKind, saveTraced } from './run-traced';

interface Fault {
  readonly kind: SaveKind;
  /** The system call, by what its name begins with, and which one of the save. */
  readonly call: 'fsync' | 'link' | 'rename';
  readonly at: number;
  /** The error that it gives; `KILL`: the program is killed before it is done. */
  readonly error: string;
  /** What the program says of its save; nothing when it was killed. */
  readonly outcome: string;
  /** What the file must hold afterwards; by default the new version when it was kept, and else the old one. */
  readonly leaves?: 'new';
}

/** A disk that fails at one step, and file systems that cannot do what others can. */
const faults: readonly Fault[] = [
  { kind: 'kept-file', call: 'fsync', at: 1, error: 'EIO', outcome: 'EIO' },
  { kind: 'kept-file', call: 'rename', at: 1, error: 'EIO', outcome: 'EIO' },
  { kind: 'kept-file', call: 'rename', at: 2, error: 'EIO', outcome: 'EIO' },
  { kind: 'kept-file', call: 'rename', at: 2, error: 'ENOSPC', outcome: 'ENOSPC' },
  // FAT has no links; some file systems allow only so many.
  { kind: 'kept-file', call: 'link', at: 1, error: 'EPERM', outcome: 'kept' },
  { kind: 'kept-file', call: 'link', at: 1, error: 'EOPNOTSUPP', outcome: 'kept' },
  { kind: 'kept-file', call: 'link', at: 1, error: 'EMLINK', outcome: 'kept' },
  { kind: 'file', call: 'fsync', at: 1, error: 'EIO', outcome: 'failed' },
  { kind: 'file', call: 'fsync', at: 1, error: 'ENOSPC', outcome: 'full' },
  { kind: 'file', call: 'fsync', at: 1, error: 'EDQUOT', outcome: 'full' },
  { kind: 'file', call: 'rename', at: 1, error: 'EROFS', outcome: 'not-allowed' },
  { kind: 'file', call: 'rename', at: 1, error: 'EIO', outcome: 'failed' },
  // Network and FAT file systems that do not sync folders.
  { kind: 'file', call: 'fsync', at: 2, error: 'EINVAL', outcome: 'kept' },
  { kind: 'file', call: 'fsync', at: 2, error: 'EBADF', outcome: 'kept' },
  { kind: 'file', call: 'fsync', at: 2, error: 'EOPNOTSUPP', outcome: 'kept' },
  { kind: 'file', call: 'fsync', at: 2, error: 'EPERM', outcome: 'kept' },
  // The name may be gone after a power cut, so that it must not be said to be kept.
  { kind: 'file', call: 'fsync', at: 2, error: 'EIO', outcome: 'failed', leaves: 'new' },
  { kind: 'kept-file', call: 'fsync', at: 1, error: 'KILL', outcome: '' },
  { kind: 'kept-file', call: 'link', at: 1, error: 'KILL', outcome: '' },
  { kind: 'kept-file', call: 'rename', at: 1, error: 'KILL', outcome: '' },
  { kind: 'kept-file', call: 'rename', at: 2, error: 'KILL', outcome: '' },
  { kind: 'kept-file', call: 'fsync', at: 2, error: 'KILL', outcome: '', leaves: 'new' },
  { kind: 'file', call: 'fsync', at: 1, error: 'KILL', outcome: '' },
  { kind: 'file', call: 'rename', at: 1, error: 'KILL', outcome: '' },
  { kind: 'file', call: 'fsync', at: 2, error: 'KILL', outcome: '', leaves: 'new' },
];

const what = 'faults in the middle of a save';

/** Lets one system call of a save fail, or be the last thing that the program does, and looks at what is left. */
export async function failInside(at: { readonly saver: string; readonly folder: string }): Promise<Result> {
  if (!(await canTrace())) return notRunHere(what, 'strace cannot trace programs');
  const checks = new Checks();
  for (const [index, fault] of faults.entries()) {
    const folder = path.join(at.folder, index.toString());
    const effect = fault.error === 'KILL' ? 'signal=KILL' : `error=${fault.error}`;
    const inject = `--inject=/^${fault.call}(at2?)?$:${effect}:when=${fault.at}`;
    const { outcome, calls } = await saveTraced(fault.kind, [`--trace=/^${fault.call}`, inject], {
      ...at,
      folder,
    });
    const said = `${fault.kind}, ${fault.error} from ${fault.call} ${fault.at}`;
    const happened = calls.filter((call) => /\(INJECTED\)$|^\+\+\+ killed by SIGKILL/.test(call)).length;
    checks.add(happened > 0 ? null : `${said}: did not happen`);
    checks.add(outcome === fault.outcome ? null : `${said}: ${outcome}`);
    const left = await whatIsLeft(folder, fault.error === 'KILL');
    const expected = expectedOf(fault);
    checks.add(left === expected ? null : `${said}: left ${left}`);
  }
  return checks.result(what, `${faults.length} faults`);
}

function expectedOf({ kind, at, outcome, leaves }: Fault): string {
  const file = outcome === 'kept' || leaves === 'new' ? 'new' : 'old';
  const hasBackup = kind === 'kept-file' && (outcome === 'kept' || at === 2);
  return hasBackup ? `vault.age ${file}, vault.age.bak old` : `vault.age ${file}`;
}

/** @param wasKilled nobody was left to take temporary files away */
async function whatIsLeft(folder: string, wasKilled: boolean): Promise<string> {
  const versions = [];
  for (const name of (await readdir(folder)).sort()) {
    if (wasKilled && name.endsWith('.tmp')) continue;
    const content = await readFile(path.join(folder, name), 'latin1');
    const version = content === oldText ? 'old' : content === 'n'.repeat(newSize) ? 'new' : 'broken';
    versions.push(`${name} ${version}`);
  }
  return versions.join(', ');
}
