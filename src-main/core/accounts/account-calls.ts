import type { AccountsCalls } from '#contract/calls/accounts';
import type { Gives, Takes } from '#contract/contract';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { Callers } from './callers';
import { checkToken } from './check-token';
import { readLabel } from '../records/label';
import { type AccountBasics, freeLabel, labelsOf, newAccount } from './new-account';
import type { OneAtATime } from '../turns/one-at-a-time';
import type { OtpApi } from '../service/otp-api';
import type { Desktop } from '../ports/shell/desktop';
import type { PracticeRunner } from '../ports/practice';
import type { Random } from '../ports/random';
import { requireYes } from './require-yes';
import { readServiceUrl } from '../records/service-url';
import type { State } from '../state/state';
import { readToken } from '../records/token';
import type { Tokens } from './tokens';
import type { Wording } from '../ports/wording';
import type { AccountShelf } from '../shelves/account-shelf';

/** Where the codes of accounts are: they outlive their account, and carry its name. */
interface Ledgers {
  /** Renames the codes of an account, if there are any. */
  readonly rename: (accountId: string, label: string) => Promise<void>;
}

interface Parts {
  readonly state: State;
  readonly accountShelf: AccountShelf;
  readonly ledgerShelf: Ledgers;
  readonly tokens: Tokens;
  readonly callers: Callers;
  readonly api: OtpApi;
  readonly random: Random;
  readonly practice: PracticeRunner;
  readonly desktop: Desktop;
  readonly turns: OneAtATime;
  readonly wording: Wording;
}

/** What can be done with accounts. A secret is kept before anything points to it, and removed before that is forgotten. */
export function accountCalls(parts: Parts): Omit<AccountsCalls, 'moveAccount'> {
  const { state, accountShelf, ledgerShelf, tokens, callers, random, practice, turns, wording } = parts;

  const add = async (account: AccountBasics, token: string): Promise<void> => {
    const leaveRoom = (): void => {
      if (accountShelf.all.length >= limits.accounts) throw new AppError('too-many-accounts');
    };
    leaveRoom();
    const place = await tokens.keep(account, 'token', token);
    const stored = newAccount(account, place);
    try {
      await accountShelf.change(({ all }) => {
        leaveRoom();
        return { all: [...all, stored], activeId: account.id };
      });
    } catch (error) {
      // Nothing points to the secret any more, so it must not stay behind.
      await tokens.remove(account.id, 'token', place).catch(() => undefined);
      state.forget(account.id);
      throw error;
    }
  };

  const addPractice = async (): Promise<Gives<'addPracticeAccount'>> => {
    const id = random.uuid();
    const token = random.hex(24);
    const serviceUrl = await callers.startPractice();
    await practice.allowToken(token).catch(() => {
      throw new AppError('practice-service-down');
    });
    await checkToken(parts, id, { serviceUrl, token, tokenPrefix: '' }, false);
    const label = freeLabel(labelsOf(accountShelf.all), wording.practiceAccount());
    await add({ id, label, kind: 'practice', serviceUrl: '', tokenPrefix: '' }, token);
    return { accountId: id };
  };

  const addOwn = async (input: Takes<'addAccount'>): Promise<Gives<'addAccount'>> => {
    const id = random.uuid();
    const label = freeLabel(labelsOf(accountShelf.all), readLabel(input.label));
    const serviceUrl = readServiceUrl(input.serviceUrl);
    const token = readToken(input.token);
    const { tokenPrefix } = input;
    const caller = { serviceUrl, token, tokenPrefix };
    const tokenChecked = await checkToken(parts, id, caller, !input.saveUnchecked);
    await add({ id, label, kind: 'own', serviceUrl, tokenPrefix }, token);
    return { accountId: id, tokenChecked };
  };

  return {
    addPracticeAccount: () => turns.run('add-practice', addPractice),
    addAccount: (input) => turns.run('add', () => addOwn(input)),

    async selectAccount({ accountId }) {
      accountShelf.get(accountId);
      await accountShelf.change(({ all }) => ({ all, activeId: accountId }));
      return {};
    },

    async renameAccount({ accountId, label }) {
      const name = readLabel(label);
      await accountShelf.changeOne(accountId, (account) => ({ ...account, label: name }));
      await ledgerShelf.rename(accountId, name).catch(() => undefined);
      return {};
    },

    async replaceToken(input) {
      const account = accountShelf.get(input.accountId);
      tokens.requireBelieved(account);
      requireYes(account, account.serviceUrl, input.confirmedOrigin);
      const token = readToken(input.token);
      const serviceUrl = account.kind === 'practice' ? await callers.startPractice() : account.serviceUrl;
      const caller = { serviceUrl, token, tokenPrefix: account.tokenPrefix };
      const tokenChecked = await checkToken(parts, account.id, caller, false);
      const place = await tokens.keep(account, 'token', token);
      await accountShelf.noteOn(account.id, (stored) => ({
        ...stored,
        token: place,
        addressConfirmed: true,
      }));
      await callers.forgetSession(account.id);
      return { tokenChecked };
    },

    async removeAccount({ accountId, leaveKeychainEntry }) {
      const account = accountShelf.get(accountId);
      try {
        // What lies in the vault goes with its account.
        if (account.session?.place === 'keychain') await tokens.remove(accountId, 'session', 'keychain');
        if (account.token === 'keychain') await tokens.remove(accountId, 'token', 'keychain');
        else if (account.kind === 'own') {
          // What the vault took over may be left there, and what somebody had who started over without the passphrase.
          await tokens.discard(accountId, 'token');
          await tokens.discard(accountId, 'session');
        }
      } catch (error) {
        if (!leaveKeychainEntry) throw error;
      }
      await accountShelf.change(({ all, activeId }) => {
        const left = all.filter((one) => one.id !== accountId);
        return { all: left, activeId: activeId === accountId ? (left[0]?.id ?? null) : activeId };
      });
      state.forget(accountId);
      return {};
    },

    async dismissSunset({ accountId }) {
      await accountShelf.changeOne(accountId, (account) => ({
        ...account,
        sunset: account.sunset && { ...account.sunset, seen: true },
      }));
      return {};
    },
  };
}
