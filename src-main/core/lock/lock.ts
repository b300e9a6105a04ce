import { AppError } from '#contract/errors';
import type { Snapshot } from '#contract/snapshot';
import type { Backups } from '../backup/folders/backups';
import type { ChangeLock } from './change-lock';
import type { Gate } from './gate';
import type { Holder, LockMoment } from './holder';
import type { Keychain } from '../keychain/keychain';
import type { Leftovers } from '../ports/leftovers';
import type { Presence } from '../ports/shell/presence';
import type { ScreenGuard } from '../ports/shell/screen-guard';
import type { PassphraseThrottle } from '../keys/passphrase-throttle';
import { waitAtMost } from '../turns/wait-at-most';
import type { Clock } from '../ports/clock';
import type { SealedKey } from '../keys/sealed-key';
import type { State } from '../state/state';
import type { Vault } from '../vault/vault';
import type { WriteCount } from '../vault/write-count';

/**
 * Milliseconds that a lock waits for what is being done: longer than a call to a service, a sealing or a folder that does
 * not answer takes. What hangs all the same must not keep people out until the next start.
 */
const patience = 60_000;
/** For how long the key stays in memory for a keychain that does not take the count of the vault's writes. */
const countingPatience = 1_000;

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly sealedKey: SealedKey;
  readonly changeLock: ChangeLock;
  readonly throttle: PassphraseThrottle;
  readonly keychain: Keychain;
  readonly gate: Gate;
  readonly backups: Backups;
  readonly writeCount: WriteCount;
  readonly presence: Presence;
  readonly screenGuard: ScreenGuard;
  readonly leftovers: Leftovers;
  readonly clock: Clock;
  /** Everyone who has something secret in memory. */
  readonly holders: readonly Holder[];
  /** Is told the passphrase that unlocked: it may open more than the vault. */
  readonly onPassphrase: (passphrase: string) => void;
}

/** Locking: the windows show nothing at once, and the ledgers and keys leave the memory when nothing needs them. */
export class Lock {
  readonly #parts: Parts;
  #closing: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Finds out whether the vault may open without a person: not where a passphrase or a finger is asked for, as a restart
   * would be a way around the lock otherwise.
   */
  async load(): Promise<void> {
    const { state, vault, sealedKey, presence } = this.#parts;
    await sealedKey.load();
    state.opening = !sealedKey.isSet && presence.by === 'nothing';
    if (!state.opening) await vault.shut();
  }

  /** Opens the vault where nobody has to do anything for it. What keeps it closed is in the snapshot. Never rejects. */
  async openAtStart(): Promise<void> {
    const { state } = this.#parts;
    if (!state.opening) return;
    this.#closing = this.#enter(state.locks, () => this.#parts.vault.open()).catch(() => undefined);
    await this.#closing;
    state.opening = false;
    state.announce();
  }

  /**
   * Locks. Resolves when nothing of the vault is in memory: what was being done then is done to its end first, for a
   * code that was just made must not be lost; but only what hangs takes a minute. Never rejects.
   */
  lock(): Promise<void> {
    const { state } = this.#parts;
    // Counted although it is locked: an unlocking that is under way stops at it.
    state.locks += 1;
    if (!state.locked) {
      state.locked = true;
      state.lockReason = 'asked';
      this.#closing = this.#close();
      state.announce();
      this.#parts.leftovers.drop(this.#closing);
    }
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { gate, backups, writeCount, screenGuard, clock } = this.#parts;
    await this.#tell('at-once');
    await waitAtMost(clock, patience, gate.settled());
    await this.#tell('after-calls');
    screenGuard.hideFromCaptures(false);
    await waitAtMost(clock, patience, backups.settled());
    await waitAtMost(clock, countingPatience, writeCount.settle());
    await this.#tell('after-backups');
  }

  async #tell(moment: LockMoment): Promise<void> {
    for (const holder of this.#parts.holders) if (holder.told.includes(moment)) await holder.dropSecrets();
  }

  /**
   * Unlocks: by the passphrase where one is asked for, else by the keychain, which has to give the vault's key out.
   *
   * @throws AppError `wrong-passphrase` and `unlock-too-soon`, with `retryAt` where the next try has to wait;
   * `lock-key-damaged`, `vault-unreadable`; `presence-not-confirmed`; `keychain-*`; `vault-key-missing` where the keychain is
   * open and has no key that fits; `locked` when it was locked anew meanwhile
   */
  async unlock(passphrase: string): Promise<void> {
    const { state, vault, sealedKey, changeLock, onPassphrase } = this.#parts;
    const { locks } = state;
    await this.#closing;
    if (!state.locked) return;
    await this.#enter(locks, () => (sealedKey.isSet ? this.#unlockBy(passphrase) : this.#unlockByKeychain()));
    if (!sealedKey.isSet || vault.state !== 'open') return;
    void changeLock.settle(passphrase).catch(() => undefined);
    onPassphrase(passphrase);
  }

  /**
   * Lets people in once the vault is open, and says why where it is not.
   *
   * @param locks how often Latchkey was told to lock when this began
   */
  async #enter(locks: number, open: () => Promise<void>): Promise<void> {
    const { state, vault } = this.#parts;
    try {
      await open();
      if (state.locks !== locks) throw new AppError('locked');
      state.locked = false;
      state.lockReason = 'asked';
    } catch (error) {
      await vault.shut();
      state.lockReason = reasonOf(error);
      throw error;
    } finally {
      state.announce();
    }
  }

  async #unlockByKeychain(): Promise<void> {
    const { vault, presence, keychain } = this.#parts;
    if (presence.by !== 'nothing' && !(await presence.confirm()))
      throw new AppError('presence-not-confirmed');
    vault.unshut();
    await vault.open().catch(async (error: unknown) => {
      if (!(error instanceof AppError && error.code === 'keychain-locked')) throw error;
      // Somebody is there and asked for it: a probe tells a key that is gone from a keychain that is locked.
      await keychain.probe();
      await vault.open();
    });
  }

  #unlockBy(passphrase: string): Promise<void> {
    const { vault, sealedKey, throttle } = this.#parts;
    return throttle.guard(async () => {
      await sealedKey.open(passphrase);
      vault.unshut();
      await vault.open().catch((error: unknown) => {
        // After a change that was cut off, it may be the passphrase of before.
        const isOlder = sealedKey.isChanging && isMissing(error);
        throw isOlder ? new AppError('wrong-passphrase') : error;
      });
    });
  }

  /**
   * For whoever forgot the passphrase, or whose keychain has lost the key: the sealed codes are kept under another name, and
   * an empty vault begins. The tokens have to be entered anew, for otherwise this would be a way around the lock.
   *
   * @throws AppError `vault-not-saved`, with Latchkey still locked
   */
  async startOver(): Promise<void> {
    const { state, vault, sealedKey, throttle } = this.#parts;
    await this.#closing;
    if (!state.locked || (!sealedKey.isSet && vault.state !== 'key-missing')) return;
    await vault.startOver();
    await throttle.begin();
    state.locked = false;
    state.lockReason = 'asked';
    state.announce();
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'vault-key-missing';

function reasonOf(error: unknown): Snapshot['lock']['reason'] {
  if (!(error instanceof AppError)) return 'asked';
  if (error.code.startsWith('keychain-')) return 'keychain';
  if (error.code === 'vault-key-missing') return 'key-missing';
  return error.code === 'vault-unreadable' ? 'unreadable' : 'asked';
}
