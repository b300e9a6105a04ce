import { AppError } from '#contract/errors';
import type { Keychain } from './keychain';
import type { StoredAccount } from './settings';
import type { State } from './state';

export type Slot = 'token' | 'session';
export type Place = 'keychain' | 'memory';

const entry = (slot: Slot, accountId: string): string => `${slot}:${accountId}`;

/** The tokens of the accounts: in the keychain, or in memory for this run where the user chose that. Never on disk. */
export class Tokens {
  readonly #keychain: Keychain;
  readonly #state: State;

  constructor(keychain: Keychain, state: State) {
    this.#keychain = keychain;
    this.#state = state;
  }

  /** Keeps a secret and proves that it is kept. @throws AppError `keychain-*`, `token-not-kept` */
  async keep(accountId: string, slot: Slot, secret: string, place: Place): Promise<void> {
    if (place === 'keychain') await this.#keychain.keep(entry(slot, accountId), secret);
    this.#state.recall(accountId)[slot] = place === 'memory' ? secret : null;
  }

  /**
   * The account's token.
   *
   * @throws AppError `keychain-*`; `token-missing` when it was kept for an earlier run only, when the account was
   * restored without it, or when a probe has just shown that the keychain is open and the entry is gone
   */
  async token(account: StoredAccount): Promise<string> {
    const place = account.token;
    const token = place === 'missing' ? null : await this.#read(account.id, 'token', place);
    if (token === null) throw new AppError('token-missing');
    return token;
  }

  /**
   * The account's session token, null when it has none that still lives at `now` (epoch milliseconds).
   *
   * @throws AppError `keychain-*`
   */
  async session(account: StoredAccount, now: number): Promise<string | null> {
    const { session } = account;
    if (!session || (session.expiresAt !== null && session.expiresAt <= now)) return null;
    const token = await this.#read(account.id, 'session', session.place);
    if (token === null && session.place === 'keychain') {
      await this.#state.noteOnAccount(account.id, (stored) => ({ ...stored, session: null }));
    }
    return token;
  }

  /** Removes a secret. Its absence is no failure. @throws AppError `keychain-*`, with nothing removed */
  async remove(accountId: string, slot: Slot, place: Place): Promise<void> {
    if (place === 'keychain') await this.#keychain.remove(entry(slot, accountId));
    this.#state.recall(accountId)[slot] = null;
  }

  /** Removes what an earlier choice left in the keychain, as far as that goes without a probe and its prompt. */
  async discard(accountId: string, slot: Slot): Promise<void> {
    await this.#keychain.discard(entry(slot, accountId));
  }

  async #read(accountId: string, slot: Slot, place: Place): Promise<string | null> {
    if (place === 'memory') return this.#state.recall(accountId)[slot];
    return this.#keychain.require(entry(slot, accountId));
  }
}
