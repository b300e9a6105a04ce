import { limits } from '#contract/limits';
import { joinCode } from '../../records/join-codes';
import type { CodeSet, RecoveryCode } from '../../records/ledger-record';
import { nameSet } from '../../recovery-codes/ledger';
import type { Random } from '../../ports/random';
import { codesOf, matchSets } from './matching';

/**
 * Joins the sets of a ledger in a file with those of the same ledger here. No code is dropped, none becomes less used,
 * and doing it twice is the same as doing it once.
 *
 * - A code that the file alone knows joins the set that it belongs to, behind the others.
 * - A set that the file alone knows is the current one if it is the file's and newer than the one here; else it stands
 *   among the replaced ones.
 */
export function mergeSets(there: readonly CodeSet[], here: readonly CodeSet[], random: Random): CodeSet[] {
  const known = bestOf(there, here);
  const brought = there.map((set) => ({ ...set, codes: inform(set.codes, known) }));
  const partners = matchSets(there, here);
  const byPlace = new Map(partners.map((place, index) => [place, brought[index]]));
  const kept = here.map((set, place) => joinSet(byPlace.get(place), set, known));
  const left = withoutRoom(brought, partners, kept);
  // A set without codes tells nothing, unless it is all that there is.
  const added = brought.filter((set, index) => partners[index] === null && isWorth(set, here));
  const current = brought[0] && partners[0] === null && isWorth(brought[0], here) ? brought[0] : null;
  const sets = place(kept, current, [...added.filter((set) => set !== current), ...left], here.length > 0);
  return sets.map((set) => (set.name === '' ? { ...set, name: nameSet(random) } : set));
}

/** What is known of each code of the file, on both sides together. */
function bestOf(there: readonly CodeSet[], here: readonly CodeSet[]): Map<string, RecoveryCode> {
  const inFile = codesOf(there);
  const all = [...here, ...there].flatMap(({ codes }) => codes).filter(({ code }) => inFile.has(code));
  const known = new Map<string, RecoveryCode>();
  for (const one of all) {
    const before = known.get(one.code);
    known.set(one.code, before ? joinCode(one, before) : one);
  }
  return known;
}

/** Each code once, with what is known of it. */
const inform = (codes: readonly RecoveryCode[], known: ReadonlyMap<string, RecoveryCode>): RecoveryCode[] => [
  ...new Map(codes.map((one) => [one.code, known.get(one.code) ?? one])).values(),
];

function joinSet(
  there: CodeSet | undefined,
  here: CodeSet,
  known: ReadonlyMap<string, RecoveryCode>,
): CodeSet {
  const codes = here.codes.map((one) => known.get(one.code) ?? one);
  if (!there) return { ...here, codes };
  const texts = codesOf([here]);
  const added = there.codes.filter(({ code }) => !texts.has(code));
  return {
    name: here.name === '' ? there.name : here.name,
    fetchedAt: Math.max(here.fetchedAt, there.fetchedAt),
    replacedAt: here.replacedAt,
    codes: [...codes, ...added].slice(0, Math.max(limits.recoveryCodes, codes.length)),
  };
}

/** Codes for which there was no room in the set that they belong to: they stand in one of their own, replaced. */
function withoutRoom(
  brought: readonly CodeSet[],
  partners: readonly (number | null)[],
  kept: readonly CodeSet[],
): CodeSet[] {
  const placed = codesOf(kept);
  return brought.flatMap((set, index) => {
    const codes = set.codes.filter(({ code }) => !placed.has(code));
    return partners[index] === null || codes.length === 0 ? [] : [{ ...set, name: '', codes }];
  });
}

const isWorth = (set: CodeSet, here: readonly CodeSet[]): boolean =>
  set.codes.length > 0 || here.length === 0;

/** Puts a current set before those that are here, and older ones among the replaced, newest first. */
function place(
  kept: readonly CodeSet[],
  current: CodeSet | null,
  others: readonly CodeSet[],
  sort: boolean,
): CodeSet[] {
  const [before, ...older] = kept;
  const isNewer = current !== null && (!before || current.fetchedAt > before.fetchedAt);
  const first = isNewer ? current : before;
  if (!first) return [];
  const replaced = (set: CodeSet): CodeSet => ({ ...set, replacedAt: set.replacedAt ?? first.fetchedAt });
  const stepsBack =
    isNewer && before && before.codes.length > 0 ? [{ ...before, replacedAt: first.fetchedAt }] : [];
  const joins = [...(current && !isNewer ? [current] : []), ...others];
  const behind = [...stepsBack, ...older, ...joins.map(replaced)];
  // What is here keeps its order while nothing is added.
  if (sort && joins.length > 0) behind.sort((one, other) => (other.replacedAt ?? 0) - (one.replacedAt ?? 0));
  return [isNewer ? { ...first, replacedAt: null } : first, ...behind];
}
