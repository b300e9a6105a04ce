import * as v from 'valibot';
import { nothing, text } from '../basics';
import { limits } from '../limits';
import type { Calls, Table } from '../table';

/** The part of the table about what a bug report says. */
export const diagnosticsTable = {
  /** A text for a bug report, without any secret, to be read first; and what was read last, to the clipboard. */
  readDiagnostics: { takes: nothing, gives: v.strictObject({ text: text(limits.diagnostics) }) },
  copyDiagnostics: { takes: nothing, gives: nothing },
} as const satisfies Table;

export type DiagnosticsCalls = Calls<typeof diagnosticsTable>;
