import type { CheckOutcome, LedgerDifference } from '#contract/backups';
import { checkWords } from '#words/backup/check';

/** How many codes all ledgers of a file have together. */
export const codesIn = ({ ledgers }: CheckOutcome): number =>
  ledgers.reduce((sum, ledger) => sum + ledger.codes, 0);

/** How one ledger of a backup differs from what is here, as short sentences. */
export function differencesOf(ledger: LedgerDifference): string[] {
  const { kind, codes, left, codesOnlyHere, codesOnlyThere, codesChanged } = ledger;
  if (kind === 'only-here') return [checkWords.onlyHere(codes, left)];
  if (kind === 'only-there') return [checkWords.onlyThere(codes, left)];
  const sentences = [
    ...(codesOnlyHere > 0 ? [checkWords.codesOnlyHere(codesOnlyHere)] : []),
    ...(codesOnlyThere > 0 ? [checkWords.codesOnlyThere(codesOnlyThere)] : []),
    ...(codesChanged > 0 ? [checkWords.codesChanged(codesChanged)] : []),
  ];
  return sentences.length > 0 ? sentences : [checkWords.entryChanged];
}

/** Whether the file has anything that is not here, so that restoring from it would bring something. */
export const holdsMore = ({ ledgers }: CheckOutcome): boolean =>
  ledgers.some(({ kind, codesOnlyThere }) => kind === 'only-there' || codesOnlyThere > 0);
