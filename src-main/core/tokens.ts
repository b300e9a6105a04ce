import { AppError, type ErrorCode } from '#contract/errors';
import type { KeychainState } from '#contract/snapshot';
import type { KeychainTrouble, SecretResult, Secrets } from './ports';
import type { StoredAccount } from './settings';
import type { State } from './state';

export type Slot = 'token' | 'session';
export type Place = 'keychain' | 'memory';

const codes: Record<KeychainTrouble, ErrorCode> = {
  locked: 'keychain-locked',
  unavailable: 'keychain-unavailable',
  'timed-out': 'keychain-timed-out',
  crashed: 'keychain-crashed',
};
const entry = (slot: Slot, accountId: string): string => `${slot}:${accountId}`;

/**
 * The tokens of the accounts: in the keychain, or in memory for this run where the user chose that. Never on disk.
 * Every touch of the keychain updates what the snapshot says of its state.
 */
export class Tokens {
  readonly #secrets: Secrets;
  readonly #state: State;
  /** The last touch was a probe that succeeded: only then does a missing entry mean that it is gone. */
  #provenOpen = false;

  constructor(secrets: Secrets, state: State) {
    this.#secrets = secrets;
    this.#state = state;
  }

  /** Writes, reads and removes a canary. @throws AppError `keychain-*` */
  async probe(): Promise<void> {
    this.#value(await this.#secrets.probe());
    this.#provenOpen = true;
  }

  /**
   * Keeps a secret and proves that it is kept. The keychain is probed first, so that a locked one changes nothing.
   *
   * @throws AppError `keychain-*`, or `token-not-kept` when the keychain did not give back what it took; what stood
   * there before is put back then
   */
  async keep(accountId: string, slot: Slot, secret: string, place: Place): Promise<void> {
    if (place === 'keychain') {
      await this.probe();
      const name = entry(slot, accountId);
      const before = this.#value(await this.#secrets.read(name));
      this.#value(await this.#secrets.write(name, secret));
      if (this.#value(await this.#secrets.read(name)) !== secret) {
        await (before === null ? this.#secrets.remove(name) : this.#secrets.write(name, before));
        throw new AppError('token-not-kept');
      }
    }
    this.#state.recall(accountId)[slot] = place === 'memory' ? secret : null;
  }

  /**
   * The account's token.
   *
   * @throws AppError `keychain-*`; `token-missing` when it was kept for an earlier run only, or when a probe has just
   * shown that the keychain is open and the entry is gone
   */
  async token(account: StoredAccount): Promise<string> {
    return this.#read(account.id, 'token', account.token);
  }

  /**
   * The account's session token, null when it has none that still lives at `now` (epoch milliseconds).
   *
   * @throws AppError `keychain-*`
   */
  async session(account: StoredAccount, now: number): Promise<string | null> {
    const { session } = account;
    if (!session || (session.expiresAt !== null && session.expiresAt <= now)) return null;
    if (session.place === 'memory' && this.#state.recall(account.id).session === null) return null;
    try {
      return await this.#read(account.id, 'session', session.place);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'token-missing') throw error;
      await this.#state.noteOnAccount(account.id, (stored) => ({ ...stored, session: null }));
      return null;
    }
  }

  /** Removes a secret. Its absence is no failure. @throws AppError `keychain-*`, with nothing removed */
  async remove(accountId: string, slot: Slot, place: Place): Promise<void> {
    if (place === 'keychain') {
      const removed = this.#value(await this.#secrets.remove(entry(slot, accountId)));
      // A locked keychain, too, answers that there was nothing.
      if (!removed) await this.probe();
    }
    this.#state.recall(accountId)[slot] = null;
  }

  /** Removes what an earlier choice left in the keychain, as far as that goes without a probe and its prompt. */
  async discard(accountId: string, slot: Slot): Promise<void> {
    await this.#secrets.remove(entry(slot, accountId));
  }

  async #read(accountId: string, slot: Slot, place: Place): Promise<string> {
    const proven = this.#provenOpen;
    const secret =
      place === 'memory'
        ? this.#state.recall(accountId)[slot]
        : this.#value(await this.#secrets.read(entry(slot, accountId)));
    if (secret !== null) return secret;
    if (place === 'memory' || proven) throw new AppError('token-missing');
    // The marker says that one is stored. A second prompt would tell a locked keychain from a removed entry, but
    // whoever has just dismissed one should not get another: "Check keychain" is there for that.
    this.#become('locked');
    throw new AppError('keychain-locked');
  }

  #value<T>(result: SecretResult<T>): T {
    this.#provenOpen = false;
    this.#become(result.kind === 'ok' ? 'ready' : result.kind);
    if (result.kind === 'ok') return result.value;
    throw new AppError(codes[result.kind]);
  }

  #become(state: KeychainState): void {
    if (this.#state.keychain === state) return;
    this.#state.keychain = state;
    this.#state.announce();
  }
}
