import type { KitPaper } from '#contract/kits';
import { limits } from '#contract/limits';
import { type BackupDocument, entryRecord, type Kept } from '../../records/backed-up';
import { writeJson } from '../../records/versioned';
import { writeDocument } from '../content/document';
import { linesInPart } from './paper-parts';

/** What age puts before a text that a passphrase seals: its words, the stanza, and the sum over both. */
const header = 150;
const nonce = 16;
const chunk = 64 * 1024;
const chunkTag = 16;
/** Bytes in a line of armor, and its first and last line. */
const bytesInLine = 48;
const frameLines = 2;

/**
 * How much paper a kit takes: its QR codes to the one, and about how many pages they fill.
 *
 * @param document what is going to be sealed
 * @param withCodes the codes themselves are printed, too
 */
export function paperSize(document: BackupDocument, withCodes: boolean): Omit<KitPaper, 'lists'> {
  const length = bytesIn(writeDocument(document));
  const sealed = header + nonce + length + chunkTag * Math.max(1, Math.ceil(length / chunk));
  const lines = Math.ceil(sealed / bytesInLine) + frameLines;
  const qrCodes = Math.ceil(lines / linesInPart);
  return { qrCodes, pages: pagesFor(qrCodes, document, withCodes), most: limits.kitParts };
}

/** What may be put on paper, in its order, with about how many QR codes each takes by itself. */
export const listsOnPaper = (kept: readonly Kept[]): KitPaper['lists'] =>
  kept.map((one) => ({
    id: one.id,
    label: one.label,
    codes: one.sets[0]?.codes.length ?? 0,
    qrCodes: Math.ceil(bytesIn(writeJson(entryRecord.write(one))) / (bytesInLine * linesInPart)),
  }));

/** In UTF-8. */
export function bytesIn(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** In CSS pixels, as the page is laid out: A4 without its margins, of 96 to the inch. */
const page = {
  height: 1016,
  heading: 60,
  guide: 240,
  order: 118,
  list: 66,
  rowOfCodes: 29,
  rowOfQrCodes: 304,
  line: 20,
};
const charactersInLine = 95;

function pagesFor(qrCodes: number, { accounts }: BackupDocument, withCodes: boolean): number {
  const lists = accounts.flatMap(({ sets: [current] }) => (current ? [current.codes.length] : []));
  const codes = lists.reduce((sum, count) => sum + page.list + Math.ceil(count / 2) * page.rowOfCodes, 0);
  // Each label stands with the name of its set.
  const holds = accounts.reduce((sum, { label }) => sum + label.length + 15, 0) / charactersInLine;
  const height =
    page.heading +
    page.guide +
    page.order +
    (withCodes ? codes : 0) +
    Math.ceil(holds) * page.line +
    Math.ceil(qrCodes / 2) * page.rowOfQrCodes;
  return Math.ceil(height / page.height);
}
