import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Checks, notRunHere, type Result } from './result';
import { canTrace, newSize, oldText, type SaveKind, saveTraced } from './run-traced';

interface Fault {
  readonly kind: SaveKind;
  /** The system call, by what its name begins with, and which one of the save. */
  readonly call: 'fsync' | 'link' | 'rename';
  readonly at: number;
  readonly error: string;
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
];

const what = 'faults in the middle of a save';

/** Lets one system call of a save fail, each in its turn, and looks at what is left. */
export async function failInside(at: { readonly saver: string; readonly folder: string }): Promise<Result> {
  if (!(await canTrace())) return notRunHere(what, 'strace cannot trace programs');
  const checks = new Checks();
  for (const [index, fault] of faults.entries()) {
    const folder = path.join(at.folder, index.toString());
    const inject = `--inject=/^${fault.call}(at2?)?$:error=${fault.error}:when=${fault.at}`;
    const { outcome, calls } = await saveTraced(fault.kind, [`--trace=/^${fault.call}`, inject], {
      ...at,
      folder,
    });
    const said = `${fault.kind}, ${fault.error} from ${fault.call} ${fault.at}`;
    const injected = calls.filter((call) => call.endsWith('(INJECTED)')).length;
    checks.add(injected === 1 ? null : `${said}: happened ${injected} times`);
    checks.add(outcome === fault.outcome ? null : `${said}: ${outcome}`);
    const left = await whatIsLeft(folder);
    const expected = expectedOf(fault);
    checks.add(left === expected ? null : `${said}: left ${left}`);
  }
  return checks.result(what, `${faults.length} faults`);
}

function expectedOf({ kind, call, at, outcome, leaves }: Fault): string {
  const file = outcome === 'kept' || leaves === 'new' ? 'new' : 'old';
  const hasBackup = kind === 'kept-file' && (outcome === 'kept' || (call === 'rename' && at === 2));
  return hasBackup ? `vault.age ${file}, vault.age.bak old` : `vault.age ${file}`;
}

async function whatIsLeft(folder: string): Promise<string> {
  const versions = [];
  for (const name of (await readdir(folder)).sort()) {
    const content = await readFile(path.join(folder, name), 'latin1');
    const version = content === oldText ? 'old' : content === 'n'.repeat(newSize) ? 'new' : 'broken';
    versions.push(`${name} ${version}`);
  }
  return versions.join(', ');
}
