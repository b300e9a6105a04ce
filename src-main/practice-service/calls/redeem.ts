import { sameText } from '../state/secret-text';
import type { State } from '../state/state';
import { totpStep } from './totp';

/** The SMS code dies with this many wrong tries. */
const WRONG_TRIES = 5;

/** Where a code may come from. */
export type CodeKind = 'sms' | 'recovery' | 'app';

/** What became of a code that was offered. */
export type Verdict = 'accepted' | 'wrong' | 'expired' | 'used' | 'worn-out';

type Check = (draft: State, code: string, now: number) => Verdict | undefined;

/**
 * Uses a code up, if it is a live one of these kinds. A code that is none of them counts as a wrong try against the
 * waiting SMS code, so that guessing wears it out. `now` in epoch milliseconds.
 */
export function redeem(draft: State, code: string, now: number, kinds: readonly CodeKind[]): Verdict {
  for (const kind of kinds) {
    const verdict = checks[kind](draft, code, now);
    if (verdict !== undefined) return verdict;
  }
  return countWrongTry(draft, now);
}

/** Each check answers undefined for a code that is none of its own. */
const checks: Readonly<Record<CodeKind, Check>> = {
  sms({ sms }, code, now) {
    if (sms === null || !sameText(sms.code, code)) return undefined;
    if (sms.used) return 'used';
    if (now >= sms.expiresAt) return 'expired';
    if (sms.wrongTries >= WRONG_TRIES) return 'worn-out';
    sms.used = true;
    return 'accepted';
  },
  recovery({ recoveryCodes }, code) {
    const found = (recoveryCodes ?? []).filter((recovery) => sameText(recovery.code, code)).at(0);
    if (found === undefined) return undefined;
    if (found.used) return 'used';
    found.used = true;
    return 'accepted';
  },
  app({ factor }, code, now) {
    if (factor.kind !== 'app') return undefined;
    const step = totpStep(factor.secret, code, now);
    if (step === undefined) return undefined;
    if (step <= factor.lastStep) return 'used';
    factor.lastStep = step;
    return 'accepted';
  },
};

function countWrongTry({ sms }: State, now: number): Verdict {
  if (sms === null || sms.used || now >= sms.expiresAt) return 'wrong';
  sms.wrongTries = Math.min(sms.wrongTries + 1, WRONG_TRIES);
  return sms.wrongTries === WRONG_TRIES ? 'worn-out' : 'wrong';
}
