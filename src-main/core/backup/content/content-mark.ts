import type { StoredAccount } from '../../state/settings';

/** Stands for a vault that has no file yet. */
const noVault = 'none';

/**
 * Says which version of everything a backup was made from, so that it can be told to be up to date after a restart: the
 * vault's mark, and a checksum of the accounts, which lie in the settings.
 */
export const contentMark = (vaultMark: string | null, accounts: readonly StoredAccount[]): string =>
  `${vaultMark ?? noVault}.${accountsMark(accounts)}`;

/** The part of the mark that is known while the vault is closed. */
export const accountsPart = (mark: string): string => mark.slice(mark.indexOf('.') + 1);

/** Whether a backup of that mark was made from a vault that had a file. */
export const hadVault = (mark: string | null): boolean => mark !== null && !mark.startsWith(`${noVault}.`);

/** Changes with all that a backup holds of the accounts. FNV-1a: enough to notice a change, and no secret is in it. */
export function accountsMark(accounts: readonly StoredAccount[]): string {
  const text = JSON.stringify(
    accounts.map(({ id, label, kind, serviceUrl, tokenPrefix }) => [
      id,
      label,
      kind,
      serviceUrl,
      tokenPrefix,
    ]),
  );
  let sum = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(place), 0x01000193) >>> 0;
  }
  return sum.toString(16).padStart(8, '0');
}
