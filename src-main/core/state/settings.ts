import * as v from 'valibot';
import { limits } from '#contract/limits';
import { shortcut, usualShortcut } from '#contract/shortcut';
import { id, time } from '#contract/basics';
import { lockAfter, themes } from '#contract/snapshot';
import { label } from '#contract/texts';
import { updateModes } from '#contract/updates';
import { serviceUrl } from '../records/service-url';
import { backupsForFile, storedBackups } from './stored-folders';
import { type Read, readVersioned, type Versioned, writeJson } from '../records/versioned';

/** The schema that this version writes. A file with a higher number is left alone. */
const settingsSchema = 2;

/** Seconds until an idle Latchkey locks, unless another time was chosen. */
const usualIdle = 300;

const account = v.object({
  id,
  label,
  kind: v.picklist(['practice', 'own']),
  /** Empty for the practice service, whose port is not known before it runs. */
  serviceUrl: v.union([v.literal(''), serviceUrl]),
  tokenPrefix: v.picklist(['', 'Bearer']),
  /**
   * The marker: where the token was put. With `keychain`, a `null` from the keychain means locked or removed,
   * never "no token", and nothing is overwritten. `missing`: the account was restored, and its token is still to come.
   */
  token: v.picklist(['keychain', 'memory', 'missing']),
  /** The same for a session token. */
  session: v.nullable(v.object({ expiresAt: v.nullable(time), place: v.picklist(['keychain', 'memory']) })),
  /** When codes were texted, so that a countdown survives a restart. `asked`: how often in a row. */
  texts: v.object({
    sentAt: v.nullable(time),
    waitUntil: v.nullable(time),
    asked: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  /** Set before new recovery codes are asked for, cleared when the outcome is known. */
  recoveryInDoubt: v.boolean(),
  /** The service's announced end (yyyy-mm-dd), and whether the user has seen it. */
  sunset: v.nullable(v.object({ date: v.pipe(v.string(), v.maxLength(10)), seen: v.boolean() })),
  /** A person typed the address, or said yes to the one that was restored; see require-yes.ts. */
  addressConfirmed: v.optional(v.boolean()),
});

/** Only the practice service does without a URL of its own: no token goes to an address that nobody checked. */
const ownOrPractice = v.pipe(
  account,
  v.check(({ kind, serviceUrl }) => (kind === 'practice') === (serviceUrl === '')),
  // An older Latchkey did not say: without a token the account may have been restored.
  v.transform(({ addressConfirmed, ...stored }) => ({
    ...stored,
    addressConfirmed: stored.kind === 'practice' || (addressConfirmed ?? stored.token !== 'missing'),
  })),
);

/** How Latchkey sits on the desktop. What an older file does not say is as on the first day. */
const desktop = v.object({
  /** Closing the last window leaves Latchkey in the tray, where there is one. */
  closeToTray: v.optional(v.boolean(), true),
  /** What opens quick verify from anywhere, in Electron's words; null while it is switched off. */
  shortcut: v.optional(v.nullable(v.fallback(shortcut, usualShortcut)), usualShortcut),
  notifications: v.optional(
    v.object({
      codeSent: v.optional(v.boolean(), true),
      fewCodes: v.optional(v.boolean(), true),
      backupTrouble: v.optional(v.boolean(), true),
      backupUnchecked: v.optional(v.boolean(), true),
    }),
    {},
  ),
});

/** When Latchkey locks, and how often it was unlocked in vain. What an older file does not say is as on the first day. */
const lock = v.object({
  afterIdle: v.optional(lockAfter, usualIdle),
  /** Wrong passphrases in a row. */
  wrongTries: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  waitUntil: v.optional(v.nullable(time), null),
  /** When the last one was, by the clock and since the computer was started; null without one. */
  wrongAt: v.optional(v.nullable(v.object({ at: time, up: time })), null),
  /** The keychain has the count, too: there it is no editor's. */
  counted: v.optional(v.boolean(), false),
});

const settings = v.object({
  schema: v.literal(settingsSchema),
  theme: v.picklist(themes),
  activeAccountId: v.nullable(id),
  accounts: v.pipe(
    v.array(ownOrPractice),
    v.maxLength(limits.accounts),
    v.check((accounts) => new Set(accounts.map(({ id }) => id)).size === accounts.length),
  ),
  /** Where backups go; null until one is set up. */
  backups: v.nullable(storedBackups),
  desktop: v.optional(desktop, {}),
  lock: v.optional(lock, {}),
  /** The due date of a backup's check that was reminded of, so that not every start does it again. */
  checkReminderFor: v.optional(v.nullable(time), null),
  /** What Latchkey does about newer versions by itself. */
  updates: v.optional(v.picklist(updateModes), 'notify'),
});

export type Settings = v.InferOutput<typeof settings>;
export type StoredAccount = Settings['accounts'][number];

export const freshSettings: Settings = {
  schema: settingsSchema,
  theme: 'system',
  activeAccountId: null,
  accounts: [],
  backups: null,
  lock: { afterIdle: usualIdle, wrongTries: 0, waitUntil: null, wrongAt: null, counted: false },
  desktop: {
    closeToTray: true,
    shortcut: usualShortcut,
    notifications: { codeSent: true, fewCodes: true, backupTrouble: true, backupUnchecked: true },
  },
  checkReminderFor: null,
  updates: 'notify',
};

export const settingsFile: Versioned<Settings> = {
  schema: settingsSchema,
  shape: settings,
  migrations: { 1: (old) => ({ ...old, backups: null }) },
};

/** Reads the text of a settings file, of this version or an older one; never throws. */
export const parseSettings = (text: string): Read<Settings> => readVersioned(settingsFile, text);

/** The text of a settings file: JSON that a person can read, with a line end. */
export const writeSettings = (value: Settings): string =>
  writeJson({ ...value, backups: value.backups && backupsForFile(value.backups) });
