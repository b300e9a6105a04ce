import type { Account, Snapshot } from './snapshot';

/** The account that was chosen last, or the first; null where there is none. */
export const activeAccount = ({ accounts, activeAccountId }: Snapshot): Account | null =>
  accounts.find(({ id }) => id === activeAccountId) ?? accounts[0] ?? null;
