import type { Fact } from '../../../../../src-main/core/store/facts/store';

/** Something that was said, and what of others' it undid, by what was known and seen then. */
export interface Deed {
  /** The kind of its fact; `used` for a state that says so; or which of the values that there is one of. */
  readonly kind: string;
  /** The entries that it was said of. */
  readonly entries: readonly string[];
  /** The fact's id; empty where it has none. */
  readonly fact: string;
  readonly codes: readonly string[];
  readonly text: string;
  /** Of a counter. */
  readonly turn: number;
  /** How far a counter was in that turn; of a state, when. */
  readonly count: number;
  /** What was known when it was done. */
  readonly after: ReadonlySet<Deed>;
  /** What it took away. */
  readonly undoes: ReadonlySet<Deed>;
}

export type Done = Partial<Deed> & Pick<Deed, 'kind'>;

export const deedOf = (done: Done, after: ReadonlySet<Deed>): Deed => ({
  entries: [],
  fact: '',
  codes: [],
  text: '',
  turn: 0,
  count: 0,
  undoes: new Set(),
  ...done,
  after,
});

/** What a fact says that a person said. */
export function toldBy(fact: string, { of, body }: Fact): Done {
  const kind = body.kind === 'state' && body['state'] === 'used' ? 'used' : body.kind;
  const codes = body['codes'] ?? (typeof body['code'] === 'string' ? [body['code']] : []);
  const text = body['text'] ?? body['secret'] ?? body['as'] ?? '';
  const count = Number(body['at'] ?? 0);
  return { kind, entries: [of], fact, codes: codes as string[], text: text as string, count };
}

/** What nobody took back. */
export function standing(deeds: Iterable<Deed>): Deed[] {
  const all = [...deeds];
  const undone = new Set(all.flatMap(({ undoes }) => [...undoes]));
  return all.filter((deed) => !undone.has(deed));
}

/** All entries that were called one with this one, over any number of steps. */
export function oneWith(deeds: Iterable<Deed>, id: string): string[] {
  const yeses = standing(deeds).filter(({ kind }) => kind === 'same');
  const all = new Set([id]);
  for (let size = 0; size < all.size;) {
    size = all.size;
    for (const { entries, text } of yeses) {
      const both = [...entries, text];
      if (both.some((one) => all.has(one))) for (const one of both) all.add(one);
    }
  }
  return [...all].sort();
}

/** The one that was done when all others of its kind were known; undefined where nobody knew all. */
export function lastOf(deeds: readonly Deed[], kind: string, ids: readonly string[]): Deed | undefined {
  const same = deeds.filter((deed) => deed.kind === kind && deed.entries.some((id) => ids.includes(id)));
  return same.find((deed) => same.every((other) => other === deed || deed.after.has(other)));
}

/** How far the counter of a fact is: the later turn counts, and in one turn the larger count. */
export function countedOf(deeds: Iterable<Deed>, fact: string): { turn: number; count: number } {
  const counts = [...deeds].filter((deed) => deed.kind === 'count' && deed.fact === fact);
  const turn = Math.max(0, ...counts.map((deed) => deed.turn));
  const inTurn = counts.filter((deed) => deed.turn === turn);
  return { turn, count: Math.max(0, ...inTurn.map(({ count }) => count)) };
}
