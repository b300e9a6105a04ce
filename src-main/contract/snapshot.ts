import * as v from 'valibot';
import { backups } from './backups';
import { id, text, time } from './basics';
import { notifications } from './notifications';
import { startAtLogin } from './start-at-login';
import { failure } from './failure';
import { limits } from './limits';
import { lockNotices } from './lock';
import { label, note, setName, shownPath } from './texts';
import { updates } from './updates';

/**
 * Where an account's token is. `memory`: nothing can seal it, so that it is gone with this run. `missing`: the account was
 * restored, or taken over from an older version without it.
 */
const tokenPlace = v.picklist(['keychain', 'vault', 'memory', 'missing']);

/** What the last touch of the keychain showed. `unknown`: it was not asked in this run. */
export const keychainState = v.picklist([
  'unknown',
  'ready',
  'locked',
  'unavailable',
  'timed-out',
  'crashed',
]);

/** Seconds without a key or the mouse after which Latchkey locks; 0: never by itself. */
export const lockAfter = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400));

/** Seconds until an idle Latchkey locks, unless another time was chosen. */
export const usualLockAfter = 300;
/**
 * Why Latchkey is locked. `asked`: a person, their absence or a start with a passphrase locked it. `keychain`: the keychain
 * gave no key. `key-missing`: the keychain is open and has no key that opens the vault. `unreadable`: the vault's file
 * cannot be read.
 */
const lockReason = v.picklist(['asked', 'keychain', 'key-missing', 'unreadable']);

/** The kind of system that Latchkey runs on. */
const platform = v.picklist(['mac', 'windows', 'linux']);

export const themes = ['system', 'light', 'dark'] as const;

/**
 * What is known of a recovery code. `perhaps-used`: it was copied, and nobody said whether it was spent. `gone`: the
 * service no longer lists it, so it was spent elsewhere or withdrawn.
 */
export const codeState = v.picklist(['unused', 'used', 'perhaps-used', 'gone']);

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What is known of one code, without the code: that comes by `revealRecoveryCodes` alone. */
export const codeEntry = v.strictObject({ state: codeState, at: v.nullable(time), note });

/** A set of recovery codes in figures. What is known of each code comes by `readLedger`, for the set on the screen. */
const codeSet = v.strictObject({
  /** A short random name, such as `K7-4QD`. */
  name: setName,
  /** When the service last listed it, or when it was typed in. */
  fetchedAt: time,
  total: count,
  /** How many of them nobody has touched, and how many were only copied. */
  unused: count,
  perhapsUsed: count,
  /** Another one whenever something else is known of a code. */
  stamp: count,
  /** False while it is in memory only, and gone when Latchkey quits. */
  sealed: v.boolean(),
  /** How many sets were replaced by it, one after the other. */
  replacedSets: v.pipe(v.number(), v.integer()),
});

/** The codes of a site that Latchkey does not speak to, kept by hand. */
const handKept = v.strictObject({ id, label, recovery: codeSet });

/** What was taken over from the settings file of an older Latchkey, which other programs could change. */
const takenOver = v.strictObject({
  accounts: v.array(v.strictObject({ label, serviceUrl: text(limits.serviceUrl) })),
  folders: v.array(shownPath),
});

const account = v.strictObject({
  id,
  label,
  /** Empty while the practice service, whose port changes, is not running. */
  serviceUrl: text(limits.serviceUrl),
  /** False while the address came from a backup or a kit, and nobody has said yes to it. */
  addressConfirmed: v.boolean(),
  kind: v.picklist(['practice', 'own']),
  token: tokenPlace,
  /** A session token is held, where tokens are; the window never sees it. */
  session: v.nullable(v.strictObject({ expiresAt: v.nullable(time) })),
  texts: v.strictObject({
    /** When the service last accepted a request for a code. */
    sentAt: v.nullable(time),
    /** Until when asking again is pointless. */
    waitUntil: v.nullable(time),
    /** The last digits of the phone, when the service told them. */
    phoneEnding: v.nullable(text(4)),
  }),
  /** What is known of the recovery codes; null before the first fetch, and while the vault is closed. */
  recovery: v.nullable(codeSet),
  /** New codes were asked for and no answer came: the old ones may be void. */
  recoveryInDoubt: v.boolean(),
  /** The service is asked for new codes at this moment. */
  generating: v.boolean(),
  /** The date (yyyy-mm-dd) on which the service says this API ends, until the user has seen it. */
  sunset: v.nullable(text(10)),
});

