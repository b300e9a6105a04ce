import * as v from 'valibot';
import { cleanLine } from '#contract/clean-text';
import type { Kind } from './kind';

/** A word that an entry is found by. Removing it takes those that were seen: who adds it at the same time wins. */
export interface TagBody {
  readonly kind: 'tag';
  readonly text: string;
}

export const tag: Kind<TagBody> = {
  schema: v.object({
    kind: v.literal('tag'),
    text: v.pipe(v.string(), v.transform(cleanLine), v.minLength(1)),
  }),
  keepsAlive: false,
  goesWith: 'whole',
  view: 'tags',
  document: 'tags',
  compared: true,
};
