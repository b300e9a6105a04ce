import { type ByKind, keptAliveBy } from '../kinds/kinds';

/*
 * Entries that a person called one stay parts of it: what is said of the one is said of each part that it is about, so
 * that each still has it when the yes is taken back. Without such a yes an entry is the only part of itself.
 */

/** A set of codes that is there, and the part that has it. */
export interface HeldCodes {
  readonly of: string;
  readonly codes: readonly string[];
}

/** The parts that are there by themselves, this one first where it is among them; it alone where none is. */
export function partsOf(known: ByKind, id: string): readonly [string, ...string[]] {
  const alive = new Set(keptAliveBy(known).map(({ of }) => of));
  const [first = id, ...others] = alive.has(id) ? new Set([id, ...alive]) : alive;
  return [first, ...others];
}

export const heldCodes = ({ set }: ByKind): HeldCodes[] =>
  set.map(({ of, body }) => ({ of, codes: body.codes }));

/** The parts that have a code. */
export const holdersOf = (held: readonly HeldCodes[], code: string): readonly string[] => [
  ...new Set(held.filter(({ codes }) => codes.includes(code)).map(({ of }) => of)),
];
