import * as v from 'valibot';
import { time } from './basics';
import { codeEntry } from './snapshot';
import { note, recoveryCode, setName, words } from './texts';

/** One entry of a file that was opened to restore from, as people read it. Its authenticators are counted and stay in main. */
export const shownEntry = v.strictObject({
  user: words,
  note,
  authenticators: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The current one first. */
  sets: v.array(
    v.strictObject({
      name: setName,
      fetchedAt: time,
      /** Null for the current one, and where nobody said when. */
      replacedAt: v.nullable(time),
      codes: v.array(v.strictObject({ code: recoveryCode, ...codeEntry.entries })),
    }),
  ),
});

export type ShownEntry = v.InferOutput<typeof shownEntry>;