/** Everything that the windows show, announced after every change (snapshot-patches.ts). While locked it holds no account and no ledger. */
export const snapshot = v.strictObject({
  version: text(40),
  platform,
  theme: v.picklist(themes),
  accounts: v.array(account),
  activeAccountId: v.nullable(id),
  keychain: v.strictObject({
    state: keychainState,
    backend: v.picklist(['macos-keychain', 'windows-credentials', 'secret-service']),
  }),
  /** The ledgers that belong to no account. */
  handKept: v.array(handKept),
  vault: v.strictObject({
    /**
     * `closed`: not opened in this run. `locked`: the keychain did not give its key out. `key-missing`: the keychain
     * has no key that fits. `newer`: written by a later Latchkey, shown by none of this one's calls.
     */
    state: v.picklist(['closed', 'open', 'locked', 'key-missing', 'newer']),
    /** A damaged vault was kept under another name, and the last good one opened. */
    setAside: v.boolean(),
  }),
  /** A vault that was put aside for want of its key opens again, and holds what is not here. */
  vaultPutAside: v.boolean(),
  /** The vault is older than what was last written here: somebody put an older file back, and nobody has said yes to it. */
  vaultOlder: v.boolean(),
  /**
   * What an older version's settings name that turned up after the vault had taken such settings over: none of it is used. Null
   * where there is nothing of the kind, and once a person has seen it.
   */
  settingsTurnedUp: v.nullable(v.strictObject({ accounts: count, folders: count })),
  /** Waits for one yes: until then no token of it is sent, and no backup is written there. Null where nothing waits. */
  takenOver: v.nullable(takenOver),
  backups,
  updates,
  /** A secret that Latchkey copied is on the clipboard, and will be cleared then. */
  clipboard: v.nullable(v.strictObject({ clearsAt: time })),
  /**
   * A file was opened with Latchkey from outside, the so manieth one of this run: it is to be taken up on the screen that
   * restores. Null once that was left.
   */
  fileHanded: v.nullable(count),
  /** The practice service's text messages, newest first; null when no practice account exists. */
  practicePhone: v.nullable(
    v.strictObject({
      running: v.boolean(),
      messages: v.array(v.strictObject({ at: time, to: text(40), code: text(20) })),
    }),
  ),
  lock: v.strictObject({
    locked: v.boolean(),
    /** The keychain is being asked for the vault's key and nobody has to do anything: from the start until the first opening has ended. */
    opening: v.boolean(),
    reason: lockReason,
    /** What unlocks: the system's keychain, or the passphrase that was set. */
    by: v.picklist(['keychain', 'passphrase']),
    /** How the computer tells that its owner is there, beside the keychain. */
    presence: v.picklist(['touch-id', 'nothing']),
    /** Null while Latchkey is locked: what was chosen lies in the vault. */
    afterIdle: v.nullable(lockAfter),
    /** No passphrase is tried before then, after several wrong ones. */
    waitUntil: v.nullable(time),
    /** The keychain has lost the key to the vault and does not take it back: memory has the last one. */
    keyHeld: v.boolean(),
    /** Whether this system keeps the window out of screenshots while codes show. */
    guardsScreen: v.boolean(),
    notices: lockNotices,
  }),
  desktop: v.strictObject({
    /** Whether there is a tray to go to; `none` until it is known. */
    tray: v.picklist(['there', 'none']),
    /** Closing the window leaves Latchkey in the tray, where there is one. */
    closeToTray: v.boolean(),
    /** Whether a program may clear the clipboard while its windows are in the background. */
    clipboardClears: v.picklist(['always', 'in-front']),
    /** What was asked for in the tray and failed, until the user has seen it. */
    trayFailure: v.nullable(failure),
    /** What opens quick verify from anywhere (shortcut.ts); null while it is switched off. */
    shortcut: v.nullable(text(limits.shortcut)),
    /** Another program holds it, so that it does nothing here. */
    shortcutTaken: v.boolean(),
    notifications,
    startAtLogin,
  }),
  /**
   * `set-aside`: the settings file was damaged; it was kept under another name and the last good one opened.
   * `newer`, `unreadable`: nothing is written in this run, so that nothing is lost.
   */
  settings: v.picklist(['good', 'set-aside', 'newer', 'unreadable']),
});

export type Snapshot = v.InferOutput<typeof snapshot>;
export type Account = Snapshot['accounts'][number];
export type TakenOver = v.InferOutput<typeof takenOver>;
export type LockReason = Snapshot['lock']['reason'];
export type VaultState = Snapshot['vault']['state'];
export type CodeSetSummary = v.InferOutput<typeof codeSet>;
export type HandKept = v.InferOutput<typeof handKept>;
export type CodeEntry = v.InferOutput<typeof codeEntry>;
export type CodeState = v.InferOutput<typeof codeState>;
export type KeychainState = Snapshot['keychain']['state'];
export type KeychainBackend = Snapshot['keychain']['backend'];
export type Platform = Snapshot['platform'];
export type Theme = Snapshot['theme'];
