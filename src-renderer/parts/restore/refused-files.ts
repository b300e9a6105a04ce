import type { RefusalKind, RestoreRefusal } from '#contract/backups';

/** The files of which something is true, as many as are worth a name, and how many more there are. */
export interface RefusedFiles {
  readonly why: RefusalKind;
  readonly named: readonly string[];
  readonly more: number;
}

/** So many names are told; of a folder full of such files the number says enough. */
const mostNames = 6;

/** What was not taken from, by each reason. */
export function refusedByReason(refused: readonly RestoreRefusal[]): RefusedFiles[] {
  const kinds = [...new Set(refused.map(({ why }) => why))];
  return kinds.map((kind) => {
    const files = refused.filter(({ why }) => why === kind).map(({ file }) => file);
    return { why: kind, named: files.slice(0, mostNames), more: Math.max(0, files.length - mostNames) };
  });
}
