import { digestOf } from '../records/digest';
import type { OldSettings } from '../state/old-settings';
import type { Local } from './local';
import type { Vault } from './vault';

/** Bytes of the digest by which settings are known again. */
const markBytes = 15;
const markOf = (old: OldSettings): string => digestOf([old], markBytes);

/** How much of an older version's settings the vault does not know. */
interface TurnedUp {
  readonly accounts: number;
  readonly folders: number;
}

/** The accounts that there are. */
interface Known {
  has(accountId: string): boolean;
}

/**
 * What older settings name that the vault does not know: nothing right after it took them over, and all that differs where
 * somebody puts such a file back later. It is never taken over then.
 *
 * @returns null where it knows all of it
 */
export function unknownOf(old: OldSettings, local: Local, accounts: Known): TurnedUp | null {
  const paths = new Set(local.backups?.folders.map(({ path }) => path));
  const unknown = old.accounts.filter(({ id }) => !accounts.has(id)).length;
  const folders = old.backups?.folders.filter(({ path }) => !paths.has(path)).length ?? 0;
  return unknown + folders === 0 ? null : { accounts: unknown, folders };
}

/** Whether the vault has all that the settings still hold of then, so that they may drop it. What turned up later stays there. */
export const isTakenOver = (old: OldSettings | null, local: Local, accounts: Known): boolean =>
  old !== null && unknownOf(old, local, accounts) === null;

/** Whether a person was told of just these settings and said so. */
export const isSeen = (old: OldSettings, local: Local): boolean => local.settingsSeen === markOf(old);

/** Notes that a person was told of these settings: of others they are told again. @throws as Vault.change */
export const noteSeen = (vault: Vault, old: OldSettings): Promise<void> =>
  vault.changeLocal((local) => ({ ...local, settingsSeen: markOf(old) }));
