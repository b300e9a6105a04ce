import * as v from 'valibot';
import { same } from '../kinds/same';
import type { SharedMap } from '../facts/shared-map';
import type { Fact, Store } from '../facts/store';
import { compareTexts } from '../facts/tick';

/** Which entries are one, by each of their ids. It follows from what was said, which never changes. */
type Groups = ReadonlyMap<string, readonly string[]>;
const known = new WeakMap<SharedMap<Fact>, Groups>();

/** The entries that a person called one, by the ids of all that are; each list has its smallest id first. */
export function groupsOfSame({ same }: Store): Groups {
  const groups = known.get(same) ?? groupsOf(same);
  known.set(same, groups);
  return groups;
}

/** All ids of the entry that one id stands for, the smallest first. */
export const idsOf = (store: Store, id: string): readonly string[] => groupsOfSame(store).get(id) ?? [id];

function groupsOf(said: SharedMap<Fact>): Groups {
  const groups = new Map<string, readonly string[]>();
  for (const [, { of, body }] of said) {
    const read = v.safeParse(same.schema, body);
    if (!read.success) continue;
    const both = [of, read.output.as].flatMap((id) => groups.get(id) ?? [id]);
    const all = [...new Set(both)].sort(compareTexts);
    for (const id of all) groups.set(id, all);
  }
  return groups;
}
