import { AppError } from '#contract/errors';
import { codeKey } from '#contract/one-time-code';
import type { Ledger } from '../records/ledger-record';
import type { RecoveryCode } from '../records/recovery-code';
import { changeCode } from './ledger';
import { checkCode } from './typed-rows';

/**
 * Writes a code of the current set anew. What became of it and what was noted beside it stays.
 *
 * @throws AppError as checkCode; `recovery-code-twice` where another code of the set is the same to a person who types it
 */
export function correctCode(ledger: Ledger, index: number, code: string): Ledger {
  checkCode(code, index);
  const others = ledger.sets[0]?.codes.toSpliced(index, 1) ?? [];
  if (isAmong(others, code)) throw new AppError('recovery-code-twice', { row: index });
  return changeCode(ledger, index, (one) => ({ ...one, code }));
}

/** Takes a code out of the current set. @throws AppError `last-recovery-code`: a list without codes is none */
export function removeCode(ledger: Ledger, index: number): Ledger {
  const [current, ...older] = ledger.sets;
  if (!current) return ledger;
  if (current.codes.length === 1) throw new AppError('last-recovery-code');
  return { ...ledger, sets: [{ ...current, codes: current.codes.toSpliced(index, 1) }, ...older] };
}

/**
 * Puts a code into the current set, with what is known of it.
 *
 * @param index the place where it was; a set that is shorter by now gets it at its end
 * @throws AppError `recovery-code-twice` where it came back by another way; `no-such-code` without a set
 */
export function putBackCode(ledger: Ledger, index: number, code: RecoveryCode): Ledger {
  const [current, ...older] = ledger.sets;
  if (!current) throw new AppError('no-such-code');
  if (isAmong(current.codes, code.code)) throw new AppError('recovery-code-twice', { row: index });
  return { ...ledger, sets: [{ ...current, codes: current.codes.toSpliced(index, 0, code) }, ...older] };
}

const isAmong = (codes: readonly RecoveryCode[], code: string): boolean =>
  codes.some((one) => codeKey(one.code) === codeKey(code));
