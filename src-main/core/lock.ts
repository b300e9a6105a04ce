import { AppError } from '#contract/errors';
import type { Backups } from './backup/backups';
import type { SecretClipboard } from './clipboard';
import type { Gate } from './gate';
import type { Leftovers, Presence, ScreenGuard } from './lock-ports';
import { waitAtMost } from './patience';
import type { Clock, Secrets } from './ports';
import type { State } from './state';
import type { Vault } from './vault';
import type { VaultKey } from './vault-key';
import { waitAfter, waitOf } from './wrong-tries';

/**
 * Milliseconds that a lock waits for what is being done: longer than a call to a service, a sealing or a folder that does
 * not answer takes. What hangs all the same must not keep people out until the next start.
 */
const patience = 60_000;

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly key: VaultKey;
  readonly gate: Gate;
  readonly backups: Backups;
  readonly clipboard: SecretClipboard;
  readonly presence: Presence;
  readonly secrets: Pick<Secrets, 'rest'>;
  readonly screenGuard: ScreenGuard;
  readonly leftovers: Leftovers;
  readonly clock: Clock;
  /** Drops what was opened to restore from. */
  readonly leaveRestore: () => void;
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
    const { state, vault, key, presence } = this.#parts;
    await key.load();
    if (!key.isSealed && presence.by === 'nothing') return;
    state.locked = true;
    this.#wasOpen = key.isSealed;
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
    const { vault, gate, backups, clipboard, screenGuard, secrets, clock, leaveRestore } = this.#parts;
    leaveRestore();
    await clipboard.clear();
    await waitAtMost(clock, patience, gate.settled());
    // What ended just now may have copied or shown something.
    await clipboard.clear();
    screenGuard.keepOut(false);
    await waitAtMost(clock, patience, backups.settled());
    this.#wasOpen = vault.state === 'open';
    await vault.shut();
    secrets.rest();
  }

  /**
   * Unlocks: by the passphrase where one is asked for, else by the keychain, which has to give the vault's key out.
   *
   * @throws AppError `wrong-passphrase` and `unlock-too-soon`, with `retryAt` where the next try has to wait;
   * `lock-key-damaged`, `vault-unreadable`; `presence-not-confirmed`; `keychain-*`; `locked` when it was locked anew
   * meanwhile
   */
  async unlock(passphrase: string): Promise<void> {
    const { state, vault, key, presence } = this.#parts;
    const { locks } = state;
    await this.#closing;
    if (!state.locked) return;
    if (key.isSealed) await this.#tryPassphrase(passphrase);
    else if (presence.by !== 'nothing' && !(await presence.confirm()))
      throw new AppError('presence-not-confirmed');
    vault.unshut();
    try {
      if (this.#wasOpen) await vault.open();
    } catch (error) {
      // What else is wrong with the vault is told inside, where it can be restored.
      if (!(error instanceof AppError) || error.code.startsWith('keychain-')) {
        await vault.shut();
        throw error;
      }
    }
    if (state.locks !== locks) {
      await vault.shut();
      throw new AppError('locked');
    }
    state.locked = false;
    state.announce();
    void key.tidy().catch(() => undefined);
  }

  async #tryPassphrase(passphrase: string): Promise<void> {
    const { state, key, clock } = this.#parts;
    const { wrongTries } = state.settings.lock;
    const waitUntil = waitOf(state.settings.lock, clock.now());
    if (waitUntil !== null) throw new AppError('unlock-too-soon', { retryAt: waitUntil });
    try {
      await key.open(passphrase);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'wrong-passphrase')) throw error;
      const wait = waitAfter(wrongTries + 1);
      const retryAt = wait > 0 ? clock.now() + wait : null;
      await this.#note(wrongTries + 1, retryAt);
      throw new AppError('wrong-passphrase', retryAt === null ? {} : { retryAt });
    }
    if (wrongTries > 0) await this.#note(0, null);
  }

  /** Holds for this run where it cannot be written. */
  async #note(wrongTries: number, waitUntil: number | null): Promise<void> {
    const { state } = this.#parts;
    await state.note((settings) => ({ ...settings, lock: { ...settings.lock, wrongTries, waitUntil } }));
  }

  /**
   * For whoever forgot the passphrase: the sealed codes are kept under another name, and an empty vault begins. The
   * tokens have to be entered anew, for otherwise this would be a way around the lock.
   *
   * @throws AppError `vault-not-saved`, as State.change: with Latchkey still locked
   */
  async startOver(): Promise<void> {
    const { state, vault, key } = this.#parts;
    await this.#closing;
    if (!state.locked || !key.isSealed) return;
    await state.change((settings) => ({
      ...settings,
      accounts: settings.accounts.map((account) => ({ ...account, token: 'missing', session: null })),
      lock: { ...settings.lock, wrongTries: 0, waitUntil: null },
    }));
    for (const { id } of state.settings.accounts) state.forget(id);
    await vault.startOver();
    state.locked = false;
    state.announce();
  }
}
