import * as v from 'valibot';
import { shortcut, usualShortcut } from '#contract/shortcut';
import { time } from '#contract/basics';
import { themes } from '#contract/snapshot';
import { updateModes } from '#contract/updates';
import { oldFields, oldForFile, oldLockFields, type OldSettings } from './old-settings';
import { type Read, readVersioned, type Versioned, writeJson } from '../records/versioned';

/** The schema that this version writes. A file with a higher number is left alone. */
const settingsSchema = 3;
/** The last one in which accounts and backup folders lay in the settings. */
const oldSchema = 2;

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

/** How often Latchkey was unlocked in vain: for computers without a keychain. */
const lock = v.object({
  /** Wrong passphrases in a row. */
  wrongTries: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  waitUntil: v.optional(v.nullable(time), null),
  /** When the last one was, by the clock and since the computer was started; null without one. */
  wrongAt: v.optional(v.nullable(v.object({ at: time, up: time })), null),
  /** The keychain has the count, too: there it is no editor's. */
  counted: v.optional(v.boolean(), false),
});

const choices = {
  theme: v.picklist(themes),
  desktop: v.optional(desktop, {}),
  lock: v.optional(lock, {}),
  /** What Latchkey does about newer versions by itself. */
  updates: v.optional(v.picklist(updateModes), 'notify'),
};

const chosen = v.object({ schema: v.literal(settingsSchema), ...choices });
const chosenBefore = v.object({
  schema: v.literal(oldSchema),
  ...choices,
  ...oldFields,
  lock: v.optional(v.object({ ...lock.entries, ...oldLockFields }), {}),
});

/** What a person chose, and nothing that steers a secret: whoever can write files can change it. */
export interface Settings extends Omit<v.InferOutput<typeof chosen>, 'schema'> {
  /** What an older version kept here and the vault has not taken over yet. */
  readonly old: OldSettings | null;
}

export const freshSettings: Settings = {
  theme: 'system',
  lock: { wrongTries: 0, waitUntil: null, wrongAt: null, counted: false },
  desktop: {
    closeToTray: true,
    shortcut: usualShortcut,
    notifications: { codeSent: true, fewCodes: true, backupTrouble: true, backupUnchecked: true },
  },
  updates: 'notify',
  old: null,
};

/** What a settings file of this version holds. */
export const settingsFile: Versioned<Settings> = {
  schema: settingsSchema,
  shape: v.pipe(
    chosen,
    v.transform(({ theme, desktop, lock, updates }) => ({ theme, desktop, lock, updates, old: null })),
  ),
  migrations: {},
};

/** What one of an older version holds. */
export const oldSettingsFile: Versioned<Settings> = {
  schema: oldSchema,
  shape: v.pipe(
    chosenBefore,
    v.transform(({ theme, desktop, updates, lock: { afterIdle, ...lock }, ...file }) => {
      const { accounts, activeAccountId, backups, checkReminderFor } = file;
      const old = { accounts, activeAccountId, backups, checkReminderFor, afterIdle };
      return { theme, desktop, lock, updates, old };
    }),
  ),
  migrations: { 1: (old) => ({ ...old, backups: null }) },
};

/** Reads the text of a settings file, of this version or an older one; never throws. */
export function parseSettings(text: string): Read<Settings> {
  const read = readVersioned(oldSettingsFile, text);
  return read.kind === 'newer' ? readVersioned(settingsFile, text) : read;
}

/**
 * The text of a settings file: JSON that a person can read, with a line end. While it has what the vault is still to take
 * over, it stays a file of the schema that had it.
 */
export function writeSettings({ old, ...value }: Settings): string {
  if (old === null) return writeJson({ schema: settingsSchema, ...value });
  const { afterIdle, ...rest } = oldForFile(old);
  return writeJson({ schema: oldSchema, ...value, ...rest, lock: { ...value.lock, afterIdle } });
}
