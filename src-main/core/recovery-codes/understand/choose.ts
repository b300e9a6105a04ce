import { codeKey } from '#contract/one-time-code';
import type { Candidate } from './candidate';
import { hasDigit, isDigits, isName, isWordCase, signatureOf } from './shape';

/** What is kept of the candidates of a text, and how many secrets of other kinds were not. */
export interface Chosen {
  readonly codes: readonly Candidate[];
  readonly secretsLeftOut: number;
}

/**
 * Tells codes from what looks like some: headings, names, words of sentences, other secrets. Each is left out only beside
 * codes that are surely some, and in doubt stays, for a person sees the rows before they are kept.
 */
export function choose(candidates: readonly Candidate[]): Chosen {
  const sure = withoutHeadings(candidates.filter(isFirm));
  if (sure.every(isHeadingLike)) return chooseDoubtful(candidates);
  const shapes = new Set(sure.filter(({ code }) => hasDigit(code)).map(({ code }) => signatureOf(code)));
  const alike = candidates.filter((one) => !isFirm(one) && !isSurelySecret(one) && isAlike(one.code, shapes));
  const kept = new Set([...sure, ...alike]);
  const codes = eachOnce(candidates.filter((one) => kept.has(one)));
  const keys = new Set(codes.map(({ code }) => codeKey(code)));
  const secrets = candidates.filter(({ about, code }) => about === 'secret' && !keys.has(codeKey(code)));
  return { codes, secretsLeftOut: eachOnce(secrets).length };
}

/** It stands by itself or behind a label, and nothing says that it is something else. */
const isFirm = ({ evidence, about }: Candidate): boolean =>
  evidence !== 'prose' && about !== 'secret' && about !== 'other';

/** A capitalized word that nothing calls a code. */
const isHeadingLike = ({ code, isNamed }: Candidate): boolean => !isNamed && isWordCase(code);

/** Its own label says so. A heading may have meant something else, where it is built as the codes are. */
const isSurelySecret = ({ about, evidence }: Candidate): boolean =>
  about === 'secret' && evidence !== 'alone';

/** Where nothing is surely a code, what may be one is all that there is. */
function chooseDoubtful(candidates: readonly Candidate[]): Chosen {
  const named = withoutHeadings(candidates.filter(({ evidence }) => evidence !== 'prose'));
  const spoken = candidates.filter(({ evidence }) => evidence === 'prose');
  return { codes: eachOnce(named.length > 0 ? named : spoken), secretsLeftOut: 0 };
}

/** Built as the codes are. A number of four digits in a sentence is a year or a count. */
const isAlike = (code: string, shapes: ReadonlySet<string>): boolean =>
  shapes.has(signatureOf(code)) && hasDigit(code) && !(isDigits(code) && code.length <= 4);

/** Drops what is a word rather than a code, judged by the others. */
function withoutHeadings(codes: readonly Candidate[]): readonly Candidate[] {
  const numbered = codes.filter(({ code }) => hasDigit(code) && !isName(code));
  if (numbered.length === 0) return withoutLonelyWords(codes);
  const shapes = new Set(numbered.map(({ code }) => signatureOf(code)));
  const areNumbers = numbered.every(({ code }) => isDigits(code.replace(/[-._/]/g, '')));
  return codes.filter(({ code, isNamed }) => {
    if (hasDigit(code)) return !isName(code) || shapes.has(signatureOf(code));
    if (isNamed || /[^\p{L}\p{M} -]/u.test(code)) return true;
    return !areNumbers && shapes.has(signatureOf(code)) && !isWordCase(code);
  });
}

/** Of letters alone, a capitalized word that is built as none of the others is a heading. */
function withoutLonelyWords(codes: readonly Candidate[]): readonly Candidate[] {
  const counts = new Map<string, number>();
  for (const { code } of codes) counts.set(signatureOf(code), (counts.get(signatureOf(code)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return codes.filter(
    ({ code, isNamed }) =>
      isNamed || most < 2 || !isWordCase(code) || (counts.get(signatureOf(code)) ?? 0) > 1,
  );
}

/** Each code once, used if it is marked so anywhere. */
function eachOnce(codes: readonly Candidate[]): Candidate[] {
  const known = new Map<string, Candidate>();
  for (const one of codes) {
    const key = codeKey(one.code);
    const before = known.get(key);
    known.set(key, before ? { ...before, isUsed: before.isUsed || one.isUsed } : one);
  }
  return [...known.values()];
}
