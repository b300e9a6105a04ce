import type { LedgerDifference } from '#contract/backups';
import { restoreWords } from '#words/backup/restore';

/** How one ledger of a file differs from what is here: "3 codes that are not here; 1 code that is only here, and stays." */
export function differenceOf(ledger: LedgerDifference): string {
  switch (ledger.kind) {
    case 'same':
      return restoreWords.same;
    case 'only-here':
      return restoreWords.onlyHere;
    case 'only-there':
      return restoreWords.onlyThere;
    case 'differs':
      return restoreWords.differs(ledger);
  }
}
