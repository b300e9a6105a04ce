import { cleanLine } from '#contract/clean-text';
import { limits } from '#contract/limits';
import type { StoredAccount } from '../shelves/stored-account';

/** One line for each field of an account; one that is forgotten does not compile. */
type Told<Lines extends Record<keyof StoredAccount, 'backups' | 'here'>> = Lines;

/** Where each field of an account is kept: in backups, too, so that it comes back with them, or on this computer alone. */
type KeptIn = Told<{
  id: 'backups';
  label: 'backups';
  kind: 'backups';
  serviceUrl: 'backups';
  tokenPrefix: 'backups';
  token: 'here';
  session: 'here';
  texts: 'here';
  recoveryInDoubt: 'here';
  sunset: 'here';
  addressConfirmed: 'here';
}>;
type Basic = { [Key in keyof KeptIn]: KeptIn[Key] extends 'backups' ? Key : never }[keyof KeptIn];

/** What an account begins with: all of it goes into backups. */
export type AccountBasics = Pick<StoredAccount, Basic>;

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
export const labelsOf = (accounts: readonly StoredAccount[]): Set<string> =>
  new Set(accounts.map(({ label }) => label));

/** "Practice service", "Practice service 2", …: the first that no account has. @param taken as labelsOf gives them */
export function freeLabel(taken: ReadonlySet<string>, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` ${number}`;
    // A cut through a pair would leave half a character.
    const label = cleanLine(wanted.slice(0, limits.label - suffix.length)) + suffix;
    if (!taken.has(label)) return label;
  }
}
