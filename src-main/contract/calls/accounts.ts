import * as v from 'valibot';
import { id, nothing, ofAccount, text } from '../basics';
import { limits } from '../limits';
import { typedLabel } from '../texts';
import type { Calls, Table } from '../table';

/** The scheme, host and port that a person said yes to; asked for where the address came from a backup or a kit. */
const yes = { confirmedOrigin: v.optional(text(limits.serviceUrl)) };

const newToken = { token: text(limits.tokenField) };

/** The part of the table about accounts. */
export const accountsTable = {
  /** Without a keychain the account lives for this run. */
  addPracticeAccount: { takes: nothing, gives: ofAccount },
  addAccount: {
    takes: v.strictObject({
      label: typedLabel,
      serviceUrl: text(limits.serviceUrl),
      tokenPrefix: v.picklist(['', 'Bearer']),
      /** Save it although something answered that does not look like this API. */
      saveUnchecked: v.boolean(),
      ...newToken,
    }),
    /** `tokenChecked`: the service knows the token; false when it could not be asked, or was not understood. */
    gives: v.strictObject({ accountId: id, tokenChecked: v.boolean() }),
  },
  selectAccount: { takes: ofAccount, gives: nothing },
  renameAccount: { takes: v.strictObject({ accountId: id, label: typedLabel }), gives: nothing },
  replaceToken: {
    takes: v.strictObject({ accountId: id, ...newToken, ...yes }),
    gives: v.strictObject({ tokenChecked: v.boolean() }),
  },
  /** Another address of the account's service. Its token is asked for anew, for the stored one goes nowhere else. */
  moveAccount: {
    takes: v.strictObject({
      accountId: id,
      serviceUrl: text(limits.serviceUrl),
      saveUnchecked: v.boolean(),
      ...newToken,
      ...yes,
    }),
    gives: v.strictObject({ tokenChecked: v.boolean() }),
  },
  /** `leaveKeychainEntry`: remove the account although its token could not be deleted from the keychain. */
  removeAccount: {
    takes: v.strictObject({ accountId: id, leaveKeychainEntry: v.boolean() }),
    gives: nothing,
  },
  dismissSunset: { takes: ofAccount, gives: nothing },
} as const satisfies Table;

export type AccountsCalls = Calls<typeof accountsTable>;
