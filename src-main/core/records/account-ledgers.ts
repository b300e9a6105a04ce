/**
 * Tells the ledgers of accounts from those that are kept by hand. A ledger has its account's id, or one of its own. One
 * whose account was removed is kept by hand from then on, for codes outlive it.
 *
 * @param accounts all that there are
 * @returns whether a ledger is an account's, by its id; made once for many ledgers
 */
export function accountLedgers(
  accounts: readonly { readonly id: string }[],
): (ledger: { readonly id: string }) => boolean {
  const ids = new Set(accounts.map(({ id }) => id));
  return ({ id }) => ids.has(id);
}
