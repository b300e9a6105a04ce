/* global window */

/** Ledgers of ten codes each: as many as hardly anybody has. */
export const many = 500;

/** @param {number} ledger */
const label = (ledger) => `Site ${String(ledger).padStart(3, '0')}`;
/** @param {number} ledger */
const codes = (ledger) =>
  Array.from({ length: 10 }, (_, code) => ({
    code: `${String(ledger).padStart(4, '0')}a-${code}bcde`,
    isUsed: false,
  }));

/**
 * Fills the vault with ledgers through the window's own calls, as if they had been pasted one by one.
 * @param {import('@playwright/test').Page} page
 * @param {number} count
 */
export async function addLedgers(page, count) {
  for (let ledger = 0; ledger < count; ledger++) {
    await call(page, 'addHandKept', { label: label(ledger), codes: codes(ledger) });
  }
}

/**
 * Leaves a vault behind that was used and has nothing in it.
 * @param {import('@playwright/test').Page} page
 */
export async function emptyVault(page) {
  await addLedgers(page, 1);
  for (const ledgerId of await ledgerIds(page)) await call(page, 'removeHandKept', { ledgerId });
}

/**
 * The ids of the ledgers without an account, in their order.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<string[]>}
 */
export async function ledgerIds(page) {
  const snapshot = /** @type {import('#contract/snapshot').Snapshot} */ (
    await call(page, 'readSnapshot', {})
  );
  return snapshot.handKept.map(({ id }) => id);
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 * @param {object} input
 */
export async function call(page, name, input) {
  const reply = await page.evaluate(
    async ([which, what]) => /** @type {Reply} */ (await window.latchkey.calls[which]?.(what)),
    /** @type {const} */ ([name, input]),
  );
  if (!reply.ok) throw new Error(`${name} failed: ${reply.failure.code}`);
  return reply.value;
}

/** @typedef {import('#contract/wire').Reply} Reply */
