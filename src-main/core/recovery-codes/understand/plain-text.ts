import { cleanCode } from '#contract/clean-text';
import { used, withoutIcons } from './marks';

const dashes = /[\p{Pd}\u2212]/gu;
const lineEnds = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
/** What draws a line through the character before it. */
const struck = /[\u0335-\u0338]/g;
/** More marks on one character than any script has: putting them in order would take for ever. */
const pileOfMarks = /(\p{M}{8})\p{M}+/gu;

/** Nothing to be marked, folded or cleaned. */
const isPlain = /^(?:[!-}] ?)*$/;

/** How wide a gap is says nothing, but whether there is one does. */
const gaps = /\s{2,}/gu;

/**
 * The text with one kind of line end, dash, letter and digit width. What is struck through is marked as used, be it with
 * a line through each letter or between two pairs of tildes, as in Markdown.
 */
export function plainText(text: string): string {
  const lines = withoutIcons(text).replace(pileOfMarks, '$1').replace(lineEnds, '\n').split('\n');
  return lines.map(plainLine).join('\n');
}

function plainLine(line: string): string {
  if (isPlain.test(line)) return line;
  const parts = line.split('~~');
  const isPaired = parts.length > 1 && parts.length % 2 === 1;
  const marked = isPaired
    ? parts.map((part, place) => (place % 2 === 1 ? markWords(part) : part)).join('')
    : line;
  const drawn = marked.includes('\u0336') || marked.includes('\u0335') ? markStruck(marked) : marked;
  const seen = drawn.normalize('NFKC').split('\t').map(cleanCode).join('\t');
  return seen.replace(dashes, '-').replace(gaps, (gap) => (gap.includes('\t') ? '\t' : '  '));
}

const markWords = (part: string): string =>
  part
    .split(/(\s+)/)
    .map((word) => (word.trim() === '' ? word : word + used))
    .join('');

const markStruck = (line: string): string =>
  line
    .split(/(\s+)/)
    .map((word) => {
      const plain = word.replace(struck, '');
      return plain === word || plain.trim() === '' ? plain : plain + used;
    })
    .join('');
