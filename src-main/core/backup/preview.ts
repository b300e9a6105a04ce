import type { LedgerDifference, RestorePreview } from '#contract/backups';
import { compare } from './compare';
import type { BackedUp, BackupDocument } from './document';
import { matchLedgers } from './matching';
import type { Opened } from './open-chosen';

/**
 * What the window may know of what was opened: how it differs from what is here, and what was not taken from.
 *
 * @param here what a backup made now would hold
 * @returns its ledgers in this order: those of the newest, those of older ones alone, those that are only here
 */
export function previewOf(opened: Opened, here: BackupDocument): RestorePreview {
  const { accounts, older, sources, refused, unopened, faults, faultCount } = opened;
  const [newest] = sources;
  const ledgers = [
    ...rowsOf(accounts, here).map((row) => ({ ...row, isOlder: false })),
    ...rowsOf(older, here).map((row) => ({ ...asPart(row), isOlder: true })),
    ...compare({ ...here, accounts: [] }, { ...here, accounts: leftOut(opened, here) }).map((row) => ({
      ...row,
      isOlder: false,
    })),
  ];
  return {
    madeAt: newest?.madeAt ?? null,
    file: newest?.name ?? '',
    sources: sources.map(({ name, madeAt }) => ({ file: name, madeAt })),
    ledgers,
    refused: [...refused],
    unopened,
    faults: [...faults],
    faultCount,
  };
}

const rowsOf = (there: readonly BackedUp[], here: BackupDocument): LedgerDifference[] =>
  compare({ ...here, accounts: there }, here).slice(0, there.length);

/** Only what others do not hold stands in it: what it lacks is no difference. */
const asPart = (row: LedgerDifference): LedgerDifference => ({
  ...row,
  codesOnlyHere: 0,
  kind: row.kind === 'differs' && row.codesOnlyThere + row.codesChanged === 0 ? 'same' : row.kind,
});

/** What is here and in nothing of it. */
function leftOut({ accounts, older }: Opened, here: BackupDocument): BackedUp[] {
  const known = new Set([...matchLedgers(accounts, here.accounts), ...matchLedgers(older, here.accounts)]);
  return here.accounts.filter((_, place) => !known.has(place));
}
