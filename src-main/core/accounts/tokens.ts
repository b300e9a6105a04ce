import { AppError } from '#contract/errors';
import type { Keychain } from '../keychain/keychain';
import type { Profile } from '../profile/profile';
import type { StoredAccount } from '../state/settings';
import type { State } from '../state/state';
import type { AccountShelf } from '../shelves/account-shelf';

export type Slot = 'token' | 'session';
export type Place = 'keychain' | 'memory';

/** The first version named no profile: a copy took, and removed, the tokens of the profile that it was made from. */
const entryOf = (profileId: string | null, slot: Slot, accountId: string): string =>
  profileId === null ? `${slot}:${accountId}` : `${slot}:${profileId}:${accountId}`;

interface Parts {
  readonly keychain: Keychain;
  readonly state: State;
  readonly accountShelf: AccountShelf;
  readonly profile: Profile;
}

/** The tokens of the accounts: in the keychain, or in memory for this run where the user chose that. Never on disk. */
export class Tokens {
  readonly #keychain: Keychain;
  readonly #state: State;
  readonly #accountShelf: AccountShelf;
  readonly #profile: Profile;
  #moving: Promise<void> | null = null;

  constructor({ keychain, state, accountShelf, profile }: Parts) {
    this.#keychain = keychain;
    this.#state = state;
    this.#accountShelf = accountShelf;
    this.#profile = profile;
  }

  /** Keeps a secret and proves that it is kept. @throws AppError `keychain-*`, `token-not-kept`; as Profile.settle */
  async keep(accountId: string, slot: Slot, secret: string, place: Place): Promise<void> {
    if (place === 'keychain') {
      await this.#profile.settle();
      await this.#keychain.keep(this.#entry(slot, accountId), secret);
    }
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
      await this.#accountShelf.noteOn(account.id, (stored) => ({ ...stored, session: null }));
    }
    return token;
  }

  /** Removes a secret. Its absence is no failure. @throws AppError `keychain-*`, with nothing removed */
  async remove(accountId: string, slot: Slot, place: Place): Promise<void> {
    if (place === 'keychain') await this.#keychain.remove(this.#entry(slot, accountId));
    this.#state.recall(accountId)[slot] = null;
  }

  /** Removes what an earlier choice left in the keychain, as far as that goes without a probe and its prompt. */
  async discard(accountId: string, slot: Slot): Promise<void> {
    await this.#keychain.discard(this.#entry(slot, accountId));
  }

  async #read(accountId: string, slot: Slot, place: Place): Promise<string | null> {
    if (place === 'memory') return this.#state.recall(accountId)[slot];
    await this.#move();
    return this.#keychain.require(this.#entry(slot, accountId));
  }

  #entry(slot: Slot, accountId: string): string {
    return entryOf(this.#profile.id, slot, accountId);
  }

  /**
   * Copies what lies under the names of an earlier profile, or of none, to names of this profile's own, once. What was
   * there stays: a profile that this one was copied from has nothing else.
   *
   * @throws AppError `keychain-*`, `token-not-kept`
   */
  #move(): Promise<void> {
    if (this.#profile.tokensFrom.length === 0) return Promise.resolve();
    this.#moving ??= this.#moveAll().finally(() => {
      this.#moving = null;
    });
    return this.#moving;
  }

  async #moveAll(): Promise<void> {
    // Else a locked keychain, which says that there is nothing, would pass for one without tokens.
    await this.#keychain.probe();
    for (const { id, token, session } of this.#accountShelf.all) {
      if (token === 'keychain') await this.#moveOne('token', id);
      if (session?.place === 'keychain') await this.#moveOne('session', id);
    }
    await this.#profile.noteTokensMoved();
  }

  async #moveOne(slot: Slot, accountId: string): Promise<void> {
    if ((await this.#keychain.find(this.#entry(slot, accountId))) !== null) return;
    for (const from of this.#profile.tokensFrom) {
      const secret = await this.#keychain.find(entryOf(from, slot, accountId));
      if (secret === null) continue;
      await this.keep(accountId, slot, secret, 'keychain');
      return;
    }
  }
}
