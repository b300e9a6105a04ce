import { type Cell, plainCell } from './cell';
import { readCsv } from './csv';
import { cellsOfLines } from './lines';
import { withoutNoCodes } from './no-codes';
import { hasDigit } from './shape';
import { isUsedColumn, saysUsed, withUsedWords } from './used-marks';
import { aboutOf, namesCode } from './vocabulary';

const rule = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/;
const longestName = 40;

/** The cells of a table whose first row names its columns, with what stands around it; null where there is none. */
export const cellsOfTable = (text: string): readonly Cell[] | null => markdownTable(text) ?? separated(text);

/** A table of Markdown, in whatever text. */
function markdownTable(text: string): readonly Cell[] | null {
  if (!text.includes('|')) return null;
  const lines = text.split('\n');
  const at = lines.findIndex((line, place) => place > 0 && line.length < 1000 && rule.test(line));
  const names = fieldsOfBars(lines[at - 1] ?? '');
  if (at < 0 || !areNames(names)) return null;
  let end = at + 1;
  while (lines[end]?.includes('|')) end += 1;
  const rows = lines.slice(at + 1, end).map(fieldsOfBars);
  return [
    ...cellsOfLines(lines.slice(0, at - 1).join('\n')),
    ...cellsOfRows(names, rows),
    ...cellsOfLines(lines.slice(end).join('\n')),
  ];
}

const fieldsOfBars = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((field) => field.trim());

/** A text that is a table from its first line on, with commas, semicolons or tabs between. */
function separated(text: string): readonly Cell[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [first = ''] = lines;
  for (const separator of ['\t', ',', ';']) {
    if (first.length > 2000 || !first.includes(separator)) continue;
    const [names = [], ...rows] = readCsv(lines.join('\n'), separator);
    if (areNames(names) && areRows(rows, names.length)) return cellsOfRows(names, rows);
  }
  return null;
}

/** Short words, one of which names codes, or what became of them; or several are as password managers have them. */
const areNames = (names: readonly string[]): boolean =>
  names.length > 1 &&
  names.every((name) => name.length <= longestName && !hasDigit(name) && !/[:.!?]$/.test(name)) &&
  (names.some((name) => isUsedColumn(name) || namesCode(name) || aboutOf(name) === 'codes') ||
    names.filter((name) => aboutOf(name) !== 'unknown').length > 2);

/** A sentence with a comma names no columns: nearly all rows have as many fields as the first one has names. */
const areRows = (rows: readonly (readonly string[])[], columns: number): boolean =>
  rows.length > 0 && rows.filter(({ length }) => length === columns).length * 5 >= rows.length * 4;

/** Each field under the name of its column, and used where its row says so. */
function cellsOfRows(names: readonly string[], rows: readonly (readonly string[])[]): Cell[] {
  const usedAt = names.findIndex(isUsedColumn);
  return rows.flatMap((row) => {
    const isUsed = saysUsed(withoutNoCodes(row[usedAt] ?? ''));
    return row.flatMap((field, place) => {
      if (place === usedAt) return [];
      const label = names[place] ?? '';
      return fieldCells(field, namesCode(label)).map((cell) => ({ ...cell, label, isUsed }));
    });
  });
}

/** A field that may hold several codes is read as lines are. */
const fieldCells = (field: string, isCode: boolean): Cell[] =>
  isCode && !/[\n,;]|\s{2}/u.test(field) ? [plainCell(withUsedWords(field))] : cellsOfLines(field);
