import { AppError } from '#contract/errors';
import type { VaultState } from '#contract/snapshot';
import { InOrder } from '../turns/in-order';
import { emptyLedger, joinSets } from '../recovery-codes/ledger';
import type { Ledger } from '../records/ledger-record';
import { emptyVault, type VaultContents } from './vault-contents';
import { assertRoom, assertRoomForNewSet } from './vault-room';
import type { VaultStore } from './vault-store';

/** Seals the vault and its last good version to another key. @throws as VaultStore.reseal */
export type Reseal = (identity: string) => Promise<void>;

interface Parts {
  readonly store: VaultStore;
  /** Is told after every change of what the vault holds or of its state. */
  readonly onChange: () => void;
  /** Is told when a change of the ledgers is on disk. */
  readonly onSaved: () => void;
  /** Whether the user chose to do without the keychain for this account: then nothing of it is sealed. */
  readonly isMemoryOnly: (id: string) => boolean;
}

/** The ledgers: sealed in `vault.age`, and what holds for this run only. One change after the other. */
export class Vault {
  readonly #parts: Parts;
  #contents: VaultContents = emptyVault;
  /** Ledgers that hold for this run: of accounts without the keychain, and what could not be written. */
  readonly #unsealed = new Map<string, Ledger>();
  #opening: Promise<void> | null = null;
  readonly #changes = new InOrder();
  #shut = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get state(): VaultState {
    return this.#parts.store.state;
  }

  get setAside(): boolean {
    return this.#parts.store.setAside;
  }

  /** Which version of the vault is open; see VaultStore.mark. */
  get mark(): string | null {
    return this.#parts.store.mark;
  }

  get ledgers(): readonly Ledger[] {
    const { ledgers } = this.#contents;
    const sealed = ledgers.map((one) => joinSets(this.#unsealed.get(one.id), one));
    const known = new Set(ledgers.map(({ id }) => id));
    return [...sealed, ...[...this.#unsealed.values()].filter(({ id }) => !known.has(id))];
  }

  isSealed(id: string): boolean {
    return !this.#unsealed.has(id);
  }

  /** The ledger of an account, or one kept by hand; empty when nothing is known yet. */
  ledger(id: string, label = ''): Ledger {
    return this.ledgers.find((one) => one.id === id) ?? emptyLedger(id, label);
  }

  /**
   * Opens the vault unless it is open. May make the system ask for the keychain's password.
   *
   * @throws AppError as VaultStore.open; `locked` while it is shut
   */
  async open(): Promise<void> {
    if (this.#shut) throw new AppError('locked');
    if (this.state === 'open' || this.state === 'newer') return;
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
      this.#parts.onChange();
    });
    await this.#opening;
  }

  /**
   * Changes ledgers: sealed, written, read back and opened before anybody sees them.
   *
   * @throws AppError as `open`; `vault-read-only`; `vault-not-saved` and `vault-full`, with nothing changed
   */
  change(how: (contents: VaultContents) => VaultContents): Promise<void> {
    return this.#changes.run(async () => {
      await this.open();
      if (this.state === 'newer') throw new AppError('vault-read-only');
      const next = how(this.#contents);
      assertRoom(this.#contents, next);
      await this.#parts.store.write(next);
      this.#contents = next;
      this.#parts.onChange();
      this.#parts.onSaved();
    });
  }

  /** Opens the vault if the ledger needs it. @throws AppError as `open` */
  async openFor(id: string): Promise<void> {
    if (!this.#parts.isMemoryOnly(id) && !this.#unsealed.has(id)) await this.open();
  }

  /** Proves that a change of the ledger would be kept and opens later, by writing what is there. @throws as `change` */
  async prove(id: string): Promise<void> {
    if (this.#parts.isMemoryOnly(id)) return;
    await this.open();
    assertRoomForNewSet(this.#contents, id);
    await this.#parts.store.keepKey();
    await this.change((contents) => contents);
  }

  /** Changes one ledger, which is made when it is new. @throws AppError as `change` */
  async changeLedger(id: string, label: string, how: (ledger: Ledger) => Ledger): Promise<void> {
    if (this.#parts.isMemoryOnly(id)) {
      this.holdInMemory(id, label, how);
      return;
    }
    await this.change((contents) => putLedger(contents, { ...how(this.ledger(id, label)), label }));
    if (this.#unsealed.delete(id)) this.#parts.onChange();
  }

  /** Removes a ledger. One that was never sealed needs no key for that. @throws AppError as `change` */
  async removeLedger(id: string): Promise<void> {
    const without = (contents: VaultContents): VaultContents => ({
      ...contents,
      ledgers: contents.ledgers.filter((one) => one.id !== id),
    });
    if (this.#contents.ledgers.some((one) => one.id === id)) await this.change(without);
    if (this.#unsealed.delete(id)) this.#parts.onChange();
  }

  /**
   * Keeps what must not be lost although it cannot be written now: it holds until a change of the ledger can be
   * written, or until the end of this run.
   */
  holdInMemory(id: string, label: string, how: (ledger: Ledger) => Ledger): void {
    this.#unsealed.set(id, { ...how(this.ledger(id, label)), label });
    this.#parts.onChange();
  }

  /**
   * Runs a change of the vault's key, of which no change of the vault may come in between.
   *
   * @throws AppError as `open`; `vault-read-only`; as `how`
   */
  changeKey(how: (reseal: Reseal) => Promise<void>): Promise<void> {
    return this.#changes.run(async () => {
      await this.open();
      if (this.state !== 'open') throw new AppError('vault-read-only');
      const { store, onChange, onSaved } = this.#parts;
      const { mark } = store;
      await how((identity) => store.reseal(this.#contents, identity)).finally(onChange);
      // What backups know the vault by is another one now.
      if (store.mark !== mark) onSaved();
    });
  }

  /** Whether the vault and its last good version open with the key of now. Never rejects. */
  opensWholly(): Promise<boolean> {
    return this.#parts.store.opensWholly();
  }

  /** With its key gone, begins an empty vault beside the old one. Otherwise does nothing. @throws as VaultStore.beginAnew */
  beginAnew(): Promise<void> {
    return this.#changes.run(async () => {
      if (this.state !== 'key-missing') return;
      await this.#parts.store.beginAnew();
      this.#contents = emptyVault;
      this.#parts.onChange();
    });
  }

  /**
   * Drops the sealed ledgers and the key from memory, when every change that is under way is on disk. Nothing opens the
   * vault again before `unshut`. What was never sealed stays: it is nowhere else.
   */
  shut(): Promise<void> {
    return this.#changes.run(async () => {
      await this.#opening?.catch(() => undefined);
      this.#shut = true;
      this.#contents = emptyVault;
      await this.#parts.store.close();
      this.#parts.onChange();
    });
  }

  /** Lets the vault be opened again. */
  unshut(): void {
    this.#shut = false;
  }

  /**
   * Keeps a vault whose passphrase was forgotten under another name, and begins an empty one. What was never sealed goes:
   * nobody has shown that it is theirs.
   *
   * @throws as VaultStore.beginAnew
   */
  startOver(): Promise<void> {
    return this.#changes.run(async () => {
      await this.#parts.store.beginAnew();
      this.#contents = emptyVault;
      this.#unsealed.clear();
      this.#shut = false;
      this.#parts.onChange();
    });
  }

  async #open(): Promise<void> {
    this.#contents = await this.#parts.store.open();
  }
}

function putLedger(contents: VaultContents, ledger: Ledger): VaultContents {
  const known = contents.ledgers.some((one) => one.id === ledger.id);
  const ledgers = known
    ? contents.ledgers.map((one) => (one.id === ledger.id ? ledger : one))
    : [...contents.ledgers, ledger];
  return { ...contents, ledgers };
}
