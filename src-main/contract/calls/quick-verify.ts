import * as v from 'valibot';
import { nothing } from '../basics';
import type { Calls, Table } from '../table';

/** The part of the table about the small window. */
export const quickVerifyTable = {
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
} as const satisfies Table;

export type QuickVerifyCalls = Calls<typeof quickVerifyTable>;
