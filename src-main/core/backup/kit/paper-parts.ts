/** A QR code with more lines than this is hard to scan from paper. */
export const linesInPart = 12;

/**
 * Cuts a sealed text at its line ends into what one QR code carries each. Put together again with a line end between
 * them, the parts are the text; the last one keeps the line end that the text may have.
 */
export function paperParts(armored: string): string[] {
  const ending = armored.endsWith('\n') ? '\n' : '';
  const lines = armored.slice(0, armored.length - ending.length).split('\n');
  const parts: string[] = [];
  for (let from = 0; from < lines.length; from += linesInPart) {
    parts.push(lines.slice(from, from + linesInPart).join('\n'));
  }
  return [...parts.slice(0, -1), `${parts.at(-1) ?? ''}${ending}`];
}
