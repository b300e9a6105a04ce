import * as v from 'valibot';
import { emptyStore, type Counter, type Fact, type Latest, type Store } from './store';
import { StoreDraft } from './store-draft';
import { compareTexts, lastTime } from './tick';

/** A store as it stands in a file: JSON. */
export interface WrittenStore {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly gone: readonly string[];
  readonly latest: Readonly<Record<string, Latest>>;
  readonly counters: Readonly<Record<string, Counter>>;
}

/** The store as JSON: the same for the same content, whatever came first. */
export const writeStore = ({ facts, gone, latest, counters }: Store): WrittenStore => ({
  facts: Object.fromEntries(inOrder(facts)),
  gone: inOrder(gone).map(([id]) => id),
  latest: Object.fromEntries(inOrder(latest)),
  counters: Object.fromEntries(inOrder(counters)),
});

const inOrder = <Value>(map: Iterable<readonly [string, Value]>): (readonly [string, Value])[] =>
  [...map].sort(([one], [other]) => compareTexts(one, other));

/** Deeper than any fact of ours; what is deeper still could not be written again. */
const deepest = 16;

const factId = v.pipe(v.string(), v.regex(/^[\w-]{16}$/));
const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(lastTime));
const tick = v.strictTuple([wholeNumber, v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))]);
/** An entry; what later versions tell may be about another fact. */
const of = v.union([v.pipe(v.string(), v.uuid()), factId]);
const fact = v.looseObject({ of, tick, body: v.looseObject({ kind: v.string() }) });
const latest = v.looseObject({ value: v.unknown(), tick });
const counter = v.strictTuple([wholeNumber, wholeNumber]);
const lists = v.object({
  facts: v.custom<object>(isObject),
  gone: v.array(factId),
  latest: v.custom<object>(isObject),
  counters: v.custom<object>(isObject),
});

/**
 * Reads what was parsed out of a file. What this version does not know stays as it is: kinds and fields of facts, keys
 * of latest values. Order says nothing; a fact that is also gone is gone.
 *
 * @returns null where anything is not as a store has it: then all of it is refused
 */
export function readStore(json: unknown): Store | null {
  if (!isHarmless(json, deepest)) return null;
  const read = v.safeParse(lists, json);
  if (!read.success) return null;
  const draft = new StoreDraft(emptyStore);
  for (const id of read.output.gone) draft.goes(id);
  for (const [id, one] of Object.entries(read.output.facts)) {
    if (!v.is(factId, id) || !v.is(fact, one)) return null;
    draft.fact(id, one);
  }
  for (const [key, one] of Object.entries(read.output.latest)) {
    if (!v.is(latest, one)) return null;
    draft.latest(key, one);
  }
  for (const [id, one] of Object.entries(read.output.counters)) {
    if (!v.is(factId, id) || !v.is(counter, one)) return null;
    draft.counter(id, one);
  }
  return draft.done();
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether nothing in it is too deep, or would be taken for the prototype of an object. */
function isHarmless(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0 || Object.hasOwn(value, '__proto__')) return false;
  return Object.values(value).every((one) => isHarmless(one, depth - 1));
}
