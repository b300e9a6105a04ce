import { limits } from '#contract/limits';

/**
 * Controls, line and paragraph separators, and the bidirectional and invisible marks of Unicode: they could make a
 * service's words look like ours.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Makes a service's own words fit to be shown: one line of plain text, at most 300 characters; null when empty. */
export function cleanWords(text: string): string | null {
  const clean = text
    .slice(0, 4 * limits.words)
    .replace(unsafe, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const cut = clean.length > limits.words ? `${clean.slice(0, limits.words - 1)}…` : clean;
  // A cut through a surrogate pair would leave half a character.
  return cut.replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '') || null;
}
