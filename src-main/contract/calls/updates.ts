import { nothing } from '../basics';
import type { Calls, Table } from '../table';

/** The part of the table about newer versions. */
export const updatesTable = {
  /** What came of these three is in the snapshot. */
  lookForUpdate: { takes: nothing, gives: nothing },
  fetchUpdate: { takes: nothing, gives: nothing },
  /** Ends Latchkey, and starts the newer one. */
  installUpdate: { takes: nothing, gives: nothing },
} as const satisfies Table;

export type UpdatesCalls = Calls<typeof updatesTable>;
