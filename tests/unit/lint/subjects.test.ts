import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inside, rings, subjectRules } from '../../../scripts/lint/subjects.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const foldersIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name);

/** Whether a file of a subject may import something. */
function mayImport(file: string, from: string): boolean {
  const rule = subjectRules().find(({ files }) =>
    files.some((pattern) => file.startsWith(pattern.replace('**', ''))),
  );
  if (!rule) throw new Error(`no rule for ${file}`);
  return !rule.patterns.some(({ regex }) => new RegExp(regex, 'u').test(from));
}

describe('which subject may import which', () => {
  it.each(Object.entries(rings))('names every folder of %s, each once', (ring, rows) => {
    const parents: readonly string[] = Object.values(inside);
    const folders = foldersIn(ring).flatMap((name) =>
      ring === 'src-main/core' && parents.includes(name) ? foldersIn(`${ring}/${name}`) : [name],
    );
    expect(rows.flat().sort()).toEqual(folders.sort());
  });

  it('lets a row import the rows below it', () => {
    expect(mayImport('src-main/core/verify/verify-calls.ts', '../recovery-codes/ledger')).toBe(true);
    expect(mayImport('src-main/core/backup/kit/kit-calls.ts', '../folders/backups')).toBe(true);
    expect(mayImport('src-main/edge/tray/run-tray.ts', '../windows/windows')).toBe(true);
    expect(mayImport('src-main/edge/tray/run-tray.ts', '../../core/desktop/tray-menu')).toBe(true);
  });

  it('refuses the rows above, those beside it, and what puts the subjects together', () => {
    expect(mayImport('src-main/core/recovery-codes/ledger.ts', '../verify/verify-calls')).toBe(false);
    expect(mayImport('src-main/core/backup/content/document.ts', '../kit/kit-calls')).toBe(false);
    expect(mayImport('src-main/core/ports/files/files.ts', '../../vault/vault')).toBe(false);
    expect(mayImport('src-main/core/verify/verify-calls.ts', '../lock/gate')).toBe(false);
    expect(mayImport('src-main/core/verify/verify-calls.ts', '../snapshot')).toBe(false);
    expect(mayImport('src-main/edge/windows/window.ts', '../start/lifecycle')).toBe(false);
    expect(mayImport('src-main/edge/windows/window.ts', '../links')).toBe(false);
  });
});
