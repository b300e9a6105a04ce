import * as v from 'valibot';
import { failure } from './failure';

/** What Latchkey does about newer versions by itself: nothing, tell of them, or fetch them, too. */
export const updateModes = ['off', 'notify', 'automatic'] as const;

/**
 * How newer versions get here. `itself`: Latchkey fetches and installs them. `with-password`: the same, but the system
 * asks for a password before it installs. `by-hand`: Latchkey tells of them, and a person fetches them. `elsewhere`:
 * whoever made this package gave it no address to look at, or a store looks after it.
 */
export const updateWays = ['itself', 'with-password', 'by-hand', 'elsewhere'] as const;

/** What is known of newer versions. */
export const updates = v.strictObject({
  way: v.picklist(updateWays),
  mode: v.picklist(updateModes),
  /** `found`, `fetching` and `ready` are about `version`; `ready`: it is here, whole and genuine. */
  stage: v.picklist(['unknown', 'looking', 'newest', 'found', 'fetching', 'ready', 'installing']),
  version: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  /** Of it, how much has been fetched, 0 to 100. */
  percent: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  /** When the server last answered; epoch milliseconds. */
  lookedAt: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** What went wrong the last time. */
  failure: v.nullable(failure),
});

export type Updates = v.InferOutput<typeof updates>;
export type UpdateMode = Updates['mode'];
export type UpdateWay = Updates['way'];
