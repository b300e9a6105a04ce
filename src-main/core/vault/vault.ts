import { AppError } from '#contract/errors';
import type { VaultState } from '#contract/snapshot';
import { InOrder } from '../turns/in-order';
import { emptyVault, type VaultContents } from './vault-contents';
import { assertRoom } from './vault-room';
import type { VaultStore } from './vault-store';

/** Seals the vault and its last good version to another key. @throws as VaultStore.reseal */
export type Reseal = (identity: string) => Promise<void>;

interface Parts {
  readonly store: VaultStore;
  /** Is told after every change of what the vault holds or of its state. */
  readonly onChange: () => void;
  /** Is told when a change of the contents is on disk. */
  readonly onSaved: () => void;
  /** Drops what others hold over the contents, for a vault that is started over. */
  readonly onStartOver: () => void;
}

/** What is sealed in `vault.age`, whatever it is. One change after the other. */
export class Vault {
  readonly #parts: Parts;
  #contents: VaultContents = emptyVault;
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

  /** Which version of the vault is open; see VaultStore.stamp. */
  get stamp(): string | null {
    return this.#parts.store.stamp;
  }

  /** What is in it; empty while it is closed. */
  get contents(): VaultContents {
    return this.#contents;
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
   * Changes what is in it: sealed, written, read back and opened before anybody sees it.
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

  /** Proves that a change would be kept and opens later, by writing what is there. @throws as `change` */
  async prove(): Promise<void> {
    await this.open();
    await this.#parts.store.keepKey();
    await this.change((contents) => contents);
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
      const { stamp } = store;
      await how((identity) => store.reseal(this.#contents, identity)).finally(onChange);
      // What backups know the vault by is another one now.
      if (store.stamp !== stamp) onSaved();
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
   * Drops the contents and the key from memory, when every change that is under way is on disk. Nothing opens the vault
   * again before `unshut`.
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
   * Keeps a vault whose passphrase was forgotten under another name, and begins an empty one. What others hold over it
   * goes, too.
   *
   * @throws as VaultStore.beginAnew
   */
  startOver(): Promise<void> {
    return this.#changes.run(async () => {
      await this.#parts.store.beginAnew();
      this.#contents = emptyVault;
      this.#parts.onStartOver();
      this.#shut = false;
      this.#parts.onChange();
    });
  }

  async #open(): Promise<void> {
    this.#contents = await this.#parts.store.open();
  }
}
