import type { BackupDocument } from '../../records/backed-up';

/** A time that is further ahead than a clock goes wrong by itself tells nothing of what came last. */
const dayAhead = 24 * 60 * 60 * 1000;

type Dated<T> = T & { readonly document: BackupDocument };

/**
 * Which documents are the last word of a computer, and which were followed by a later one of the same. By what is
 * inside, for whoever can write into a folder can name files at will.
 *
 * - A computer is known by its id. Documents without one are one computer's where they share an account, and are older
 *   where a later one with an id shares one with them.
 * - A time that cannot be puts nothing aside: the last of those counts beside the last of the others, and so does each
 *   document without a time. Merging loses nothing, so that one too many does no harm.
 *
 * @param now epoch milliseconds
 * @returns both newest first, those without a time behind
 */
export function newestOfEach<T>(
  documents: readonly Dated<T>[],
  now: number,
): { readonly newest: readonly Dated<T>[]; readonly older: readonly Dated<T>[] } {
  const timeOf = ({ document }: Dated<T>): number => document.madeAt ?? -1;
  const isFuture = (one: Dated<T>): boolean => timeOf(one) > now + dayAhead;
  const sorted = [...documents].sort(
    (one, other) => Number(isFuture(one)) - Number(isFuture(other)) || timeOf(other) - timeOf(one),
  );
  const seen = new Set<string>();
  /** The first, and so the newest, of its kind. */
  const isFirst = (key: string): boolean => !seen.has(key) && Boolean(seen.add(key));
  const kindOf = (one: Dated<T>): string => (isFuture(one) ? 'future' : 'past');

  const named = sorted.filter(({ document }) => document.computer !== null);
  const last = new Set(
    named.filter((one) => timeOf(one) < 0 || isFirst(`${kindOf(one)} ${one.document.computer ?? ''}`)),
  );
  for (const kind of ['past', 'future']) {
    const nameless = sorted.filter((one) => one.document.computer === null && kindOf(one) === kind);
    for (const one of nameless) if (timeOf(one) < 0) last.add(one);
    const later = kind === 'past' ? named.filter((one) => last.has(one) && kindOf(one) === kind) : [];
    for (const { ids, members } of groups(nameless.filter((one) => timeOf(one) >= 0))) {
      const [first] = members;
      const isFollowed = later.some(
        (one) => first && timeOf(one) > timeOf(first) && idsOf(one).some((id) => ids.has(id)),
      );
      if (first && !isFollowed) last.add(first);
    }
  }
  return {
    newest: sorted.filter((one) => last.has(one)),
    older: sorted.filter((one) => !last.has(one)),
  };
}

const idsOf = ({ document }: { readonly document: BackupDocument }): string[] =>
  document.accounts.flatMap(({ id }) => (id === null ? [] : [id]));

interface Group<T> {
  readonly ids: Set<string>;
  /** In the order that they came in. */
  readonly members: Dated<T>[];
}

/** Documents that share ids, directly or by way of others. */
function groups<T>(documents: readonly Dated<T>[]): Group<T>[] {
  const order = new Map(documents.map((one, place) => [one, place]));
  let all: Group<T>[] = [];
  for (const one of documents) {
    const ids = new Set(idsOf(one));
    const joined = all.filter((group) => [...ids].some((id) => group.ids.has(id)));
    const members = [...joined.flatMap((group) => group.members), one];
    for (const group of joined) for (const id of group.ids) ids.add(id);
    all = [...all.filter((group) => !joined.includes(group)), { ids, members }];
  }
  for (const { members } of all) members.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return all;
}
