import type { CheckedLedger, CheckOutcome } from '#contract/backups';
import { checkWords } from '#words/backup/check';

/** How many codes all ledgers of a file have together. */
export const codesIn = ({ ledgers }: CheckOutcome): number =>
  ledgers.reduce((sum, ledger) => sum + ledger.codes, 0);

/** How one ledger of a backup differs from what is here, as short sentences. */
export function differencesOf(ledger: CheckedLedger): string[] {
  const { kind, codes, left, codesOnlyHere, codesOnlyThere, codesChanged, differing } = ledger;
  if (kind === 'only-here') return [checkWords.onlyHere(codes, left)];
  if (kind === 'only-there') return [checkWords.onlyThere(codes, left)];
  // The sentence on codes says it of their marks and notes already.
  const others = differing.filter((name) => codesChanged === 0 || (name !== 'state' && name !== 'note'));
  return [
    ...(codesOnlyHere > 0 ? [checkWords.codesOnlyHere(codesOnlyHere)] : []),
    ...(codesOnlyThere > 0 ? [checkWords.codesOnlyThere(codesOnlyThere)] : []),
    ...(codesChanged > 0 ? [checkWords.codesChanged(codesChanged)] : []),
    ...others.map((name) => checkWords.differing[name]),
  ];
}

/** Whether the file has anything that is not here, so that restoring from it would bring something. */
export const holdsMore = ({ ledgers }: CheckOutcome): boolean =>
  ledgers.some(({ kind, codesOnlyThere }) => kind === 'only-there' || codesOnlyThere > 0);
