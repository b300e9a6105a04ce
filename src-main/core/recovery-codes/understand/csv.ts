/**
 * The rows of a text with values between separators, as RFC 4180 has them: what stands in quotes may hold separators, line ends and
 * doubled quotes. Never throws; a quote that is never closed ends with the text.
 */
export function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { field, end } = text[at] === '"' ? quoted(text, at) : bare(text, at, separator);
    row.push(field.trim());
    const next = text[end];
    if (next !== separator) {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return rows.filter((fields) => fields.some((one) => one !== ''));
}

interface Field {
  readonly field: string;
  /** Where the separator or line end behind it stands. */
  readonly end: number;
}

function bare(text: string, from: number, separator: string): Field {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return { field: text.slice(from, end), end };
}

function quoted(text: string, from: number): Field {
  let end = from + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
  const field = text.slice(from + 1, end).replaceAll('""', '"');
  let behind = end + 1;
  while (behind < text.length && (text[behind] === ' ' || text[behind] === '\r')) behind += 1;
  return { field, end: Math.min(behind, text.length) };
}
