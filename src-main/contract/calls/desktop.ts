import * as v from 'valibot';
import { nothing } from '../basics';
import type { Calls, Table } from '../table';

/** Web pages that Latchkey may open, by name: the addresses stand in edge/links.ts alone. */
const linkIds = ['keychain-help', 'license'] as const;

export type LinkId = (typeof linkIds)[number];

/** The part of the table about what lies outside the windows. */
export const desktopTable = {
  /** The user has seen what failed in the tray. */
  dismissTrayFailure: { takes: nothing, gives: nothing },
  openLink: { takes: v.strictObject({ link: v.picklist(linkIds) }), gives: nothing },
} as const satisfies Table;

export type DesktopCalls = Calls<typeof desktopTable>;
