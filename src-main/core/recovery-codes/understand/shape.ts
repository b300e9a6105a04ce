import { used } from './marks';

const characters = /^[\p{L}\p{M}\p{N}\-_+=/.:~]+$/u;
const group = /^[\p{L}\p{M}\p{N}]+$/u;
const opening = /^[([{<"'“”‘’‚„«»‹›`*|]+/u;
const closing = /[)\]}>"'“”‘’«»‹›`*|.,;:!?…]+$/u;

/** Letters and digits of a text. */
export const letterCount = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

export const hasDigit = (text: string): boolean => /\p{N}/u.test(text);

export const isDigits = (text: string): boolean => /^[\p{N} ]+$/u.test(text);

/** Whether a word may be a code, or a group of one. What is shorter than four letters and digits is no code. */
export const isCodeLike = (word: string): boolean => characters.test(word) && letterCount(word) >= 4;

/** Whether a word is letters and digits alone, as the groups of a code are. */
export const isGroup = (word: string): boolean => group.test(word);

/** How a code is built: the lengths of its groups, with what stands between them. */
export const signatureOf = (code: string): string =>
  code.replace(/[\p{L}\p{M}\p{N}]+/gu, (run) => String(run.length));

/** A word as it is written in a text: "Webmail", "GitHub", or several of them. */
export const isWordCase = (text: string): boolean =>
  /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}?\p{Ll}+)*$/u.test(text) || /^(?:\p{Lu}\p{Ll}+){1,4}$/u.test(text);

/** A name with a few digits at one end, such as 1Password or OAuth2. */
export const isName = (word: string): boolean =>
  word.length <= longestName &&
  (/^\d{0,3}(?:\p{Lu}{0,3}\p{Ll}{2,}){1,4}\d{0,3}$/u.test(word) || /^\d?\p{Lu}{2,5}\d?$/u.test(word));

const longestName = 24;

/** A word without what stands around it, and whether it is marked as used. */
export interface Word {
  readonly text: string;
  readonly isUsed: boolean;
  /** A sentence or a part of it ends here. */
  readonly ends: boolean;
}

/** The words of a cell. */
export function wordsOf(cell: string): Word[] {
  const words: Word[] = [];
  for (const written of cell.split(/\s+/u)) {
    const isUsed = written.includes(used);
    const bare = written.replaceAll(used, '').replace(opening, '');
    const text = withoutEmphasis(bare.replace(closing, ''));
    if (text !== '') words.push({ text, isUsed, ends: /[.,;:!?]$/u.test(bare) });
  }
  return words;
}

/** Underlines around a word are Markdown; one at an end alone belongs to a code. */
const withoutEmphasis = (word: string): string => /^(_{1,2})([^_].*)\1$/u.exec(word)?.[2] ?? word;
