import { used } from './marks';

const ticks = String.raw`[\u2611-\u2612\u2713-\u2718\u2705\u274C\u274E]\uFE0F?`;
const words = String.raw`(?:already\s)?used|spent|redeemed|consumed|benutzt|verwendet|verbraucht|gebraucht|utilisée?|usad[oa]|usat[oa]|gebruikt|использован|已使用|已用|使用済み|사용됨`;

const tickBehind = new RegExp(String.raw`(\S)[ \t]*${ticks}(?=\s*$|\s{2}|\t|[,;|])`, 'gu');
const wordBehind = new RegExp(String.raw`(\S)[ \t]*[([](?:${words})[^)\]]{0,60}[)\]]`, 'giu');
const unusedBehind = /[ \t]*[([](?:unused|not used|free|unbenutzt|frei)[)\]]/giu;
/** What stands between a code and the word "used" that has no brackets. */
const tail = new RegExp(String.raw`^(\S.*?)[\s:;,=>→-]+(?:${words})(?![\p{L}\p{N}])(?:[\s:;,(-].*)?$`, 'iu');
const unusedTail = /^(\S.*?)[\s:;,=>→-]+(?:unused|not (?:yet )?used|unbenutzt)$/iu;
const box = /^\[\s?([ xX\u2713\u2714*]?)\s?\]\s*/u;
const tickBefore = new RegExp(String.raw`^(?:${ticks}|\u2610)\s*`, 'u');
const section = new RegExp(String.raw`^(?:${words})(?:\s(?:codes?|keys?))?:?$`, 'iu');
const no =
  /^(?:-|n|no|false|0|nein|non|não|нет|否|null|never|unused|not used|open|free|active|new|valid|available)?$/iu;

/** A line in which a word that is marked as used from behind, as by "(used)" or a tick, carries our own mark. */
export const withUsedWords = (line: string): string =>
  line.replace(unusedBehind, ' ').replace(wordBehind, `$1${used}`).replace(tickBehind, `$1${used}`);

/** What a box or a tick in front says, and what stands behind it. */
export interface Ticked {
  readonly rest: string;
  /** A tick alone may be a bullet: the others of the list decide. */
  readonly by: 'box' | 'tick' | null;
}

export function readBox(text: string): Ticked {
  const boxed = box.exec(text);
  if (boxed) {
    const isOn = (boxed[1] ?? '').trim() !== '';
    return { rest: text.slice(boxed[0].length), by: isOn ? 'box' : null };
  }
  const ticked = tickBefore.exec(text);
  if (!ticked) return { rest: text, by: null };
  return { rest: text.slice(ticked[0].length), by: ticked[0].startsWith('\u2610') ? null : 'tick' };
}

/** A cell whose end says in words what became of it: "abcd-1234 used 3/14/2026", and what stands before that. */
export function readTail(text: string): { readonly rest: string; readonly isUsed: boolean } | null {
  if (text.length > 300) return null;
  const unused = unusedTail.exec(text);
  if (unused) return { rest: unused[1] ?? '', isUsed: false };
  const found = tail.exec(text);
  return found ? { rest: found[1] ?? '', isUsed: true } : null;
}

/** Whether a heading says that what follows is used. */
export const headsUsed = (heading: string): boolean => section.test(heading.trim());

/** Whether a cell of a column, or a value beside a code, says that it is used. */
export function saysUsed(value: string): boolean {
  const text = value.trim();
  return text !== '' && !no.test(text);
}

/** Whether a column or a name is about what became of codes. */
export const isUsedColumn = (name: string): boolean =>
  /^(?:is|was|has)?[ _]?(?:been)?[ _]?(?:used|redeemed|consumed|spent|verwendet|benutzt)(?:[ _]?(?:at|on|date|\?))?$/iu.test(
    name.trim(),
  );
