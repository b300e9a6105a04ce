import * as v from 'valibot';
import { nothing, text } from '../basics';
import { noticeKinds } from '../notifications';
import { limits } from '../limits';
import { lockAfter, themes } from '../snapshot';
import { updateModes } from '../updates';
import type { Calls, Table } from '../table';

/** The part of the table about what a person chooses once. */
export const settingsTable = {
  setTheme: { takes: v.strictObject({ theme: v.picklist(themes) }), gives: nothing },
  /** What opens quick verify from anywhere (shortcut.ts); empty to switch it off. */
  setShortcut: { takes: v.strictObject({ shortcut: text(limits.shortcut) }), gives: nothing },
  setCloseToTray: { takes: v.strictObject({ closeToTray: v.boolean() }), gives: nothing },
  setNotification: {
    takes: v.strictObject({ kind: v.picklist(noticeKinds), on: v.boolean() }),
    gives: nothing,
  },
  setLockAfter: { takes: v.strictObject({ afterIdle: lockAfter }), gives: nothing },
  setUpdateMode: { takes: v.strictObject({ mode: v.picklist(updateModes) }), gives: nothing },
  setStartAtLogin: { takes: v.strictObject({ on: v.boolean() }), gives: nothing },
  /** Asks the system whether Latchkey starts at login; what it said is in the snapshot. */
  lookAtStartAtLogin: { takes: nothing, gives: nothing },
} as const satisfies Table;

export type SettingsCalls = Calls<typeof settingsTable>;
