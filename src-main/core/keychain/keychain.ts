import { AppError, type ErrorCode } from '#contract/errors';
import type { KeychainState } from '#contract/snapshot';
import type { KeychainTrouble, SecretResult, Secrets } from '../ports/secrets';

const codes: Record<KeychainTrouble, ErrorCode> = {
  locked: 'keychain-locked',
  unavailable: 'keychain-unavailable',
  'timed-out': 'keychain-timed-out',
  crashed: 'keychain-crashed',
};

/** The OS keychain as the core uses it: every touch tells what it showed, and a failure is an AppError. */
export class Keychain {
  readonly #secrets: Secrets;
  readonly #onState: (state: KeychainState) => void;
  /** The last touch was a probe that succeeded: only then does a missing entry mean that it is gone. */
  #provenOpen = false;
  /** It took a canary or gave a secret out in this run, and has not failed since. */
  #wasOpen = false;

  /** @param onState is told after every touch */
  constructor(secrets: Secrets, onState: (state: KeychainState) => void) {
    this.#secrets = secrets;
    this.#onState = onState;
  }

  /** Whether the last touch has shown that it is open, so that a missing entry is certainly missing. */
  get isProvenOpen(): boolean {
    return this.#provenOpen;
  }

  /** Whether it has answered in this run as an open one does, so that asking it again should ask nobody for a password. */
  get wasOpen(): boolean {
    return this.#wasOpen;
  }

  /** Writes, reads and removes a canary. @throws AppError `keychain-*` */
  async probe(): Promise<void> {
    this.#value(await this.#secrets.probe());
    this.#provenOpen = true;
    this.#wasOpen = true;
  }

  /**
   * Keeps a secret and proves that it is kept. The keychain is probed first, so that a locked one changes nothing.
   *
   * @throws AppError `keychain-*`, or `token-not-kept` when the keychain did not give back what it took; what stood
   * there before is put back then
   */
  async keep(name: string, secret: string): Promise<void> {
    await this.probe();
    const before = this.#value(await this.#secrets.read(name));
    this.#value(await this.#secrets.write(name, secret));
    if (this.#value(await this.#secrets.read(name)) === secret) return;
    await (before === null ? this.#secrets.remove(name) : this.#secrets.write(name, before));
    throw new AppError('token-not-kept');
  }

  /** An entry that may well not be there: null then, and also where a locked keychain says so. @throws as `probe` */
  async find(name: string): Promise<string | null> {
    const secret = this.#value(await this.#secrets.read(name));
    if (secret !== null) this.#wasOpen = true;
    return secret;
  }

  /**
   * An entry that was put there: null only when a probe has just shown that the keychain is open.
   *
   * @throws AppError `keychain-*`
   */
  async require(name: string): Promise<string | null> {
    const proven = this.#provenOpen;
    const secret = await this.find(name);
    if (secret !== null || proven) return secret;
    return this.foundLocked();
  }

  /**
   * An entry that was put there was not given out. A second prompt would tell a locked keychain from a removed entry, but
   * whoever has just dismissed one should not get another: "Check keychain" and unlocking are there for that.
   *
   * @throws AppError `keychain-locked`
   */
  foundLocked(): never {
    this.#wasOpen = false;
    this.#onState('locked');
    throw new AppError('keychain-locked');
  }

  /** Removes an entry. Its absence is no failure. @throws AppError `keychain-*`, with nothing removed */
  async remove(name: string): Promise<void> {
    const removed = this.#value(await this.#secrets.remove(name));
    // A locked keychain, too, answers that there was nothing.
    if (!removed) await this.probe();
  }

  /**
   * Removes what an earlier choice left behind, as far as that goes without a probe and its prompt.
   *
   * @returns false where it may be there still, for the keychain did not answer
   */
  async discard(name: string): Promise<boolean> {
    const { kind } = await this.#secrets.remove(name);
    return kind === 'ok' || kind === 'unavailable';
  }

  #value<T>(result: SecretResult<T>): T {
    this.#provenOpen = false;
    this.#onState(result.kind === 'ok' ? 'ready' : result.kind);
    if (result.kind === 'ok') return result.value;
    this.#wasOpen = false;
    throw new AppError(codes[result.kind]);
  }
}
