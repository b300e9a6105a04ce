import * as v from 'valibot';
import { id, nothing, ofAccount, text } from '../basics';
import { limits } from '../limits';
import { words } from '../texts';
import type { Calls, Table } from '../table';

/** What came of a code. The service's own `words` are plain text, for people only. */
const verifyOutcome = v.variant('outcome', [
  v.strictObject({
    outcome: v.literal('accepted'),
    session: v.boolean(),
    /** False where what came of it, a session or a used recovery code, is not on the disk yet. */
    kept: v.boolean(),
  }),
  v.strictObject({
    outcome: v.picklist(['rejected', 'expired', 'already-used', 'too-many-tries']),
    words: v.nullable(words),
  }),
]);

/** The part of the table about codes that a service texts. */
export const verifyTable = {
  requestCode: { takes: ofAccount, gives: nothing },
  verifyCode: { takes: v.strictObject({ accountId: id, code: text(limits.code) }), gives: verifyOutcome },
  /**
   * Whether a text begins a listed recovery code, so that the field waits for the rest, or is one. Neither while the
   * vault is closed.
   */
  beginsRecoveryCode: {
    takes: v.strictObject({ accountId: id, code: text(limits.code) }),
    gives: v.strictObject({ begins: v.boolean(), listed: v.boolean() }),
  },
  /**
   * The one code in what was copied since the service last texted one; null when none is awaited. Answered to the window
   * that has the focus, which asks then alone.
   */
  offerTextedCode: {
    takes: ofAccount,
    gives: v.strictObject({ code: v.nullable(v.pipe(v.string(), v.regex(/^\d{4,10}$/))) }),
  },
  copySessionToken: { takes: ofAccount, gives: nothing },
  forgetSessionToken: { takes: ofAccount, gives: nothing },
} as const satisfies Table;

export type VerifyCalls = Calls<typeof verifyTable>;
