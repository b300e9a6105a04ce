import { type AccountBasics, accountBasics } from '../../accounts/new-account';
import { codeUnits, fnv1a } from '../../records/fnv-1a';

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

/** Changes with all that a backup holds of the accounts. No secret is in it. */
export function accountsStamp(accounts: readonly AccountBasics[]): string {
  const text = JSON.stringify(accounts.map((account) => accountBasics.map((key) => account[key])));
  return fnv1a(codeUnits(text)).toString(16).padStart(8, '0');
}
