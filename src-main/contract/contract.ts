import * as v from 'valibot';
import { nothing } from './basics';
import { accountsTable } from './calls/accounts';
import { desktopTable } from './calls/desktop';
import { diagnosticsTable } from './calls/diagnostics';
import { foldersTable } from './calls/folders';
import { kitTable } from './calls/kit';
import { lockTable } from './calls/lock';
import { vaultTable } from './calls/vault';
import { quickVerifyTable } from './calls/quick-verify';
import { recoveryCodesTable } from './calls/recovery-codes';
import { renewalTable } from './calls/renewal';
import { restoreTable } from './calls/restore';
import { settingsTable } from './calls/settings';
import { updatesTable } from './calls/updates';
import { verifyTable } from './calls/verify';
import { command } from './commands';
import { snapshot } from './snapshot';
import type { Calls, Table } from './table';

/**
 * The table: everything that the window can ask of main. A call is one line of a part in calls/; its types, channel,
 * preload function and checks on both sides derive from it. One record goes in, one comes back, JSON only.
 */
export const calls = {
  readSnapshot: { takes: nothing, gives: snapshot },
  ...accountsTable,
  ...verifyTable,
  ...recoveryCodesTable,
  ...renewalTable,
  ...foldersTable,
  ...kitTable,
  ...restoreTable,
  ...lockTable,
  ...vaultTable,
  ...quickVerifyTable,
  ...settingsTable,
  ...updatesTable,
  ...desktopTable,
  ...diagnosticsTable,
} as const satisfies Table;

/** What main announces on its own account: one channel each, checked by the window. */
export const news = {
  snapshot,
  /** Told to the main window alone, by the menu and by what a person clicked outside the window. */
  command,
  /** Told to quick verify alone, which is only hidden between one time and the next. */
  quickVerify: v.strictObject({ now: v.picklist(['opened', 'linked', 'focused', 'closed']) }),
} as const satisfies Record<string, v.GenericSchema>;

export type CallName = keyof typeof calls;
export type Takes<N extends CallName> = v.InferOutput<(typeof calls)[N]['takes']>;
export type Gives<N extends CallName> = v.InferOutput<(typeof calls)[N]['gives']>;
export type VerifyOutcome = Gives<'verifyCode'>;

/** The face that the core implements and the window consumes. */
export type Backend = Calls<typeof calls>;

export type NewsName = keyof typeof news;
export type News<N extends NewsName> = v.InferOutput<(typeof news)[N]>;
