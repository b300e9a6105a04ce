import { AppError } from '#contract/errors';
import type { VaultState } from '#contract/snapshot';
import { InOrder } from '../turns/in-order';
import { isKeyless } from '../keys/keyless';
import type { Local } from './local';
import { emptyVault, isFirst, type VaultContents } from './vault-contents';
import { assertRoom } from './vault-room';
import type { Change, Reseal, VaultParts } from './vault-parts';

/** What is sealed in `vault.age`, whatever it is. One change after the other. */
export class Vault {
  /** False while the file does not have all that is known: where nothing can seal it, it holds for this run. */
  isSaved = true;

  readonly #parts: VaultParts;
  #contents: VaultContents = emptyVault;
  #opening: Promise<void> | null = null;
  readonly #changes = new InOrder();
  #shut = false;
  /** What could be sealed nowhere, over a lock. */
  #unsealed: VaultContents | null = null;
  /** What the file does not have yet although there is one, and what a lock must not cost. */
  #unwritten: Change[] = [];

  constructor(parts: VaultParts) {
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

  /** Nothing could seal it yet, so that all of it ends with this run. */
  get holdsForThisRun(): boolean {
    return !this.isSaved && this.stamp === null;
  }

  /** What is in it; empty while it is closed. */
  get contents(): VaultContents {
    return this.#contents;
  }

  /** What this computer alone has; as on the first day while it is closed. */
  get local(): Local {
    return this.#contents.local;
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
  change(how: Change): Promise<void> {
    return this.#changes.run(async () => {
      await this.open();
      if (this.state === 'newer') throw new AppError('vault-read-only');
      const next = this.#parts.marks.mark(this.#contents, how(this.#contents));
      assertRoom(this.#contents, next);
      await this.#parts.store.write(next);
      this.#take(next);
    });
  }

  /**
   * As `change`; where no key is to be had, it holds for this run.
   *
   * @param mayHold is asked where there is none, after `how`
   * @throws as `change` otherwise
   */
  changeOrHold(how: Change, mayHold = (): boolean => true): Promise<void> {
    return this.change(how).catch((error: unknown) => {
      if (!isKeyless(error) || !mayHold()) throw error;
      return this.note(how);
    });
  }

  /** As `change`, of what this computer alone has. */
  changeLocal(how: (local: Local) => Local): Promise<void> {
    return this.change(({ store, local }) => ({ store, local: how(local) }));
  }

  /**
   * Notes something that must not fail what has already happened outside, such as a code that was accepted: when it
   * cannot be written, it holds until the next lock or the end. What comes when the vault is not open any more is dropped.
   * Never rejects.
   *
   * @param isKept it is no secret, and no lock may cost it: it is noted again with each opening, until the file has it
   */
  note(how: Change, isKept = false): Promise<void> {
    return this.#changes.run(async () => {
      if (isKept) this.#unwritten.push(how);
      if (this.state !== 'open') return;
      const next = how(this.#contents);
      if (next === this.#contents) return;
      const marked = this.#parts.marks.mark(this.#contents, next);
      this.#take(marked, await this.#isWritten(marked));
    });
  }

  /** As `note`, of what this computer alone has. */
  noteLocal(how: (local: Local) => Local): Promise<void> {
    return this.note(({ store, local }) => ({ store, local: how(local) }));
  }

  /** Writes what only this run knows, as soon as something can seal it. @throws as `change` */
  async save(): Promise<void> {
    if (!this.isSaved) await this.change((contents) => contents);
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
      const { store, onChange } = this.#parts;
      await how((identity) => store.reseal(this.#contents, identity)).finally(onChange);
    });
  }

  /** Whether the vault and its last good version open with the key of now. Never rejects. */
  opensWholly(): Promise<boolean> {
    return this.#parts.store.opensWholly();
  }

  /**
   * Drops the contents and the key from memory, when every change that is under way is on disk. Nothing opens the vault
   * again before `unshut`. What no vault has yet stays, for it is nowhere else.
   */
  shut(): Promise<void> {
    return this.#changes.run(async () => {
      await this.#opening?.catch(() => undefined);
      this.#shut = true;
      if (this.state === 'open') await this.#saveLate();
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
   * Keeps a vault whose key is gone, or whose passphrase was forgotten, under another name, and begins anew. What others
   * hold over it goes, too.
   *
   * @throws as VaultStore.beginAnew
   */
  startOver(): Promise<void> {
    return this.#changes.run(async () => {
      const { store, begin, marks, onStartOver, onChange } = this.#parts;
      await store.beginAnew();
      marks.beginAnew();
      this.#contents = begin(null);
      this.#unsealed = null;
      this.#unwritten = [];
      this.isSaved = this.#contents === emptyVault;
      onStartOver();
      this.#shut = false;
      onChange();
    });
  }

  async #open(): Promise<void> {
    const { store, begin, marks } = this.#parts;
    const found = await store.open();
    marks.goOn(found, this.setAside);
    if (found && !isFirst(found)) {
      this.#contents = found;
      this.isSaved = true;
      // Not awaited: whoever opens it may be a change, which this would wait for.
      for (const how of this.#unwritten.splice(0)) void this.note(how, true);
      return;
    }
    if (this.state !== 'open') return;
    const kept = this.#unsealed ?? begin(found ?? { ledgers: [] });
    this.#contents = kept;
    this.#unsealed = null;
    this.isSaved = kept === emptyVault;
    // Taken over from an older version: what cannot be written now is taken over again with the next start.
    if (this.isSaved) return;
    const marked = marks.mark(kept, kept);
    if (await this.#isWritten(marked)) this.#take(marked);
  }

  /** The last moment at which the file may take what it did not take before. */
  async #saveLate(): Promise<void> {
    if (this.holdsForThisRun) this.#unsealed = this.#contents;
    else if (!this.isSaved) {
      if (await this.#isWritten(this.#contents)) this.#unwritten = [];
      // There is nothing more to be written, and what opens next is what the file has.
      this.isSaved = true;
    }
  }

  #isWritten(contents: VaultContents): Promise<boolean> {
    return this.#parts.store.write(contents).then(
      () => true,
      () => false,
    );
  }

  #take(contents: VaultContents, isSaved = true): void {
    this.#contents = contents;
    this.isSaved = isSaved;
    if (isSaved) this.#unwritten = [];
    this.#parts.onChange();
    if (isSaved) this.#parts.onSaved();
  }
}
