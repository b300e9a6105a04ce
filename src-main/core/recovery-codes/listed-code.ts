import { cleanCode } from '#contract/clean-text';
import { codeKey } from '#contract/one-time-code';
import type { Ledger, RecoveryCode } from '../records/ledger-record';

/**
 * Which listed recovery code a person means by what they typed: the one that is spelled so; else the first unused one
 * that differs by case, dashes, blanks or width alone; else the first of those. The current set comes first.
 *
 * @returns its text as the service listed it, which alone is sent; null when none is meant
 */
export function findListed({ sets }: Ledger, typed: string): string | null {
  const codes = sets.flatMap((set) => set.codes);
  const exact = cleanCode(typed);
  const key = codeKey(typed);
  const alike = key === '' ? [] : codes.filter(({ code }) => codeKey(code) === key);
  const found = codes.find(({ code }) => code === exact) ?? alike.find(isUnused) ?? alike[0];
  return found?.code ?? null;
}

/** Whether what was typed so far begins a code of the current set, and is no listed code itself. */
export function beginsListed(ledger: Ledger, typed: string): boolean {
  const key = codeKey(typed);
  if (key === '' || findListed(ledger, typed) !== null) return false;
  const current = ledger.sets[0]?.codes ?? [];
  return current.some(({ code }) => codeKey(code).startsWith(key));
}

const isUnused = ({ state }: RecoveryCode): boolean => state === 'unused';
