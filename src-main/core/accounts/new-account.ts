import { cleanLine } from '#contract/clean-text';
import { limits } from '#contract/limits';
import type { Settings, StoredAccount } from '../state/settings';

/**
 * What an account begins with: all of it goes into backups, and comes back with them. A backup is known to be up to date
 * by a mark that is made of these in this order (content-stamp.ts).
 */
export const accountBasics = ['id', 'label', 'kind', 'serviceUrl', 'tokenPrefix'] as const;
export type AccountBasics = Pick<StoredAccount, (typeof accountBasics)[number]>;

/** An account with which nothing was done yet. One without a token was restored: its address is yet to be confirmed. */
export const newAccount = (basics: AccountBasics, token: StoredAccount['token']): StoredAccount => ({
  ...basics,
  token,
  session: null,
  texts: { sentAt: null, waitUntil: null, asked: 0 },
  recoveryInDoubt: false,
  sunset: null,
  addressConfirmed: token !== 'missing',
});

/** The labels that accounts have. */
export const labelsOf = ({ accounts }: Settings): Set<string> => new Set(accounts.map(({ label }) => label));

/** "Practice service", "Practice service 2", …: the first that no account has. @param taken as labelsOf gives them */
export function freeLabel(taken: ReadonlySet<string>, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` ${number}`;
    // A cut through a pair would leave half a character.
    const label = cleanLine(wanted.slice(0, limits.label - suffix.length)) + suffix;
    if (!taken.has(label)) return label;
  }
}
