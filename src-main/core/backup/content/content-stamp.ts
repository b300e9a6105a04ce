import { type AccountBasics, accountBasics } from '../../accounts/new-account';

/** Stands for a vault that has no file yet. */
const noVault = 'none';

/**
 * Says which version of everything a backup was made from, so that it can be told to be up to date after a restart: the
 * vault's stamp, and a checksum of the accounts, which lie in the settings.
 */
export const contentStamp = (vaultStamp: string | null, accounts: readonly AccountBasics[]): string =>
  `${vaultStamp ?? noVault}.${accountsStamp(accounts)}`;

/** The part of the stamp that is known while the vault is closed. */
export const accountsPart = (stamp: string): string => stamp.slice(stamp.indexOf('.') + 1);

/** Whether a backup of that stamp was made from a vault that had a file. */
export const hadVault = (stamp: string | null): boolean => stamp !== null && !stamp.startsWith(`${noVault}.`);

/** Changes with all that a backup holds of the accounts. FNV-1a: enough to notice a change, and no secret is in it. */
export function accountsStamp(accounts: readonly AccountBasics[]): string {
  const text = JSON.stringify(accounts.map((account) => accountBasics.map((key) => account[key])));
  let sum = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(place), 0x01000193) >>> 0;
  }
  return sum.toString(16).padStart(8, '0');
}
