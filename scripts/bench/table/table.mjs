/**
 * The rows as a table for a terminal.
 * @param {import('./rows.mjs').Row[]} rows
 */
export function table(rows) {
  const lines = [['', 'Latchkey', 'bare window', 'result', 'aim', '']];
  for (const { what, latchkey, bare, result, aim, met } of rows) {
    const verdict = met === null ? '' : met ? 'met' : 'not met';
    lines.push([what, told(latchkey), bare ? told(bare) : '', result, aim ?? '', verdict]);
  }
  const widths = lines.reduce(
    (most, line) => line.map((cell, column) => Math.max(cell.length, most[column] ?? 0)),
    /** @type {number[]} */ ([]),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * The median, and how far the measurements lay apart.
 * @param {import('./figures.mjs').Figure} figure
 */
function told({ median, min, max, all }) {
  const digits = max >= 100 ? 0 : max >= 10 ? 1 : 2;
  const range = all.length > 1 && min !== max ? ` (${min.toFixed(digits)} to ${max.toFixed(digits)})` : '';
  return `${median.toFixed(digits)}${range}`;
}
