/** A piece of text on a page: where its baseline begins, from the top left, and how large it is. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Parts of the height of the letters: a gap of more is a blank, a column, another paragraph. */
const blank = 0.15;
const column = 1.2;
const paragraph = 2;

/**
 * Puts the pieces of a page together as a person reads them: in lines from top to bottom, with a tab where a wide gap sets
 * columns apart, and an empty line between paragraphs.
 */
export function linesOf(pieces: readonly Piece[]): string {
  const seen = pieces.filter(({ text }) => text.trim() !== '');
  const lines: Piece[][] = [];
  for (const piece of [...seen].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (line && first && piece.y - first.y < Math.min(first.height, piece.height) / 2) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line, place) => `${gapAbove(lines[place - 1], line)}${textOf(line)}`).join('\n');
}

const gapAbove = (above: readonly Piece[] | undefined, line: readonly Piece[]): string => {
  const [upper] = above ?? [];
  const [lower] = line;
  return upper && lower && lower.y - upper.y > paragraph * Math.max(upper.height, lower.height) ? '\n' : '';
};

function textOf(line: readonly Piece[]): string {
  let text = '';
  let last: Piece | undefined;
  for (const piece of [...line].sort((a, b) => a.x - b.x)) {
    if (last && isSameAgain(last, piece)) continue;
    text += `${last ? between(last, piece, text) : ''}${piece.text}`;
    last = piece;
  }
  return text.trim();
}

/** Letters that are made bold by drawing them twice. */
const isSameAgain = (last: Piece, { text, x, height }: Piece): boolean =>
  last.text === text && x - last.x < blank * height;

function between(last: Piece, next: Piece, text: string): string {
  const gap = next.x - (last.x + last.width);
  if (gap > column * next.height) return '\t';
  return gap > blank * next.height && !text.endsWith(' ') && !next.text.startsWith(' ') ? ' ' : '';
}
