import * as v from 'valibot';
import { cleanLine } from '#contract/clean-text';
import { recoveryCode } from '#contract/texts';
import type { Kind } from './kind';

/** What a person wrote on an entry, or beside one of its codes. */
export interface NoteBody {
  readonly kind: 'note';
  /** Null for a note on the entry. */
  readonly code: string | null;
  readonly text: string;
}

/** The text has no limit here: a longer one of a later version is shown, too. */
export const note: Kind<NoteBody> = {
  schema: v.object({
    kind: v.literal('note'),
    code: v.nullable(recoveryCode),
    text: v.pipe(v.string(), v.transform(cleanLine)),
  }),
  keepsAlive: false,
  goesWith: 'codes',
  view: 'note',
  document: 'sets',
  compared: true,
};

const between = '; ';

/** What is shown of several notes: each text once, the older ones first. */
export const joinNotes = (texts: readonly string[]): string =>
  [...new Set(texts)].filter((text) => text !== '').join(between);

/** Whether a text stood in what was shown. */
export const wasShown = (text: string, shown: string): boolean =>
  `${between}${shown}${between}`.includes(`${between}${text}${between}`);
