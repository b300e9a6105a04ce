import * as v from 'valibot';
import { time } from '#contract/basics';
import type { Kind } from './kind';

/** New recovery codes were asked for, and nobody knows what came of it: no computer may trust the old ones. */
export interface DoubtBody {
  readonly kind: 'doubt';
  /** Epoch milliseconds. */
  readonly at: number;
}

export const doubt: Kind<DoubtBody> = {
  schema: v.object({ kind: v.literal('doubt'), at: v.fallback(time, 0) }),
  keepsAlive: false,
  goesWith: 'account',
  view: 'inDoubt',
  document: 'inDoubt',
  compared: true,
};
