import type { Cell } from './cell';
import { withoutNoCodes } from './no-codes';
import { plainText } from './plain-text';
import { isUsedColumn, saysUsed } from './used-marks';

const deepest = 40;

/** The texts and numbers of JSON, each under the name that it has there; null where a text holds none. */
export function cellsOfJson(text: string): readonly Cell[] | null {
  const value = parsed(text.trim());
  if (typeof value !== 'object' || value === null) return null;
  const cells: Cell[] = [];
  walk(value, '', false, 0, cells);
  return cells;
}

/** What a text is as JSON, or what stands between its first and its last bracket. */
function parsed(text: string): unknown {
  const from = text.search(/[[{]/);
  const to = Math.max(text.lastIndexOf(']'), text.lastIndexOf('}'));
  if (from < 0 || to < from || !/["\d]/.test(text)) return undefined;
  try {
    return JSON.parse(text.slice(from, to + 1)) as unknown;
  } catch {
    return undefined;
  }
}

function walk(value: unknown, label: string, isUsed: boolean, depth: number, cells: Cell[]): void {
  if (depth > deepest) return;
  if (typeof value === 'string' || typeof value === 'number') {
    for (const line of plainText(String(value)).split('\n')) {
      cells.push({ text: withoutNoCodes(line), label, isUsed });
    }
  } else if (Array.isArray(value)) {
    for (const one of value as unknown[]) walk(one, label, isUsed, depth + 1, cells);
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    const isUsedHere =
      isUsed || entries.some(([name, said]) => isUsedName(name) && said !== null && saysUsed(String(said)));
    for (const [name, one] of entries) {
      if (!isUsedName(name)) walk(one, named(label, name), isUsedHere, depth + 1, cells);
    }
  }
}

/** A code in a list of codes is one of them, whatever its own name is. */
const named = (label: string, name: string): string => (label === '' ? name : `${label} ${name}`);

const isUsedName = (name: string): boolean =>
  isUsedColumn(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/_/g, ' '));
