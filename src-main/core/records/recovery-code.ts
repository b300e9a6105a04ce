import * as v from 'valibot';
import { limits } from '#contract/limits';
import { time } from '#contract/basics';
import { codeState, type CodeState } from '#contract/snapshot';
import { note, recoveryCode } from '#contract/texts';
import { asIs, asTimeOrNothing, better, equal, ignored, optionalTime, ours, unless } from './fields';
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

/** What is known of one code from two sides. It becomes no less used, and both notes stay where there is room. */
export const joinCode = (there: RecoveryCode, here: RecoveryCode): RecoveryCode =>
  recoveryCodeRecord.merge(there, here, {}, weight[there.state] > weight[here.state] ? there : here);

function joinNotes(there: string, here: string): string {
  const contains = (one: string, other: string): boolean => `; ${one}; `.includes(`; ${other}; `);
  if (there === '' || contains(here, there)) return here;
  if (here === '' || contains(there, here)) return there;
  const both = `${here}; ${there}`;
  return both.length <= limits.note ? both : here;
}
