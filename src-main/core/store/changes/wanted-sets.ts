import type { CodeSet } from '../../records/code-set';
import type { ByKind, Known } from '../kinds/kinds';
import type { SetBody } from '../kinds/set';
import { connected, groupsOf, type SetGroup } from '../view/set-groups';
import type { Store } from '../facts/store';

/** A set that is to be there, and what there is of it. */
export interface WantedSet {
  readonly name: string;
  readonly codes: readonly string[];
  readonly fetchedAt: number;
  readonly replacedAt: number | null;
  /** As the person saw it: several, where what is wanted puts them together. */
  readonly before: readonly CodeSet[];
  /** As the store has it. */
  readonly groups: readonly SetGroup[];
}

/** The sets that are wanted, the current one first, and those that were seen and are not wanted any more. */
export function wantedSets(
  store: Store,
  known: ByKind,
  before: readonly CodeSet[],
  after: readonly CodeSet[],
): {
  readonly wanted: readonly WantedSet[];
  readonly dropped: readonly CodeSet[];
  readonly groups: readonly SetGroup[];
} {
  const groups = groupsOf(store, known.set);
  const places = new Map(after.map((set, place) => [set, place]));
  const wanted = connected(after.toReversed(), textsOf)
    .map((sets): WantedSet => {
      const [oldest] = sets;
      const newest = sets.at(-1);
      const codes = [...new Set(sets.flatMap(textsOf))];
      const name = oldest?.name ?? '';
      return {
        name,
        codes,
        fetchedAt: newest?.fetchedAt ?? 0,
        replacedAt: newest?.replacedAt ?? null,
        before: before.filter((set) => isOne(codes, name, textsOf(set), set.name)),
        groups: groups.filter((group) => isOne(codes, name, group.codes, group.name)),
      };
    })
    .sort((one, other) => placeOf(one) - placeOf(other));
  const kept = new Set(wanted.flatMap((set) => set.before));
  return { wanted, groups, dropped: before.filter((set) => !kept.has(set)) };

  function placeOf({ codes, name }: WantedSet): number {
    return Math.min(
      ...[...places].filter(([set]) => isOne(codes, name, textsOf(set), set.name)).map(([, place]) => place),
    );
  }
}

export const textsOf = ({ codes }: CodeSet): string[] => codes.map(({ code }) => code);

/** Facts of a set that a person saw: one with codes that were not shown came meanwhile. */
export const seenOf = (groups: readonly SetGroup[], before: readonly CodeSet[]): Known<SetBody>[] => {
  const codes = new Set(before.flatMap(textsOf));
  const names = new Set(before.map(({ name }) => name));
  return groups
    .flatMap(({ facts }) => facts)
    .filter(({ body }) =>
      body.codes.length > 0 ? body.codes.every((code) => codes.has(code)) : names.has(body.name),
    );
};

/** Whether two are one set: by a code that both have; without any code by name. */
const isOne = (
  codes: readonly string[],
  name: string,
  others: readonly string[],
  otherName: string,
): boolean =>
  codes.length === 0 && others.length === 0
    ? name === otherName
    : codes.some((code) => others.includes(code));
