import * as v from 'valibot';
import { errorCodes } from './errors';
import { words } from './texts';

/** An AppError as it crosses: its code and what may be told with it. */
export const failure = v.strictObject({
  code: v.picklist(errorCodes),
  retryAt: v.optional(v.number()),
  words: v.optional(words),
  reference: v.optional(v.pipe(v.string(), v.maxLength(40))),
  needed: v.optional(v.number()),
  most: v.optional(v.number()),
  row: v.optional(v.number()),
});

export type Failure = v.InferOutput<typeof failure>;
