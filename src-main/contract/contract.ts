import * as v from 'valibot';
import { limits } from './limits';
import { accountId, snapshot, themes, time } from './snapshot';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const nothing = v.strictObject({});
const ofAccount = v.strictObject({ accountId });
/** A ledger has its account's id, or one of its own. */
const ofLedger = v.strictObject({ ledgerId: accountId });
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const ofCode = v.strictObject({ ledgerId: accountId, index });
const pastedCodes = v.strictObject({ label: text(limits.label), pasted: text(limits.pastedCodes) });
const codeTexts = v.array(text(limits.recoveryCode));
const replacedSet = v.strictObject({ name: text(12), replacedAt: time, codes: codeTexts });

/** `keepInMemory`: the user chose to do without the keychain for this run. */
const newToken = { token: text(limits.tokenField), keepInMemory: v.boolean() };

/** What came of a code. The service's own `words` are plain text, for people only. */
const verifyOutcome = v.variant('outcome', [
  v.strictObject({ outcome: v.literal('accepted'), session: v.boolean() }),
  v.strictObject({
    outcome: v.picklist(['rejected', 'expired', 'already-used', 'too-many-tries']),
    words: v.nullable(text(limits.words)),
  }),
]);

/** Web pages that Latchkey may open, by name: the addresses stand in edge/links.ts alone. */
export const linkIds = ['keychain-help', 'license', 'api-end-notice'] as const;

/**
 * The table: everything that the window can ask of main. A call is one line here; its types, channel, preload
 * function and checks on both sides derive from it. One record goes in, one comes back, JSON only.
 */
export const calls = {
  readSnapshot: { takes: nothing, gives: snapshot },

  addPracticeAccount: { takes: v.strictObject({ keepInMemory: v.boolean() }), gives: ofAccount },
  addAccount: {
    takes: v.strictObject({
      label: text(limits.label),
      serviceUrl: text(limits.serviceUrl),
      tokenPrefix: v.picklist(['', 'Bearer']),
      /** Save it although something answered that does not look like this API. */
      saveUnchecked: v.boolean(),
      ...newToken,
    }),
    /** `tokenChecked`: the service knows the token; false when it could not be asked, or was not understood. */
    gives: v.strictObject({ accountId, tokenChecked: v.boolean() }),
  },
  selectAccount: { takes: ofAccount, gives: nothing },
  renameAccount: { takes: v.strictObject({ accountId, label: text(limits.label) }), gives: nothing },
  replaceToken: {
    takes: v.strictObject({ accountId, ...newToken }),
    gives: v.strictObject({ tokenChecked: v.boolean() }),
  },
  /** `leaveKeychainEntry`: remove the account although its token could not be deleted from the keychain. */
  removeAccount: { takes: v.strictObject({ accountId, leaveKeychainEntry: v.boolean() }), gives: nothing },
  dismissSunset: { takes: ofAccount, gives: nothing },

  /** Writes, reads and deletes a canary, and opens the vault where it can; what it found is in the snapshot. */
  probeKeychain: { takes: nothing, gives: nothing },
  /** Opens the vault if it is not open; what state it is in then is in the snapshot too. */
  openVault: { takes: nothing, gives: nothing },

  requestCode: { takes: ofAccount, gives: nothing },
  verifyCode: { takes: v.strictObject({ accountId, code: text(limits.code) }), gives: verifyOutcome },
  copySessionToken: { takes: ofAccount, gives: nothing },
  forgetSessionToken: { takes: ofAccount, gives: nothing },

  fetchRecoveryCodes: { takes: ofAccount, gives: nothing },
  generateRecoveryCodes: { takes: ofAccount, gives: nothing },
  /** The codes in the order of the snapshot's states, and those of the sets that were replaced, newest first. */
  revealRecoveryCodes: {
    takes: ofLedger,
    gives: v.strictObject({ codes: codeTexts, replaced: v.array(replacedSet) }),
  },
  /** Copies a code, which is perhaps used from then on. */
  copyRecoveryCode: { takes: ofCode, gives: nothing },
  /** Copies the next unused code and marks it as used; `index` says which, so that it can be undone. */
  useNextCode: { takes: ofLedger, gives: v.strictObject({ index }) },
  markRecoveryCode: {
    takes: v.strictObject({ ledgerId: accountId, index, state: v.picklist(['unused', 'used']) }),
    gives: nothing,
  },
  noteOnRecoveryCode: {
    takes: v.strictObject({ ledgerId: accountId, index, note: text(limits.note) }),
    gives: nothing,
  },

  /** Keeps the codes of a site that Latchkey does not speak to: pasted as lines, numbers, bullets or with blanks. */
  addHandKept: { takes: pastedCodes, gives: v.strictObject({ ledgerId: accountId }) },
  /** Renames it and, where `pasted` holds codes, begins a new set with them. */
  changeHandKept: { takes: v.strictObject({ ledgerId: accountId, ...pastedCodes.entries }), gives: nothing },
  removeHandKept: { takes: ofLedger, gives: nothing },

  setTheme: { takes: v.strictObject({ theme: v.picklist(themes) }), gives: nothing },
  openLink: { takes: v.strictObject({ link: v.picklist(linkIds) }), gives: nothing },
} as const satisfies Record<string, { takes: v.GenericSchema; gives: v.GenericSchema }>;

/** What main announces on its own account: one channel each, checked by the window. */
export const news = { snapshot } as const satisfies Record<string, v.GenericSchema>;

export type CallName = keyof typeof calls;
export type Takes<N extends CallName> = v.InferOutput<(typeof calls)[N]['takes']>;
export type Gives<N extends CallName> = v.InferOutput<(typeof calls)[N]['gives']>;
export type VerifyOutcome = Gives<'verifyCode'>;
export type LinkId = (typeof linkIds)[number];

/** The face that the core implements and the window consumes. Every call rejects with an AppError, or not at all. */
export type Backend = { readonly [N in CallName]: (input: Takes<N>) => Promise<Gives<N>> };

export type NewsName = keyof typeof news;
export type News<N extends NewsName> = v.InferOutput<(typeof news)[N]>;
