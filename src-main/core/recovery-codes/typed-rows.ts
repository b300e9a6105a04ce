import type { UnderstoodCode } from '#contract/calls/recovery-codes';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { codeKey } from '#contract/one-time-code';

/**
 * Checks the rows that a person wants kept.
 *
 * @returns the very same
 * @throws AppError `codes-missing`, `too-many-codes`; of a single row, with its place, `recovery-code-empty`,
 * `recovery-code-too-long`, `recovery-code-twice`, `otpauth-not-code`
 */
export function readRows(rows: readonly UnderstoodCode[]): readonly UnderstoodCode[] {
  if (rows.length === 0) throw new AppError('codes-missing');
  if (rows.length > limits.recoveryCodes) throw new AppError('too-many-codes');
  const known = new Set<string>();
  rows.forEach(({ code }, row) => {
    checkCode(code, row);
    const key = codeKey(code);
    if (known.has(key)) throw new AppError('recovery-code-twice', { row });
    known.add(key);
  });
  return rows;
}

/** Checks the text of one code. @param row its place, from 0 on @throws AppError as `readRows`, of a single row */
export function checkCode(code: string, row: number): void {
  if (!/[\p{L}\p{N}]/u.test(code)) throw new AppError('recovery-code-empty', { row });
  if (/^otpauth(?:-migration)?:/i.test(code)) throw new AppError('otpauth-not-code', { row });
  if (code.length > limits.recoveryCode) {
    throw new AppError('recovery-code-too-long', { row, needed: code.length, most: limits.recoveryCode });
  }
}
