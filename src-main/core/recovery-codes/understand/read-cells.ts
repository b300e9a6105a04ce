import type { Candidate } from './candidate';
import type { Cell } from './cell';
import { codesOfRows, type Grouping, groupingOf, type Row } from './groups';
import { splitLabel, splitSentence } from './labels';
import { blank } from './marks';
import { numbersOf } from './numbering';
import { peel, type Peeled, withoutGluedDashes } from './peel';
import { codesInProse, leadingCode } from './prose';
import { hasDigit, type Word, wordsOf } from './shape';
import { headsUsed, readTail } from './used-marks';
import { type About, aboutOf, namesCode, namesOneKey, namesSeveral } from './vocabulary';
import { isKeyWord } from './word-keys';

/** Words that may be some of a key, and where they stand. */
export interface KeyWords {
  readonly place: number;
  readonly number: number | null;
  readonly words: readonly string[];
}

/** What cells were read as. */
export interface Reading {
  readonly candidates: readonly Candidate[];
  readonly keyWords: readonly KeyWords[];
  /** Something speaks of recovery codes. */
  readonly speaksOfCodes: boolean;
  /** Something announces a key, of which there is one. */
  readonly announcesKey: boolean;
}

/** A cell with codes, before it is known how their groups belong together. */
interface Found extends Omit<Candidate, 'code'> {
  readonly row: Row;
  readonly grouping: Grouping;
}

/** What a heading says of the cells behind it. */
interface Context {
  readonly about: About;
  readonly isOne: boolean;
  readonly isUsed: boolean;
}

const none: Context = { about: 'unknown', isOne: false, isUsed: false };
/** A heading of more words is a sentence. */
const longestHeading = 6;
const isHeading = (text: string): boolean => wordsOf(text).length <= longestHeading;

/** Less is neither a code nor a word. */
const twoLetters = /[\p{L}\p{N}][^\p{L}\p{N}]*[\p{L}\p{N}]/u;

/** Reads cells one after the other. A heading counts for what follows it; one about a secret, for the next cell alone. */
export function readCells(cells: readonly Cell[]): Reading {
  const peeled = cells.map(({ text }) => peel(text));
  const bare = withoutGluedDashes(peeled.map(({ rest }) => rest));
  const numbers = numbersOf(bare);
  const found: Found[] = [];
  const keyWords: KeyWords[] = [];
  let [context, speaksOfCodes, speaksOfSeveral, announcesKey] = [none, false, false, false];
  cells.forEach((cell, place) => {
    const outer = peeled[place] ?? { rest: '', by: null };
    const inner = peel(numbers[place]?.rest ?? bare[place] ?? '');
    if (!twoLetters.test(inner.rest)) return;
    const read = readCell(cell, inner.rest, outer.by ?? inner.by, context, place);
    found.push(...read.found);
    const words = wordsOf(read.body).map(({ text }) => text);
    if (words.length > 0 && words.every(isKeyWord)) {
      keyWords.push({ place, number: numbers[place]?.number ?? null, words });
    }
    const said = read.found.length > 0 ? read.label : `${read.label} ${inner.rest}`;
    speaksOfCodes ||= aboutOf(said) === 'codes';
    speaksOfSeveral ||= namesSeveral(said);
    announcesKey ||= isHeading(said) && namesOneKey(said);
    context = read.found.length > 0 ? { ...context, about: 'unknown' } : (contextOf(inner.rest) ?? context);
  });
  return {
    candidates: candidatesOf(found),
    keyWords,
    speaksOfCodes,
    announcesKey: announcesKey && !speaksOfSeveral,
  };
}

/** What a cell without codes says of those behind it; null where it says nothing. */
function contextOf(text: string): Context | null {
  const words = wordsOf(text).map((word) => word.text);
  if (words.length === 0) return null;
  if (!isHeading(text) && !text.endsWith(':')) return none;
  const about = aboutOf(text);
  const isAside =
    about === 'secret' && !text.endsWith(':') && aboutOf(words.slice(-2).join(' ')) !== 'secret';
  return { about: isAside ? 'unknown' : about, isOne: namesOneKey(text), isUsed: headsUsed(text) };
}

function readCell(
  cell: Cell,
  text: string,
  by: Peeled['by'],
  context: Context,
  place: number,
): { readonly found: readonly Found[]; readonly label: string; readonly body: string } {
  const split = splitLabel(text);
  const label = `${cell.label} ${split?.label ?? ''}`.trim();
  const rest = split?.rest ?? text;
  const tail = readTail(rest);
  const isNamed = namesCode(label);
  const isLabelOne = label === '' ? context.isOne : isNamed && !namesSeveral(label);
  const said = aboutOf(label);
  const base = {
    isUsed: by === 'box' || cell.isUsed || context.isUsed,
    isTicked: by === 'tick',
    about: label === '' && context.about === 'secret' ? context.about : said,
    isNamed: isNamed || said === 'codes',
    place,
  };
  const take = (words: readonly Word[], evidence: Candidate['evidence'], isUsed = base.isUsed): Found[] => {
    const row = { words, isOne: isLabelOne || evidence === 'prose' };
    const grouping = groupingOf(row);
    return grouping === null ? [] : [{ ...base, isUsed, evidence, row, grouping }];
  };
  const evidence = label === '' ? 'alone' : 'labelled';
  const whole = tail ? take(wordsOf(tail.rest), evidence, base.isUsed || tail.isUsed) : [];
  const all = wordsOf(rest);
  const seen = all.filter((word) => word.text !== blank);
  const dated = seen.length < all.length && !seen.some((word) => hasDigit(word.text)) ? [] : seen;
  const direct = whole.length > 0 ? whole : take(dated, evidence);
  if (direct.length > 0) return { found: direct, label, body: rest };

  const sentence = splitSentence(rest);
  const words = sentence ? wordsOf(sentence.rest) : seen;
  const saying = sentence ? { about: aboutOf(sentence.label), isNamed: true } : {};
  const lead = label !== '' || sentence ? leadingCode(words, isLabelOne || sentence !== null) : [];
  const spoken = codesInProse(lead.length > 0 ? words.slice(lead.length) : seen);
  const found = [
    ...take(lead, 'labelled').map((one) => ({ ...one, ...saying })),
    ...spoken.flatMap((one) => take(one.words, 'prose')),
  ];
  return { found, label: `${label} ${sentence?.label ?? ''}`.trim(), body: rest };
}

function candidatesOf(found: readonly Found[]): Candidate[] {
  const codes = codesOfRows(found.map(({ row, grouping }) => [row, grouping] as const));
  const isBullet = found.length > 1 && found.every(({ isTicked }) => isTicked);
  return found.flatMap((one, place) =>
    (codes[place] ?? []).map((words) => ({
      code: words.map(({ text }) => text).join(' '),
      isUsed: one.isUsed || (one.isTicked && !isBullet) || words.some(({ isUsed }) => isUsed),
      isTicked: one.isTicked,
      evidence: one.evidence,
      about: one.about,
      isNamed: one.isNamed,
      place: one.place,
    })),
  );
}
