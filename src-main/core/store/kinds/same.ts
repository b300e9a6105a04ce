import * as v from 'valibot';
import { id } from '#contract/basics';
import type { Kind } from './kind';

/** Two entries are one, by a person's yes: never guessed from a code that both have. */
export interface SameBody {
  readonly kind: 'same';
  /** The other entry. */
  readonly as: string;
}

export const same: Kind<SameBody> = {
  schema: v.object({ kind: v.literal('same'), as: id }),
  keepsAlive: false,
  goesWith: 'nothing',
  view: 'ids',
  document: null,
  compared: false,
};
