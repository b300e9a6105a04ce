import type { CheckOutcome, LedgerDifference } from '#contract/backups';
import { count } from './backup-words';

/** What a check found, when nothing differs. */
export function sameInWords({ ledgers }: CheckOutcome): string {
  const codes = ledgers.reduce((sum, ledger) => sum + ledger.codes, 0);
  if (codes === 0) return 'everything is there';
  return codes === 1 ? 'the one code is there' : `all ${codes} codes are there`;
}

/** How one ledger differs, as short sentences. */
export function differenceInWords(ledger: LedgerDifference): string[] {
  const { kind, codes, left, codesOnlyHere, codesOnlyThere, codesChanged } = ledger;
  const unused = `${count(codes, 'code')}, ${left} unused`;
  if (kind === 'only-here') return [`Not in the backup: ${codes === 0 ? 'no codes' : unused}.`];
  if (kind === 'only-there') return [`In the backup alone: ${codes === 0 ? 'no codes' : unused}.`];
  const parts = [
    codesOnlyHere > 0 && `${count(codesOnlyHere, 'code is', 'codes are')} not in the backup.`,
    codesOnlyThere > 0 && `${count(codesOnlyThere, 'code is', 'codes are')} in the backup alone.`,
    codesChanged > 0 && `${count(codesChanged, 'code has', 'codes have')} another mark or note there.`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts : ['It has another name or service there.'];
}

/** Whether the file has anything that is not here, so that restoring from it would bring something. */
export const holdsMore = ({ ledgers }: CheckOutcome): boolean =>
  ledgers.some(({ kind, codesOnlyThere }) => kind === 'only-there' || codesOnlyThere > 0);
