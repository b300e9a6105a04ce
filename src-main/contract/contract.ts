import * as v from 'valibot';
import { backupCalls } from './backup-calls';
import { command } from './commands';
import { noticeKinds } from './desktop';
import { limits } from './limits';
import { accountId, codeEntry, lockAfter, themes, time } from './snapshot';
import { numberedSnapshot, snapshotPatch } from './snapshot-patches';
import { note, recoveryCode, setName, typedLabel, words } from './texts';
import { updateModes } from './updates';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const nothing = v.strictObject({});
const ofAccount = v.strictObject({ accountId });
/** A ledger has its account's id, or one of its own. */
const ofLedger = v.strictObject({ ledgerId: accountId });
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const ofCode = v.strictObject({ ledgerId: accountId, index });
const pastedCodes = v.strictObject({ label: typedLabel, pasted: text(limits.pastedCodes) });
const codeTexts = v.array(recoveryCode);
const replacedSet = v.strictObject({ name: setName, replacedAt: time, codes: codeTexts });

/** `keepInMemory`: the user chose to do without the keychain for this run. */
const newToken = { token: text(limits.tokenField), keepInMemory: v.boolean() };

/** The scheme, host and port that a person said yes to; asked for where the address came from a backup or a kit. */
const yes = { confirmedOrigin: v.optional(text(limits.serviceUrl)) };

/** What came of a code. The service's own `words` are plain text, for people only. */
const verifyOutcome = v.variant('outcome', [
  v.strictObject({ outcome: v.literal('accepted'), session: v.boolean() }),
  v.strictObject({
    outcome: v.picklist(['rejected', 'expired', 'already-used', 'too-many-tries']),
    words: v.nullable(words),
  }),
]);

const passphrase = text(limits.passphrase);

/** Web pages that Latchkey may open, by name: the addresses stand in edge/links.ts alone. */
export const linkIds = ['keychain-help', 'license', 'api-end-notice'] as const;

/**
 * The table: everything that the window can ask of main. A call is one line here; its types, channel, preload
 * function and checks on both sides derive from it. One record goes in, one comes back, JSON only.
 */
