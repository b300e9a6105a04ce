import { limits } from '#contract/limits';
import type { CodeState } from '#contract/snapshot';
import type { RecoveryCode } from './ledger-record';

/** A code that is spent stays spent: the more is known of its end, the more it counts. */
const weight: Record<CodeState, number> = { unused: 0, 'perhaps-used': 1, gone: 2, used: 3 };

/** What is known of one code from two sides. It becomes no less used, and both notes stay where there is room. */
export function joinCode(there: RecoveryCode, here: RecoveryCode): RecoveryCode {
  const winner = weight[there.state] > weight[here.state] ? there : here;
  return { ...winner, note: joinNotes(there.note, here.note) };
}

function joinNotes(there: string, here: string): string {
  const contains = (one: string, other: string): boolean => `; ${one}; `.includes(`; ${other}; `);
  if (there === '' || contains(here, there)) return here;
  if (here === '' || contains(there, here)) return there;
  const both = `${here}; ${there}`;
  return both.length <= limits.note ? both : here;
}

/**
 * The codes of a set that was read: each once, for two may have become one by cleaning, and none without anything to
 * see, which nobody can type, copy or send.
 */
export function eachCodeOnce(codes: RecoveryCode[]): RecoveryCode[] {
  const known = new Map<string, RecoveryCode>();
  for (const one of codes) {
    if (one.code === '') continue;
    const before = known.get(one.code);
    known.set(one.code, before ? joinCode(one, before) : one);
  }
  return [...known.values()];
}
