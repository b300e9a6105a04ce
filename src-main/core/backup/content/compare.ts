import type { LedgerDifference } from '#contract/backups';
import { codesLeft } from '../../recovery-codes/ledger';
import type { RecoveryCode } from '../../records/ledger-record';
import type { BackedUp, BackupDocument } from '../../records/backed-up';
import { matchLedgers } from './matching';

/**
 * Compares a file with what is known here, code by code. When a service last listed its codes makes no difference.
 *
 * @param there what is in the file
 * @param here what a backup made now would hold
 * @returns one row for each ledger of the file, in its order, then those that are only here
 */
export function compare(there: BackupDocument, here: BackupDocument): LedgerDifference[] {
  const partners = matchLedgers(there.accounts, here.accounts);
  const known = new Set(partners);
  return [
    ...there.accounts.map((one, index) => {
      const partner = here.accounts[partners[index] ?? -1];
      return partner ? difference(one, partner) : alone(one, 'only-there');
    }),
    ...here.accounts.filter((_, place) => !known.has(place)).map((one) => alone(one, 'only-here')),
  ];
}

type Row = Pick<LedgerDifference, 'label' | 'serviceUrl' | 'setName' | 'codes' | 'left'>;

const describe = ({ label, serviceUrl, sets: [current] }: BackedUp): Row => ({
  label,
  serviceUrl,
  setName: current?.name ?? '',
  codes: current?.codes.length ?? 0,
  left: current ? codesLeft(current) : 0,
});

function alone(one: BackedUp, kind: 'only-here' | 'only-there'): LedgerDifference {
  const { size } = facts(one);
  return {
    ...describe(one),
    kind,
    codesOnlyThere: kind === 'only-there' ? size : 0,
    codesOnlyHere: kind === 'only-here' ? size : 0,
    codesChanged: 0,
  };
}

function difference(there: BackedUp, here: BackedUp): LedgerDifference {
  const [inFile, known] = [facts(there), facts(here)];
  const codesOnlyThere = [...inFile.keys()].filter((code) => !known.has(code)).length;
  const codesOnlyHere = [...known.keys()].filter((code) => !inFile.has(code)).length;
  const codesChanged = [...inFile].filter(([code, fact]) => {
    const other = known.get(code);
    return (
      other && (other.state !== fact.state || other.note !== fact.note || other.isCurrent !== fact.isCurrent)
    );
  }).length;
  const kind = codesOnlyThere + codesOnlyHere + codesChanged === 0 ? 'same' : 'differs';
  return { ...describe(there), kind, codesOnlyThere, codesOnlyHere, codesChanged };
}

type Fact = RecoveryCode & { readonly isCurrent: boolean };

/** What is known of each code. One that stands in several sets counts where it stands first. */
function facts({ sets }: BackedUp): Map<string, Fact> {
  const all = sets.flatMap(({ codes }, place) => codes.map((one) => ({ ...one, isCurrent: place === 0 })));
  return new Map(all.reverse().map((one) => [one.code, one]));
}