export const calls = {
  readSnapshot: { takes: nothing, gives: numberedSnapshot },

  addPracticeAccount: { takes: v.strictObject({ keepInMemory: v.boolean() }), gives: ofAccount },
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
    gives: v.strictObject({ accountId, tokenChecked: v.boolean() }),
  },
  selectAccount: { takes: ofAccount, gives: nothing },
  renameAccount: { takes: v.strictObject({ accountId, label: typedLabel }), gives: nothing },
  replaceToken: {
    takes: v.strictObject({ accountId, ...newToken, ...yes }),
    gives: v.strictObject({ tokenChecked: v.boolean() }),
  },
  /** Another address of the account's service. Its token is asked for anew, for the stored one goes nowhere else. */
  moveAccount: {
    takes: v.strictObject({
      accountId,
      serviceUrl: text(limits.serviceUrl),
      saveUnchecked: v.boolean(),
      ...newToken,
      ...yes,
    }),
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
  /**
   * Whether these digits begin a listed recovery code, so that the field waits for the rest. False while the vault is
   * closed.
   */
  beginsRecoveryCode: {
    takes: v.strictObject({ accountId, code: text(limits.code) }),
    gives: v.strictObject({ begins: v.boolean() }),
  },
  copySessionToken: { takes: ofAccount, gives: nothing },
  forgetSessionToken: { takes: ofAccount, gives: nothing },

  fetchRecoveryCodes: { takes: ofAccount, gives: nothing },
  /** `withoutBackup`: ask for them although a backup folder cannot be written. */
  generateRecoveryCodes: {
    takes: v.strictObject({ accountId, withoutBackup: v.boolean() }),
    gives: nothing,
  },
  /** The codes in the order of the snapshot's states, and those of the sets that were replaced, newest first. */
  /** What is known of the codes of the current set, without the codes. Empty where nothing is, or the vault is closed. */
  readLedger: {
    takes: ofLedger,
    gives: v.strictObject({ entries: v.array(codeEntry) }),
  },
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
    takes: v.strictObject({ ledgerId: accountId, index, note }),
    gives: nothing,
  },

  /** Keeps the codes of a site that Latchkey does not speak to: pasted as lines, numbers, bullets or with blanks. */
  addHandKept: { takes: pastedCodes, gives: v.strictObject({ ledgerId: accountId }) },
  /** Renames it and, where `pasted` holds codes, begins a new set with them. */
  changeHandKept: { takes: v.strictObject({ ledgerId: accountId, ...pastedCodes.entries }), gives: nothing },
  removeHandKept: { takes: ofLedger, gives: nothing },

  ...backupCalls,
  /** With the vault's key gone: keeps the sealed file under another name and begins an empty vault. */
  beginNewVault: { takes: nothing, gives: nothing },

  /**
   * The six-digit code on the clipboard, if it holds just that, and whether a link opened the window: then nothing is to
   * be sent by itself, for a web page can put a code on the clipboard and open the link. Answered to quick verify alone,
   * while it has the focus.
   */
  offerClipboardCode: {
    takes: nothing,
    gives: v.strictObject({
      code: v.nullable(v.pipe(v.string(), v.regex(/^\d{6}$/))),
      byLink: v.boolean(),
    }),
  },
  closeQuickVerify: { takes: nothing, gives: nothing },
  /** Shows the main window. */
  showLatchkey: { takes: nothing, gives: nothing },
  /** What opens quick verify from anywhere (shortcut.ts); empty to switch it off. */
  setShortcut: { takes: v.strictObject({ shortcut: text(limits.shortcut) }), gives: nothing },

  /** Locks at once; resolves when nothing of the vault is in memory any more. */
  lock: { takes: nothing, gives: nothing },
  /** `passphrase`: where one is asked for; else empty. */
  unlock: { takes: v.strictObject({ passphrase }), gives: nothing },
  /** For a forgotten passphrase, while locked: keeps the sealed vault under another name and begins an empty one. */
  startOver: { takes: nothing, gives: nothing },
  setLockAfter: { takes: v.strictObject({ afterIdle: lockAfter }), gives: nothing },
  /** Asks for a passphrase from now on, or for another one. `passphrase`: the one of now; empty where there is none. */
  setLockPassphrase: {
    takes: v.strictObject({ passphrase, newPassphrase: passphrase }),
    gives: nothing,
  },
  removeLockPassphrase: { takes: v.strictObject({ passphrase }), gives: nothing },
  /** Somebody enters a passphrase: what works with it can get ready. */
  expectPassphrase: { takes: nothing, gives: nothing },
  /** The window shows no code any more: it may be in screenshots again. */
  codesHidden: { takes: nothing, gives: nothing },

  setCloseToTray: { takes: v.strictObject({ closeToTray: v.boolean() }), gives: nothing },
  setNotification: {
    takes: v.strictObject({ kind: v.picklist(noticeKinds), on: v.boolean() }),
    gives: nothing,
  },
  /** Asks the system whether Latchkey starts at login; what it said is in the snapshot. */
  lookAtStartAtLogin: { takes: nothing, gives: nothing },
  setStartAtLogin: { takes: v.strictObject({ on: v.boolean() }), gives: nothing },
  /** The user has seen what failed in the tray. */
  dismissTrayFailure: { takes: nothing, gives: nothing },
  /** A text for a bug report, without any secret, to be read first; and what was read last, to the clipboard. */
  readDiagnostics: { takes: nothing, gives: v.strictObject({ text: text(limits.diagnostics) }) },
  copyDiagnostics: { takes: nothing, gives: nothing },
  setUpdateMode: { takes: v.strictObject({ mode: v.picklist(updateModes) }), gives: nothing },
  /** What came of these three is in the snapshot. */
  lookForUpdate: { takes: nothing, gives: nothing },
  fetchUpdate: { takes: nothing, gives: nothing },
  /** Ends Latchkey, and starts the newer one. */
  installUpdate: { takes: nothing, gives: nothing },
  setTheme: { takes: v.strictObject({ theme: v.picklist(themes) }), gives: nothing },
  openLink: { takes: v.strictObject({ link: v.picklist(linkIds) }), gives: nothing },
} as const satisfies Record<string, { takes: v.GenericSchema; gives: v.GenericSchema }>;

/** What main announces on its own account: one channel each, checked by the window. */
export const news = {
  /** What has changed of the snapshot. */
  snapshot: snapshotPatch,
  /** Told to the main window alone, by the menu and by what a person clicked outside the window. */
  command,
  /** Told to quick verify alone, which is only hidden between one time and the next. */
  quickVerify: v.strictObject({ now: v.picklist(['opened', 'linked', 'focused', 'closed']) }),
} as const satisfies Record<string, v.GenericSchema>;

export type CallName = keyof typeof calls;
export type Takes<N extends CallName> = v.InferOutput<(typeof calls)[N]['takes']>;
export type Gives<N extends CallName> = v.InferOutput<(typeof calls)[N]['gives']>;
export type VerifyOutcome = Gives<'verifyCode'>;
export type LinkId = (typeof linkIds)[number];

/** The face that the core implements and the window consumes. Every call rejects with an AppError, or not at all. */
export type Backend = { readonly [N in CallName]: (input: Takes<N>) => Promise<Gives<N>> };

export type NewsName = keyof typeof news;
export type News<N extends NewsName> = v.InferOutput<(typeof news)[N]>;
