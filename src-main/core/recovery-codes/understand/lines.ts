import { type Cell, plainCell } from './cell';
import { withoutNoCodes } from './no-codes';
import { splitAtNumbers } from './numbering';
import { peel } from './peel';
import { groupingOf } from './groups';
import { splitLabel } from './labels';
import { wordsOf } from './shape';
import { withUsedWords } from './used-marks';

/** The cells of plain text: its lines, parted at tabs, bars, wide gaps, and at commas where codes stand between them. */
export const cellsOfLines = (text: string): Cell[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => cellsOfLine(line).map(plainCell));

function cellsOfLine(line: string): string[] {
  const seen = withUsedWords(withoutNoCodes(line));
  const parts = seen.split(/\t|\s{2,}|\|/u).map((part) => part.trim());
  return together(parts.filter((part) => part !== ''))
    .flatMap(splitAtNumbers)
    .flatMap(splitList);
}

const longestFront = 80;

/** A number, a bullet or a label belongs to what follows it, and what says "used" to what stands before. */
function together(parts: readonly string[]): string[] {
  const joined: string[] = [];
  let before = '';
  for (const part of parts) {
    const text = before === '' ? part : `${before} ${part}`;
    before = '';
    if (isFront(text)) before = text;
    else if (isBehind(part) && joined.length > 0) joined.push(`${joined.pop() ?? ''} ${part}`);
    else joined.push(text);
  }
  return before === '' ? joined : [...joined, before];
}

const isFront = (text: string): boolean =>
  text.length <= longestFront &&
  (/:$/.test(text) || /^[^\p{L}\p{N}]*\d{0,3}[^\p{L}\p{N}]*$/u.test(text) || /^\[\s?[xX]?\s?\]$/u.test(text));

const isBehind = (part: string): boolean => /^(?:already )?(?:used|unused|not used|yes|no)$/iu.test(part);

/** Codes between commas. A comma in a sentence parts no codes. */
function splitList(part: string): string[] {
  const pieces = part.split(/[,;]/u).map((piece) => piece.trim());
  const filled = pieces.filter((piece) => piece !== '');
  return filled.length > 1 && filled.every(isListed) ? filled : [part];
}

function isListed(piece: string): boolean {
  if (piece.length > 2000) return false;
  const { rest } = peel(piece);
  const words = wordsOf(splitLabel(rest)?.rest ?? rest);
  return words.length > 0 && groupingOf({ words, isOne: false }) !== null;
}
