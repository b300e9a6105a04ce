import type { Candidate } from './candidate';
import type { KeyWords } from './read-cells';
import { areKeyWords, isWholeKey, keyOfNumbered } from './word-keys';

/** A key of words that stands in a text. */
export interface WordKey {
  /** Its rows, as codes of their own; one where it stands on one line. */
  readonly rows: readonly Candidate[];
  /** The cells that it takes. */
  readonly places: ReadonlySet<number>;
}

/** Finds the keys that are made of words: on a line, on several, or numbered word by word. */
export function findWordKeys(all: readonly KeyWords[]): WordKey[] {
  const numbered = numberedKey(all);
  if (numbered) return [numbered];
  return blocksOf(all).flatMap((block) => keyOfBlock(block) ?? []);
}

function numberedKey(all: readonly KeyWords[]): WordKey | null {
  const cells = all.flatMap(({ number, words: [word, ...others], place }) =>
    number !== null && word !== undefined && others.length === 0 ? [{ number, word, place }] : [],
  );
  const words = keyOfNumbered(cells);
  return words && keyAt(cells, [words.join(' ')]);
}

/** Cells that follow each other. */
function blocksOf(all: readonly KeyWords[]): KeyWords[][] {
  const blocks: KeyWords[][] = [];
  let last: KeyWords | undefined;
  for (const one of all) {
    if (last && one.place === last.place + 1) blocks.at(-1)?.push(one);
    else blocks.push([one]);
    last = one;
  }
  return blocks;
}

function keyOfBlock(block: readonly KeyWords[]): WordKey | null {
  const words = block.flatMap((one) => one.words);
  if (block.length > 1 && isWholeKey(words.length) && areKeyWords(words)) {
    const isOneEach = block.every((one) => one.words.length === 1);
    return keyAt(block, isOneEach ? [words.join(' ')] : block.map((one) => one.words.join(' ')));
  }
  const lines = block.filter((one) => areKeyWords(one.words));
  return lines.length > 0
    ? keyAt(
        lines,
        lines.map((one) => one.words.join(' ')),
      )
    : null;
}

const keyAt = (cells: readonly { readonly place: number }[], codes: readonly string[]): WordKey => ({
  places: new Set(cells.map(({ place }) => place)),
  rows: codes.map((code, row) => ({
    code,
    isUsed: false,
    isTicked: false,
    evidence: 'alone',
    about: 'unknown',
    isNamed: true,
    place: cells[codes.length === 1 ? 0 : row]?.place ?? 0,
  })),
});
