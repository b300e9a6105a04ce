import * as v from 'valibot';
import { time } from '#contract/basics';
import { codeState, type CodeState } from '#contract/snapshot';
import { note, recoveryCode } from '#contract/texts';
import { asIs, asTimeOrNothing, better, equal, ignored, optionalTime, ours, unless } from './fields';
import { inOneNote, joinNotes, partsOf } from './notes';
import { record } from './record';

/** A single-use code, and what became of it. */
export interface RecoveryCode {
  readonly code: string;
  readonly state: CodeState;
  /** When it came into that state, in epoch milliseconds; null while it is unused. */
  readonly at: number | null;
  readonly note: string;
}

export const recoveryCodeRecord = record<RecoveryCode>({
  code: { vault: recoveryCode, document: recoveryCode, write: asIs, same: equal, merge: ours },
  state: {
    vault: codeState,
    document: v.optional(codeState, 'unused'),
    write: asIs,
    same: equal,
    merge: better,
  },
  at: {
    vault: v.nullable(time),
    document: optionalTime,
    write: asTimeOrNothing,
    same: ignored,
    merge: better,
  },
  note: { vault: note, document: v.optional(note, ''), write: unless(''), same: equal, merge: joinNotes },
});

/** A code that is spent stays spent: the more is known of its end, the more it counts. */
const weight: { readonly [State in CodeState]: number } = { unused: 0, 'perhaps-used': 1, gone: 2, used: 3 };

/** What is known of one code from two sides. It becomes no less used, and both notes stay, whichever side is which. */
export const joinCode = (there: RecoveryCode, here: RecoveryCode): RecoveryCode =>
  recoveryCodeRecord.merge(there, here, {}, knowsMore(there, here) ? there : here);

/** The same for two that stand in one list: there the note of the earlier comes first. */
export const joinInList = (later: RecoveryCode, earlier: RecoveryCode): RecoveryCode => ({
  ...joinCode(later, earlier),
  note: inOneNote(partsOf(earlier.note, later.note)),
});

/** Of two that know the same end, the one that noted it first. */
function knowsMore(there: RecoveryCode, here: RecoveryCode): boolean {
  if (there.state !== here.state) return weight[there.state] > weight[here.state];
  return there.at !== null && (here.at === null || there.at < here.at);
}
