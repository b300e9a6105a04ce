import type { Understood } from '#contract/calls/recovery-codes';
import { cleanCode } from '#contract/clean-text';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { Candidate } from './candidate';
import { cellsOf } from './cells';
import { choose } from './choose';
import { findWordKeys, type WordKey } from './key-words';
import { isOneKey, oneKeyOf } from './one-key';
import { isBareSecret, withoutLinks } from './other-kinds';
import { readCells } from './read-cells';
import { isWholeKey } from './word-keys';

/**
 * Says which recovery codes a text holds, as sites hand them out and people note them down. It is a proposal: a person sees
 * the rows before anything is kept, so that what is doubtful stays one.
 *
 * @throws AppError `pasted-too-long`, `no-codes-found`, `too-many-codes`; `recovery-code-too-long` where nothing else is there
 */
export function understand(text: string): Understood {
  if (text.length > limits.pastedCodes) {
    throw new AppError('pasted-too-long', { needed: text.length, most: limits.pastedCodes });
  }
  const { rest, links } = withoutLinks(text);
  const { candidates, keyWords, speaksOfCodes, announcesKey } = readCells(cellsOf(rest));
  const wordKeys = findWordKeys(keyWords);
  const { codes, secretsLeftOut } = choose(withWordKeys(candidates, wordKeys));
  if (codes.length === 0 && links > 0) return nothingButLinks;
  const rows = codes.map((one) => ({ ...one, code: cleanCode(one.code) })).filter(({ code }) => code !== '');
  const fitting = rows.filter(({ code }) => code.length <= limits.recoveryCode);
  if (rows.length === 0) throw new AppError('no-codes-found');
  if (fitting.length === 0) throw new AppError('recovery-code-too-long', { most: limits.recoveryCode });
  if (fitting.length > limits.recoveryCodes) throw new AppError('too-many-codes', { needed: fitting.length });
  const key = oneKeyOf(fitting);
  const isKey = isOneKey(fitting, announcesKey) || isKeyOfWords(fitting, wordKeys);
  return {
    kind: isBareSecret(fitting, speaksOfCodes) ? 'bare-secret' : 'recovery-codes',
    oneEach: fitting.map(({ code, isUsed }) => ({ code, isUsed })),
    oneKey: key === null ? null : [{ code: key, isUsed: fitting.every(({ isUsed }) => isUsed) }],
    proposed: key !== null && isKey ? 'one-key' : 'one-each',
    secretsLeftOut: secretsLeftOut + links,
    tooLongLeftOut: rows.length - fitting.length,
  };
}

const nothingButLinks: Understood = {
  kind: 'otpauth-link',
  oneEach: [],
  oneKey: null,
  proposed: 'one-each',
  secretsLeftOut: 0,
  tooLongLeftOut: 0,
};

/** The candidates, where the cells of a key of words are that key and nothing else. */
function withWordKeys(candidates: readonly Candidate[], keys: readonly WordKey[]): readonly Candidate[] {
  if (keys.length === 0) return candidates;
  const others = candidates.filter(({ place }) => !keys.some(({ places }) => places.has(place)));
  return [...others, ...keys.flatMap(({ rows }) => rows)].sort((one, other) => one.place - other.place);
}

/** Whether all rows are those of one key of words. */
const isKeyOfWords = (rows: readonly Candidate[], [key, ...others]: readonly WordKey[]): boolean =>
  key !== undefined &&
  others.length === 0 &&
  key.rows.length === rows.length &&
  isWholeKey(rows.reduce((sum, { code }) => sum + code.split(' ').length, 0));
