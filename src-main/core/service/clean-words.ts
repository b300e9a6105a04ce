import { cleanLine } from '#contract/clean-text';
import { limits } from '#contract/limits';
import { hideSecrets } from './hide-secrets';

/**
 * Makes a service's own words fit to be shown: one line of plain text, at most 300 characters; null when empty.
 *
 * @param secrets are in no spelling among them afterwards: those of the call that the service answered
 */
export function cleanWords(text: string, secrets: readonly string[] = []): string | null {
  // Last, for what stood between the pieces of a secret is gone by then.
  const clean = hideSecrets(cleanLine(text.slice(0, 8 * limits.words)), secrets);
  const cut = clean.length > limits.words ? `${clean.slice(0, limits.words - 1)}…` : clean;
  // A cut through a surrogate pair would leave half a character.
  return cut.replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '') || null;
}
