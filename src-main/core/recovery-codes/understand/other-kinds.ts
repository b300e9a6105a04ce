import type { Candidate } from './candidate';

const link = /(?<![\p{L}\p{N}])otpauth(?:-migration)?:\/\/[^\s"'<>]+/giu;

/** A text without the links that set up an authenticator, and how many there were. */
export function withoutLinks(text: string): { readonly rest: string; readonly links: number } {
  if (!/otpauth/i.test(text)) return { rest: text, links: 0 };
  const links = text.match(link)?.length ?? 0;
  return { rest: text.replace(link, ' '), links };
}

/** Characters of base32 from which on a secret is one: ten bytes. */
const shortestSecret = 16;

/**
 * Whether the only code of a text looks like the secret of an authenticator: base32 in one case, long enough, with no 0, 1, 8
 * or 9, and nothing in the text that speaks of recovery. A recovery code of such letters is hardly ever without one of these.
 */
export function isBareSecret(codes: readonly Candidate[], speaksOfCodes: boolean): boolean {
  const [only, ...others] = codes;
  if (!only || others.length > 0 || speaksOfCodes) return false;
  const text = only.code.replace(/[ -]/g, '').replace(/=+$/, '');
  const isBase32 = /^(?:[A-Z2-7]+|[a-z2-7]+)$/.test(text) && text.length >= shortestSecret;
  const isWritten = only.about === 'secret' || /\d/.test(text) || /^[A-Z]+$/.test(only.code);
  // Digits alone, or digits of base 16, are of something else.
  return isBase32 && isWritten && /[g-z]/i.test(text);
}
