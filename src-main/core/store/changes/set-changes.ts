import type { CodeSet } from '../../records/code-set';
import type { Ledger } from '../../records/ledger-record';
import type { ByKind } from '../kinds/kinds';
import type { SetSource } from '../kinds/set';
import type { Store } from '../facts/store';
import type { News } from './news';
import { type Listing, placeInOrder } from './set-order';
import { seenOf, textsOf, type WantedSet, wantedSets } from './wanted-sets';

/** Says which sets there are, which of them is the current one, and which took whose place. */
export function changeSets(
  news: News,
  store: Store,
  known: ByKind,
  before: readonly CodeSet[],
  after: Ledger,
  source: SetSource,
): void {
  const { wanted, dropped, groups } = wantedSets(store, known, before, after.sets);
  news.goes(seenOf(groups, dropped));
  const listings = wanted.map((set, place): Listing => {
    const added = addFact(news, after.id, set, source);
    const facts = set.groups.flatMap((group) => group.facts);
    const isPutFirst = place === 0 && !set.before.some((one) => one === before[0]);
    return {
      factId: added ?? facts.at(-1)?.id ?? '',
      set,
      isDue: added !== null || isPutFirst || isFetched(set),
    };
  });
  placeInOrder(news, listings);
}

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
