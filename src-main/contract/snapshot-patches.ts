import * as v from 'valibot';
import { count, id } from './basics';
import { snapshot } from './snapshot';

/** A snapshot, and which announcement it is as of. */
export const numberedSnapshot = v.strictObject({ ...snapshot.entries, number: count });

const rowsPatch = <Row extends v.GenericSchema>(row: Row) =>
  v.strictObject({
    /** The ids of all rows, in their order; null where it is as it was. */
    order: v.nullable(v.array(id)),
    /** Those that are new, or not as they were. */
    changed: v.array(row),
  });

/** What an announcement tells: the frame whole, and of the rows, of which there may be hundreds, those that have changed. */
export const snapshotPatch = v.strictObject({
  /** The announcement that it builds on. Whoever knows another one has missed something. */
  after: count,
  number: count,
  frame: v.omit(snapshot, ['accounts', 'handKept']),
  accounts: rowsPatch(snapshot.entries.accounts.item),
  handKept: rowsPatch(snapshot.entries.handKept.item),
});

export type NumberedSnapshot = v.InferOutput<typeof numberedSnapshot>;
export type SnapshotPatch = v.InferOutput<typeof snapshotPatch>;

interface Row {
  readonly id: string;
}
interface RowsPatch<R extends Row> {
  order: string[] | null;
  changed: R[];
}

/** Makes a patch of each snapshot, against the one before. */
export class SnapshotPatches {
  #number: number;
  readonly #accounts = new ToldRows();
  readonly #handKept = new ToldRows();

  /** @param first what is known to begin with */
  constructor(first: NumberedSnapshot) {
    this.#number = first.number;
    this.next(first);
  }

  next({ accounts, handKept, number, ...frame }: NumberedSnapshot): SnapshotPatch {
    const after = this.#number;
    this.#number = number;
    return {
      after,
      number,
      frame,
      accounts: this.#accounts.patch(accounts),
      handKept: this.#handKept.patch(handKept),
    };
  }
}

/** The rows as they were told last. */
class ToldRows {
  /** Each as its text, in their order. */
  #texts: ReadonlyMap<string, string> = new Map();

  patch<R extends Row>(rows: readonly R[]): RowsPatch<R> {
    const before = this.#texts;
    const texts = new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
    this.#texts = texts;
    const ids = [...texts.keys()];
    const known = [...before.keys()];
    const isSame = ids.length === known.length && ids.every((id, place) => id === known[place]);
    return {
      // Of no rows it is told again: a locked snapshot must not wait for what was missed.
      order: isSame && ids.length > 0 ? null : ids,
      changed: rows.filter(({ id }) => texts.get(id) !== before.get(id)),
    };
  }
}

/**
 * The snapshot as it is after a patch. A row that did not change stays the same object, and so does a list in which none did.
 *
 * @returns null where the patch builds on something that is not known, so that the whole has to be asked for
 */
export function applyPatch(known: NumberedSnapshot, patch: SnapshotPatch): NumberedSnapshot | null {
  const { after, number, frame } = patch;
  if (after !== known.number && !isWhole(patch)) return null;
  const accounts = putRows(known.accounts, patch.accounts);
  const handKept = putRows(known.handKept, patch.handKept);
  return accounts && handKept && { ...frame, accounts, handKept, number };
}

/** Whether it says everything by itself, whatever was known before. */
export const isWhole = ({ accounts, handKept }: SnapshotPatch): boolean =>
  [accounts, handKept].every(({ order, changed }: RowsPatch<Row>) => {
    const told = new Set(changed.map(({ id }) => id));
    return order?.every((id) => told.has(id)) === true;
  });

function putRows<R extends Row>(known: R[], { order, changed }: RowsPatch<R>): R[] | null {
  if (order === null && changed.length === 0) return known;
  const rows = new Map([...known, ...changed].map((row) => [row.id, row]));
  const put = (order ?? known.map(({ id }) => id)).map((id) => rows.get(id));
  return put.every((row) => row !== undefined) ? put : null;
}
