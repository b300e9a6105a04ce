import { AppError } from '#contract/errors';
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
import type { AccountShelf } from '../shelves/account-shelf';

/**
 * Milliseconds that a lock waits for what is being done: longer than a call to a service, a sealing or a folder that does
 * not answer takes. What hangs all the same must not keep people out until the next start.
 */
const patience = 60_000;

interface Parts {
  readonly state: State;
  readonly accountShelf: AccountShelf;
  readonly vault: Vault;
  readonly sealedKey: SealedKey;
  readonly changeLock: ChangeLock;
  readonly throttle: PassphraseThrottle;
  readonly keychain: Keychain;
  readonly gate: Gate;
  readonly backups: Backups;
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
  /** The vault was open, so that unlocking has to open it. */
  #wasOpen = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Finds out whether Latchkey starts locked: where a passphrase or a finger is asked for, as a restart would be a way
   * around the lock otherwise. To be called before the settings are read, so that nothing of them is seen.
   */
  async load(): Promise<void> {
    const { state, vault, sealedKey, presence } = this.#parts;
    await sealedKey.load();
    if (!sealedKey.isSet && presence.by === 'nothing') return;
    state.locked = true;
    this.#wasOpen = sealedKey.isSet;
    await vault.shut();
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
      this.#closing = this.#close();
      state.announce();
      this.#parts.leftovers.drop(this.#closing);
    }
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { vault, gate, backups, screenGuard, clock } = this.#parts;
    await this.#tell('at-once');
    await waitAtMost(clock, patience, gate.settled());
    await this.#tell('after-calls');
    screenGuard.hideFromCaptures(false);
    await waitAtMost(clock, patience, backups.settled());
    this.#wasOpen = vault.state === 'open';
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
    if (sealedKey.isSet) await this.#unlockBy(passphrase);
    else await this.#unlockByKeychain();
    if (state.locks !== locks) {
      await vault.shut();
      throw new AppError('locked');
    }
    state.locked = false;
    state.announce();
    if (!sealedKey.isSet || vault.state !== 'open') return;
    void changeLock.settle(passphrase).catch(() => undefined);
    onPassphrase(passphrase);
  }

  async #unlockByKeychain(): Promise<void> {
    const { vault, presence } = this.#parts;
    if (presence.by !== 'nothing' && !(await presence.confirm()))
      throw new AppError('presence-not-confirmed');
    await this.#open(() => vault.open());
  }

  #unlockBy(passphrase: string): Promise<void> {
    const { vault, sealedKey, throttle } = this.#parts;
    return throttle.guard(async () => {
      await sealedKey.open(passphrase);
      await this.#open(() =>
        vault.open().catch((error: unknown) => {
          // After a change that was cut off, it may be the passphrase of before.
          const isOlder = sealedKey.isChanging && isMissing(error);
          throw isOlder ? new AppError('wrong-passphrase') : error;
        }),
      );
    });
  }

  /** Opens the vault if it was open. What is wrong with the file itself is told inside, where it can be restored. */
  async #open(how: () => Promise<void>): Promise<void> {
    const { vault, keychain } = this.#parts;
    vault.unshut();
    if (!this.#wasOpen) return;
    try {
      await how().catch(async (error: unknown) => {
        if (!(error instanceof AppError && error.code === 'keychain-locked')) throw error;
        // Somebody is there and asked for it: a probe tells a key that is gone from a keychain that is locked.
        await keychain.probe();
        await how();
      });
    } catch (error) {
      if (error instanceof AppError && !staysLocked(error)) return;
      await vault.shut();
      throw error;
    }
  }

  /**
   * For whoever forgot the passphrase, or whose keychain has lost the key: the sealed codes are kept under another name, and
   * an empty vault begins. The tokens have to be entered anew, for otherwise this would be a way around the lock.
   *
   * @throws AppError `vault-not-saved`, as State.change: with Latchkey still locked
   */
  async startOver(): Promise<void> {
    const { state, accountShelf, vault, sealedKey, throttle } = this.#parts;
    await this.#closing;
    if (!state.locked || (!sealedKey.isSet && vault.state !== 'key-missing')) return;
    await accountShelf.change(({ all, activeId }) => ({
      all: all.map((account) => ({ ...account, token: 'missing', session: null })),
      activeId,
    }));
    for (const { id } of accountShelf.all) state.forget(id);
    await vault.startOver();
    await throttle.begin();
    state.locked = false;
    state.announce();
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'vault-key-missing';

/** What nobody is let in for: without the key it is not known whose vault it is. */
const staysLocked = ({ code }: AppError): boolean =>
  code.startsWith('keychain-') || code === 'vault-key-missing' || code === 'wrong-passphrase';
