/**
 * What a text must not hold, whoever wrote it: a service, a file, an old vault, a person who pasted something. One place
 * for all of Latchkey; texts.ts makes schemas of it for every border.
 */

/** Controls, line and paragraph separators: they part words. */
const breaks = String.raw`\p{Cc}\p{Zl}\p{Zp}`;
/** Half characters, and whatever is drawn as nothing: zero-width characters, fillers, tags, annotations. */
const unseen = String.raw`\p{Cs}\p{DI}\uFFF9-\uFFFB`;

/** Scripts in which a joiner changes how letters look, so that a name needs it. */
const joining = ['Arab', 'Syrc', 'Nkoo', 'Adlm', 'Mong', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya']
  .concat(['Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Khmr', 'Mymr', 'Tibt', 'Bali', 'Java'])
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('');

/** What is unseen and does its work where it stands; the same characters anywhere else make lookalikes. */
const atWork = [
  String.raw`(?<=(?!\p{DI})(?=[\p{L}\p{M}])[${joining}])[\u200C\u200D]`,
  String.raw`(?<=\p{ExtPict})[\uFE0E\uFE0F]`,
  String.raw`(?<=[\d#*])\uFE0F(?=\u20E3)`,
  String.raw`(?<=\p{ExtPict}(?:\uFE0F|\p{EMod})?)\u200D(?=\p{ExtPict})`,
  String.raw`(?<=\p{Script=Han})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=[\u1820-\u18AA])[\u180B-\u180F]`,
].join('|');

const steering = new RegExp(String.raw`[${breaks}\p{Bidi_C}]+`, 'gu');
const useless = new RegExp(`(?!${atWork})[${unseen}]`, 'gu');
/** U+2800 is a letter of braille without a dot: nothing to see, as a blank. */
const blanks = /[\s\u2800]+/gu;

/**
 * Makes one line of plain text that shows what it holds: no control, nothing that turns the direction around, nothing
 * invisible but what emoji and scripts need where it stands. Cleaning twice is cleaning once; it never gets longer.
 */
export function cleanLine(text: string): string {
  const plain = /^[\x20-\x7e]*$/.test(text);
  const seen = plain ? text : text.replace(steering, ' ').replace(useless, '');
  return seen.replace(blanks, ' ').trim();
}

const breaksInCode = new RegExp(`[${breaks}]+`, 'gu');
const unseenInCode = new RegExp(String.raw`[${unseen}\p{Cf}]`, 'gu');

/**
 * The same for a code, which people read and type: in it nothing is invisible, whatever the script. Dashes, case and
 * blanks between count, for a service compares them.
 */
export const cleanCode = (text: string): string =>
  /^[\x21-\x7e]*$/.test(text) ? text : text.replace(breaksInCode, ' ').replace(unseenInCode, '').trim();
