import type { Account } from '#contract/snapshot';
import { section } from '../catalogue';

/** The accounts: their rows, the dialogs that change them, and what is said of their tokens. */
export const accountsWords = section('accounts', {
  account: 'Account',
  onThisComputer: 'On this computer',
  /** Where the token is, after the service; only what differs from the rule is worth a word. */
  service: {
    keychain: (service: string) => service,
    vault: (service: string) => service,
    memory: (service: string) => `${service}, token in memory for this run`,
    missing: (service: string) => `${service}, token missing`,
  } satisfies Record<Account['token'], (service: string) => string>,

  rename: 'Rename',
  replaceToken: 'Replace token',
  changeUrl: 'Change URL',
  renameTitle: 'Rename account',
  replaceTokenTitle: (label: string) => `Replace the token of ${label}`,
  saveToken: 'Save token',
  moveTitle: (label: string) => `Change the URL of ${label}`,
  tokenAnew:
    'A token is never sent to an address that it was not entered for, so enter it here again. The recovery codes stay as they are.',
  saveUrl: 'Save URL',

  removeTitle: (label: string) => `Remove ${label}?`,
  /** By where the token is. */
  removing: {
    keychain:
      'Latchkey forgets this account and deletes its token from the keychain. At the service nothing changes: the token stays good there until you revoke it.',
    vault:
      'Latchkey forgets this account and its token. At the service nothing changes: the token stays good there until you revoke it.',
    memory: 'Latchkey forgets this account and its token.',
    missing:
      'Latchkey forgets this account. At the service nothing changes: a token stays good there until you revoke it.',
  } satisfies Record<Account['token'], string>,
  codesStay: 'Its recovery codes stay under Other codes until you remove them.',
  codesStayUntilQuit: 'Its recovery codes stay under Other codes until you quit Latchkey.',
  tokenStuck:
    'The token could not be deleted from the keychain. If you remove the account anyway, it stays there.',
  removeAnyway: 'Remove anyway',

  tokenGone:
    'The token of this account is not on this computer. A backup never holds one, and one that an earlier version kept in memory is gone.',
  untilQuit: 'This practice account is gone when Latchkey quits, for there is no keychain to keep it in.',
  sunset: (day: string) => `The service says that this API ends on ${day}.`,
  enterToken: 'Enter the token',
  enterTokenAgain: 'Enter the token again',
  setUpPracticeAgain: 'Set up the practice service again',
  tokenChecked: 'Token saved. The service knows it.',
  tokenUnchecked: 'Token saved. The service could not be asked about it, so it is not checked yet.',

  session: 'Session token',
  sessionEndless: 'The service named no end for it.',
  sessionUntil: (time: string) => `Good until ${time}.`,
  copySession: 'Copy session token',
  forgetSession: 'Forget session token',
});
