import { cleanLine } from '#contract/clean-text';
import { limits } from '#contract/limits';

/** Makes a service's own words fit to be shown: one line of plain text, at most 300 characters; null when empty. */
export function cleanWords(text: string): string | null {
  const clean = cleanLine(text.slice(0, 4 * limits.words));
  const cut = clean.length > limits.words ? `${clean.slice(0, limits.words - 1)}…` : clean;
  // A cut through a surrogate pair would leave half a character.
  return cut.replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '') || null;
}
