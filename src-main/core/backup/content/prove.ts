import type { CheckedLedger } from '#contract/backups';
import { type BackedUp, type BackupDocument, entryRecord, type Kept } from '../../records/backed-up';
import { type CodeSet, codeSetRecord } from '../../records/code-set';
import { recoveryCodeRecord } from '../../records/recovery-code';
import { compareCodes, type Fact, facts } from './compare';
import { matchLedgers } from './matching';

/**
 * Compares what was opened of a backup with what is here, by every field of every record. Not with a document that is
 * made now: what the writer of documents leaves out, both would lack.
 *
 * @returns one row for each ledger of the file, in its order, then those that are only here
 */
export function prove(there: BackupDocument, held: readonly Kept[]): CheckedLedger[] {
  const partners = matchLedgers(there.accounts, held);
  return compareCodes(there.accounts, held).map((row, index) => {
    const [one, partner] = [there.accounts[index], held[partners[index] ?? -1]];
    const differing = one && partner ? differingOf(one, partner) : [];
    return { ...row, kind: row.kind === 'same' && differing.length > 0 ? 'differs' : row.kind, differing };
  });
}

type Differing = CheckedLedger['differing'][number];

function differingOf(there: BackedUp, here: BackedUp): Differing[] {
  const isArranged = arrangement(there) === arrangement(here);
  const pairs = isArranged ? byPlace(there, here) : byCode(there, here);
  const names = new Set<Differing>([
    // Codes have notes, and entries ids, too.
    ...entryRecord.differing(there, here).map((name) => (name === 'note' ? 'entryNote' : name)),
    ...pairs.sets.flatMap(([one, other]) =>
      codeSetRecord
        .differing(one, other)
        // Files of the first schema name no sets.
        .filter((name) => name !== 'id' || (one.id !== undefined && other.id !== undefined))
        .map((name) => (name === 'id' ? 'setId' : name)),
    ),
    ...pairs.codes.flatMap(([one, other]) => {
      const differing = recoveryCodeRecord.differing(one, other).filter((name) => name !== 'code');
      // With another state goes another time.
      return differing.filter((name) => name !== 'at' || one.state === other.state);
    }),
  ]);
  // What only one side has is counted, and leaves the rest in another order.
  if (!isArranged && hasSameCodes(there, here)) names.add('sets');
  return [...names];
}

interface Pairs {
  readonly sets: readonly (readonly [CodeSet, CodeSet])[];
  readonly codes: readonly (readonly [Fact['code'], Fact['code']])[];
}

/** Which codes stand where. */
const arrangement = ({ sets }: BackedUp): string =>
  JSON.stringify(sets.map(({ codes }) => codes.map(({ code }) => code)));

function byPlace(there: BackedUp, here: BackedUp): Pairs {
  const sets = there.sets.flatMap((set, place) => pair(set, here.sets[place]));
  const codes = sets.flatMap(([one, other]) =>
    one.codes.flatMap((code, place) => pair(code, other.codes[place])),
  );
  return { sets, codes };
}

function byCode(there: BackedUp, here: BackedUp): Pairs {
  const known = facts(here);
  const both = [...facts(there)].flatMap(([code, fact]) => pair(fact, known.get(code)));
  return {
    sets: both.map(([one, other]) => [one.set, other.set] as const),
    codes: both.map(([one, other]) => [one.code, other.code] as const),
  };
}

const pair = <One>(there: One, here: One | undefined): (readonly [One, One])[] =>
  here === undefined ? [] : [[there, here]];

function hasSameCodes(there: BackedUp, here: BackedUp): boolean {
  const [inFile, known] = [facts(there), facts(here)];
  return inFile.size === known.size && [...inFile.keys()].every((code) => known.has(code));
}
