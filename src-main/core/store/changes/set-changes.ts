import type { CodeSet } from '../../records/code-set';
import type { Ledger } from '../../records/ledger-record';
import { type ByKind, compareFacts } from '../kinds/kinds';
import type { SetSource } from '../kinds/set';
import type { Store } from '../facts/store';
import type { News } from './news';
import { type HeldCodes, partsOf } from './parts';
import { type Listing, placeInOrder } from './set-order';
import { seenOf, textsOf, type WantedSet, wantedSets } from './wanted-sets';

/**
 * Says which sets there are, which of them is the current one, and which took whose place.
 *
 * @returns the codes that were said
 */
export function changeSets(
  news: News,
  store: Store,
  known: ByKind,
  before: readonly CodeSet[],
  after: Ledger,
  source: SetSource,
): readonly HeldCodes[] {
  const [home] = partsOf(known, after.id);
  const said: HeldCodes[] = [];
  const { wanted, dropped, groups } = wantedSets(store, known, before, after.sets);
  news.goes(seenOf(groups, dropped));
  const listings = wanted.flatMap((set, place): Listing[] => {
    // Another computer removed it meanwhile, and nothing of it is changed here.
    if (set.groups.length === 0 && isAsSeen(set)) return [];
    const facts = set.groups.flatMap((group) => group.facts).sort(compareFacts);
    // More of a list belongs to the part that had it first.
    const of = facts[0]?.of ?? home;
    const added = addFact(news, of, set, source);
    if (added !== null) said.push({ of, codes: set.codes });
    const isPutFirst = place === 0 && !set.before.some((one) => one === before[0]);
    const isDue = added !== null || isPutFirst || isFetched(set);
    return [{ factId: added ?? facts.at(-1)?.id ?? '', set, isDue }];
  });
  const isOrderSeen = wanted.every((set, place) => isReplacedAsSeen(set, before[place]));
  // Whoever changes something else says nothing of the order, which may be another one by now.
  if (!isOrderSeen || listings.some(({ isDue }) => isDue)) placeInOrder(news, listings);
  return said;
}

/** Whether a person saw it just so. */
const isAsSeen = ({ name, codes, before, fetchedAt }: WantedSet): boolean =>
  before.some(
    (one) =>
      one.name === name &&
      one.fetchedAt === fetchedAt &&
      one.codes.length === codes.length &&
      one.codes.every(({ code }, place) => code === codes[place]),
  );

/** Whether it stood in this place, behind the same ones or first. */
const isReplacedAsSeen = ({ before, replacedAt }: WantedSet, there: CodeSet | undefined): boolean =>
  before.length === 1 && before[0] === there && replacedAt === there?.replacedAt;

/** Whether it was listed since the person saw it. */
const isFetched = ({ before, fetchedAt }: WantedSet): boolean =>
  !before.some((one) => one.fetchedAt === fetchedAt);

/** Says which codes a set has, unless that is known. @returns the new fact's id; null where there is none */
function addFact(
  news: News,
  entryId: string,
  { name, codes, before, groups }: WantedSet,
  source: SetSource,
): string | null {
  const known = new Set(groups.flatMap((group) => group.codes));
  const isChanged = before.length > 0 && !isMore(before, codes, name);
  if (isChanged) news.goes(seenOf(groups, before));
  const isKnown = groups.length === 1 && codes.every((code) => known.has(code));
  return isKnown && !isChanged ? null : news.fact(entryId, { kind: 'set', codes, name, source });
}

/** Whether codes were added at the end at most. */
function isMore(before: readonly CodeSet[], codes: readonly string[], name: string): boolean {
  const [first, ...others] = before;
  if (!first) return true;
  if (others.length > 0) return before.flatMap(textsOf).every((code) => codes.includes(code));
  return first.name === name && textsOf(first).every((code, place) => code === codes[place]);
}
