import type { BroughtField, LedgerDifference } from '#contract/backups';
import { codesLeft } from '../../recovery-codes/ledger';
import { type BackedUp, entryRecord } from '../../records/backed-up';
import { type CodeSet, codeSetRecord } from '../../records/code-set';
import { type RecoveryCode, recoveryCodeRecord } from '../../records/recovery-code';
import { matchLedgers } from './matching';

/**
 * Compares what is in a file with what is here, code by code: where what is here keeps its label and its service, others
 * in a file say nothing.
 *
 * @param there what is in the file
 * @returns one row for each ledger of the file, in its order, then those that are only here
 */
export function compareCodes(there: readonly BackedUp[], here: readonly BackedUp[]): LedgerDifference[] {
  const partners = matchLedgers(there, here);
  const known = new Set(partners);
  return [
    ...there.map((one, index) => {
      const partner = here[partners[index] ?? -1];
      return partner ? difference(one, partner) : alone(one, 'only-there');
    }),
    ...here.filter((_, place) => !known.has(place)).map((one) => alone(one, 'only-here')),
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
    brings: [],
  };
}

function difference(there: BackedUp, here: BackedUp): LedgerDifference {
  const [inFile, known] = [facts(there), facts(here)];
  const codesOnlyThere = [...inFile.keys()].filter((code) => !known.has(code)).length;
  const codesOnlyHere = [...known.keys()].filter((code) => !inFile.has(code)).length;
  const codesChanged = [...inFile].filter(([code, fact]) => {
    const other = known.get(code);
    return other && !isSame(fact, other);
  }).length;
  const sets = codesOnlyThere + codesOnlyHere + codesChanged === 0;
  const brings = entryRecord.unlike(there, here).filter(isBrought);
  return {
    ...describe(there),
    kind: sets && brings.length === 0 ? 'same' : 'differs',
    codesOnlyThere,
    codesOnlyHere,
    codesChanged,
    brings,
  };
}

/** Of all other fields what is here stays, whatever stands in a file. */
const brought: { readonly [Field in BroughtField]: true } = {
  user: true,
  note: true,
  tags: true,
  inDoubt: true,
  authenticators: true,
};
const isBrought = (field: keyof BackedUp): field is BroughtField => Object.hasOwn(brought, field);

/** Whether a file has something that a restore would bring here. */
export const bringsMore = ({ kind, codesOnlyThere, brings }: LedgerDifference): boolean =>
  kind === 'only-there' || codesOnlyThere > 0 || brings.length > 0;

/** What is known of a code, and where it stands. */
export interface Fact {
  readonly code: RecoveryCode;
  readonly set: CodeSet;
  readonly isCurrent: boolean;
}

const isSame = (there: Fact, here: Fact): boolean =>
  recoveryCodeRecord.same(there.code, here.code, {}) &&
  codeSetRecord.same(there.set, here.set, { codes: true }) &&
  there.isCurrent === here.isCurrent;

/** What is known of each code. One that stands in several sets counts where it stands first. */
export function facts({ sets }: BackedUp): Map<string, Fact> {
  const all = sets.flatMap((set, place) => set.codes.map((code) => ({ code, set, isCurrent: place === 0 })));
  return new Map(all.reverse().map((one) => [one.code.code, one]));
}
