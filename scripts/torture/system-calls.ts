import path from 'node:path';
import { Checks, notRunHere, type Result } from './result';
import { canTrace, newSize, type SaveKind, saveTraced } from './run-traced';

/** The steps of a save by the calls that make them. `T` is a temporary file, another one in each `T2`. */
const steps: Readonly<Record<SaveKind, readonly string[]>> = {
  'kept-file': [
    'create T',
    'write T',
    'sync T',
    'link vault.age T2',
    'rename T2 vault.age.bak',
    'rename T vault.age',
    'sync folder',
  ],
  file: ['create T', 'write T', 'sync T', 'rename T vault.age', 'sync folder'],
};

const what: Readonly<Record<SaveKind, string>> = {
  'kept-file': 'order of a save: vault',
  file: 'order of a save: backup',
};

const traced = '--trace=/^(openat|write|pwrite64|writev|fsync|fdatasync|link(at)?|rename(at2?)?)$';

/** Compares the system calls of one save with the order that makes it survive a power cut. */
export async function traceSaves(at: { readonly saver: string; readonly folder: string }): Promise<Result[]> {
  const kinds: SaveKind[] = ['kept-file', 'file'];
  if (!(await canTrace())) return kinds.map((kind) => notRunHere(what[kind], 'strace cannot trace programs'));
  const results: Result[] = [];
  for (const kind of kinds) {
    const folder = path.join(at.folder, kind);
    const { outcome, calls } = await saveTraced(kind, [traced], { ...at, folder });
    const found = stepsOf(calls, folder);
    const checks = new Checks();
    checks.add(outcome === 'kept' ? null : `the save ended with ${outcome}`);
    checks.add(
      found.join(', ') === steps[kind].join(', ') ? null : `the order was: ${found.join(', ') || 'nothing'}`,
    );
    results.push(checks.result(what[kind], found.join(', ')));
  }
  return results;
}

/** The calls that concern a folder and its files, as steps; several writes of one file are one. */
function stepsOf(calls: readonly string[], folder: string): string[] {
  const temporary: string[] = [];
  const nameOf = (file: string): string => {
    const name = path.relative(folder, file);
    if (name === '') return 'folder';
    if (!name.endsWith('.tmp')) return name;
    if (!temporary.includes(name)) temporary.push(name);
    return ['T', 'T2'][temporary.indexOf(name)] ?? name;
  };
  const found: string[] = [];
  let written = 0;
  for (const call of calls) {
    const [, verb = '', args = ''] = /^(\w+)\((.*)\) = \d/.exec(call) ?? [];
    const paths = [...args.matchAll(/["<](\/[^">]*)[">]/g)].map(([, found = '']) => found);
    const ours = paths.filter((one) => one === folder || one.startsWith(`${folder}/`)).map(nameOf);
    if (ours.length === 0) continue;
    if (verb === 'openat' && args.includes('O_CREAT')) found.push(`create ${ours[0] ?? ''}`);
    if (verb.includes('write')) {
      written += Number(/= (\d+)$/.exec(call)?.[1] ?? 0);
      if (written === newSize) found.push(`write ${ours[0] ?? ''}`);
    }
    if (verb.includes('sync')) found.push(`sync ${ours[0] ?? ''}`);
    if (verb.startsWith('link')) found.push(`link ${ours.join(' ')}`);
    if (verb.startsWith('rename')) found.push(`rename ${ours.join(' ')}`);
  }
  return found;
}
