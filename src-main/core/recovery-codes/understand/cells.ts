import type { Cell } from './cell';
import { isHtml, textOfHtml } from './html-text';
import { cellsOfJson } from './json-cells';
import { cellsOfLines } from './lines';
import { plainText } from './plain-text';
import { cellsOfTable } from './table-cells';

/** The cells of a text, by whatever structure it has. */
export function cellsOf(text: string): readonly Cell[] {
  const structured = cellsOfJson(text);
  if (structured) return structured;
  const plain = plainText(isHtml(text) ? textOfHtml(text) : text);
  return cellsOfTable(plain) ?? cellsOfLines(plain);
}
