import type { LedgerDifference, PreviewLedger } from '#contract/backups';
import type { Random } from '../../ports/random';
import { limits } from '#contract/limits';
import { bringsMore, compareCodes } from '../content/compare';
import type { BackedUp, BackupDocument } from '../../records/backed-up';
import { matchLedgers } from '../content/matching';
import type { Kept } from '../../records/backed-up';
import { merge, type Merged } from '../content/merge';
import type { ForeignContents, TakenForeign } from '../../ports/sealing/foreign';

/**
 * How what was read differs from what is here. Takes a second where a stranger made the file.
 *
 * @param contents of a Foreign
 * @param here what a backup made now would hold
 * @returns in this order: the entries of the newest, those of older ones alone, those that are only here
 */
export function compareForeign(contents: string, here: BackupDocument): PreviewLedger[] {
  const { accounts, older } = JSON.parse(contents) as ForeignContents;
  const known = new Set([...matchLedgers(accounts, here.accounts), ...matchLedgers(older, here.accounts)]);
  const leftOut = here.accounts.filter((_, place) => !known.has(place));
  return [
    ...rowsOf(accounts, here).map((row) => ({ ...row, isOlder: false })),
    ...rowsOf(older, here).map((row) => ({ ...asPart(row), isOlder: true })),
    ...named(leftOut, compareCodes([], leftOut)).map((row) => ({ ...row, isOlder: false })),
  ];
}

type Row = LedgerDifference & Pick<PreviewLedger, 'user'>;

const rowsOf = (there: readonly BackedUp[], here: BackupDocument): Row[] =>
  named(there, compareCodes(there, here.accounts).slice(0, there.length));

/** With whom each signs in: two accounts at one service are told apart by it. */
const named = (entries: readonly BackedUp[], rows: readonly LedgerDifference[]): Row[] =>
  rows.map((row, place) => ({ ...row, user: entries[place]?.user ?? '' }));

/** Only what others do not hold stands in it: what it lacks is no difference. */
const asPart = (row: Row): Row => ({
  ...row,
  codesOnlyHere: 0,
  kind: row.kind === 'differs' && row.codesChanged === 0 && !bringsMore(row) ? 'same' : row.kind,
});

/**
 * Merges entries of what was read with what is here.
 *
 * @param contents of a Foreign
 * @param places of those to take, as compareForeign orders them
 * @returns null where it is more than any vault holds
 */
export function mergeForeign(
  contents: string,
  here: readonly Kept[],
  places: readonly number[],
  random: Random,
): TakenForeign | null {
  const foreign = JSON.parse(contents) as ForeignContents;
  const { accounts, ids } = mergeBoth(foreign, here, places, random);
  const merged = new Map(accounts.map((one) => [one.id, one]));
  const entries = places.flatMap((place, order) => {
    const [one, id] = [entryAt(foreign, place), ids[order] ?? null];
    const known = id === null ? undefined : merged.get(id);
    if (!one || !known) return [];
    // A list that is here may be an account's in the file: that one's service is the one to add it with.
    const { serviceUrl, tokenPrefix } = one;
    return [[known.id, { ...known, serviceUrl, tokenPrefix }] as const];
  });
  const taken = { entries: [...new Map(entries).values()], ids };
  // More than the vault could ever hold is not handed over.
  return JSON.stringify(taken).length > limits.sealed ? null : taken;
}

/**
 * One entry of what was read, as it stands there.
 *
 * @param contents of a Foreign
 * @param place as compareForeign orders them; null for one that is only here
 */
export const showForeign = (contents: string, place: number): Kept | null =>
  entryAt(JSON.parse(contents) as ForeignContents, place) ?? null;

const entryAt = ({ accounts, older }: ForeignContents, place: number): Kept | undefined =>
  accounts[place] ?? older[place - accounts.length];

/** One list after the other, for each may know the same ledger. */
function mergeBoth(
  { accounts: newest, older }: ForeignContents,
  here: readonly Kept[],
  places: readonly number[],
  random: Random,
): Merged {
  const inNewest = places.filter((place) => place < newest.length);
  const inOlder = places.filter((place) => place >= newest.length).map((place) => place - newest.length);
  const first = merge(newest, here, inNewest, random);
  const second = merge(older, first.accounts, inOlder, random);
  const found = { newest: first.ids.values(), older: second.ids.values() };
  return {
    accounts: second.accounts,
    ids: places.map((place) => (place < newest.length ? found.newest : found.older).next().value ?? null),
  };
}
