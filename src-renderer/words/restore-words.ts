import type { FolderHolds, LedgerDifference, RestoreSource } from '#contract/backups';
import type { Gives } from '#contract/contract';

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** What was chosen: "A backup folder with its key", "A kit". */
export function sourceInWords({ kind, opensWith }: RestoreSource): string {
  if (kind === 'kit') return opensWith === 'key' ? 'A kit, sealed to an age key' : 'A kit';
  return opensWith === 'key' ? 'A backup without its key file' : 'Backups with their key';
}

/** "7 of 10 left" */
export function leftOf({ codes, left }: LedgerDifference): string {
  return codes === 0 ? 'No codes' : `${left} of ${codes} left`;
}

/** How one ledger of a file differs from what is here: "3 codes that are not here; 1 code that is only here and stays". */
export function differenceInWords(ledger: LedgerDifference): string {
  const { kind, codesOnlyThere, codesChanged, codesOnlyHere } = ledger;
  if (kind === 'same') return 'The same is here.';
  if (kind === 'only-here') return 'Not in this file.';
  if (kind === 'only-there') return 'Not on this computer.';
  const parts = [
    codesOnlyThere > 0 && counted(codesOnlyThere, 'code that is not here', 'codes that are not here'),
    codesChanged > 0 && counted(codesChanged, 'code', 'codes') + ' with another state or note',
    codesOnlyHere > 0 &&
      counted(codesOnlyHere, 'code that is only here, and stays', 'codes that are only here, and stay'),
  ].filter((part) => part !== false);
  return `${parts.join('; ')}.`;
}

/** What a folder that was set up holds and this computer does not. */
export function holdsInWords({ backups, entries, codes }: FolderHolds): string {
  if (entries === null) {
    return `${counted(backups, 'backup in this folder was', 'backups in this folder were')} not written by this computer. “Restore” shows whether they hold codes that are not here.`;
  }
  const inIt = codes ? `, with ${counted(codes, 'code', 'codes')}` : '';
  return `Backups that lay in this folder already hold ${counted(entries, 'entry that is', 'entries that are')} not on this computer${inIt}. They stay where they are until you restore them.`;
}

/** What came of it, and what the accounts that came back still need. */
export function restoredInWords({ ledgers, accounts }: Gives<'restore'>): string {
  const restored = ledgers === 1 ? 'One entry was restored.' : `${ledgers} entries were restored.`;
  if (accounts === 0) return restored;
  return accounts === 1
    ? `${restored} One account came back without its token, which is in no backup: enter it in Settings.`
    : `${restored} ${accounts} accounts came back without their tokens, which are in no backup: enter them in Settings.`;
}
