import * as v from 'valibot';
import { nothing, ofAccount, id } from '../basics';
import type { Calls, Table } from '../table';

/** The part of the table about having a service list and make recovery codes. */
export const renewalTable = {
  fetchRecoveryCodes: { takes: ofAccount, gives: nothing },
  /** `withoutBackup`: ask for them although a backup folder cannot be written. */
  generateRecoveryCodes: {
    takes: v.strictObject({ accountId: id, withoutBackup: v.boolean() }),
    gives: nothing,
  },
} as const satisfies Table;

export type RenewalCalls = Calls<typeof renewalTable>;
