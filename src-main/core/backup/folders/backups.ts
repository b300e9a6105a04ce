import type { BackupsSummary } from '#contract/backups';
import { AppError } from '#contract/errors';
import { InOrder } from '../../turns/in-order';
import type { Clock } from '../../ports/clock';
import type { Files } from '../../ports/files/files';
import type { Sealer } from '../../ports/sealing/sealer';
import type { State } from '../../state/state';
import type { LedgerShelf } from '../../recovery-codes/ledger-shelf';
import type { Vault } from '../../vault/vault';
import { BackupFolder } from './folder';
import { FolderRecords } from './folder-records';
import { type Draft, draftOf } from './draft';
import { lookAt } from './look';
import { writeAll } from './write-all';

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly ledgerShelf: LedgerShelf;
  readonly sealer: Sealer;
  readonly files: Files;
  readonly clock: Clock;
}

/** The backup folders: what is written there, and in what health it is. One thing after the other. */
export class Backups {
  readonly folders: FolderRecords;
  readonly #parts: Parts;
  readonly #steps = new InOrder();
  /** The write that waits for its turn: one for all who asked meanwhile. */
  #due: Promise<AppError[]> | null = null;
  #byHand = false;
  #looking: Promise<void> | null = null;
  #wasOpen = false;
  /** What a backup was last due for. */
  #noticed = '';

  constructor(parts: Parts) {
    this.#parts = parts;
    this.folders = new FolderRecords(parts);
  }

  /** What the window may know; null until a folder is set up. */
  get summary(): BackupsSummary | null {
    return this.folders.summary;
  }

  /** Runs a task of which no other may come in between. The task must not wait for another one. */
  inTurn<T>(task: () => Promise<T>): Promise<T> {
    return this.#steps.run(task);
  }

  /** What is known now; see draftOf. */
  draft(own: readonly string[] = []): Draft {
    return draftOf({ ...this.#parts, folders: this.folders }, own);
  }

  folder(path: string): BackupFolder {
    return new BackupFolder(this.#parts.files, path);
  }

  /** The codes or accounts have changed: a backup is due. Holds nobody up. */
  schedule(): void {
    void this.catchUp();
  }

  /** The vault was written: where backups would hold something else now, one is due. */
  noticeContent(): void {
    const { stamp } = this.folders;
    if (stamp === this.#noticed) return;
    this.#noticed = stamp;
    this.schedule();
  }

  /** As `schedule`, and resolves when it was tried. Never rejects: what fails shows in the health. */
  async catchUp(): Promise<void> {
    if (this.folders.stored && this.#parts.vault.state === 'open') await this.#request();
  }

  /**
   * Proves that every folder can be written, by writing a backup. While the vault is closed nothing would be written,
   * so that there is nothing to prove.
   *
   * @throws AppError `backup-folder-gone`, `backup-folder-not-writable`, `backup-folder-full`, `backup-key-changed`,
   * `backup-not-written`: of the first folder that got none
   */
  async prove(): Promise<void> {
    if (this.folders.stored && this.#parts.vault.state === 'open') await this.#writeByHand();
  }

  /**
   * Writes a backup into every folder.
   *
   * @throws AppError as `prove`, after every folder was tried; `no-such-folder` without a folder; as Vault.open
   */
  async write(): Promise<void> {
    if (!this.folders.stored) throw new AppError('no-such-folder');
    await this.openVault();
    await this.#writeByHand();
  }

  /** Resolves when nothing is being written, read or looked at. Never rejects. */
  async settled(): Promise<void> {
    do {
      await this.#due?.catch(() => undefined);
      await this.#steps.settled();
      // A look may have asked for a write at its end.
    } while (this.#due);
  }

  /** A backup of a closed vault would be empty. @throws AppError as Vault.open; `vault-read-only` */
  async openVault(): Promise<void> {
    const { vault } = this.#parts;
    await vault.open();
    if (vault.state !== 'open') throw new AppError('vault-read-only');
  }

  /** The vault has changed its state: when it opens, it shows what could not be backed up before. */
  noticeVault(): void {
    const isOpen = this.#parts.vault.state === 'open';
    const opened = isOpen && !this.#wasOpen;
    this.#wasOpen = isOpen;
    if (!opened) return;
    this.#noticed = this.folders.stamp;
    void this.look();
  }

  /**
   * Looks at the folders; what it finds is in the summary. A backup that fell behind, for the folder or Latchkey was
   * away when the codes changed, is written afterwards, and so is one that is not there as it was written. Never rejects.
   */
  look(): Promise<void> {
    this.#looking ??= this.inTurn(async () => {
      this.#looking = null;
      const { stored } = this.folders;
      if (!stored) return;
      let isDue = false;
      for (const folder of stored.folders) {
        const seen = await lookAt(this.folders, this.folder(folder.path), stored, folder);
        isDue ||= seen.isOurs && (seen.isSpoiled || !this.folders.isCurrent(folder));
      }
      if (isDue) this.schedule();
    }).catch(() => undefined);
    return this.#looking;
  }

  async #writeByHand(): Promise<void> {
    this.#byHand = true;
    const [first] = await this.#request();
    if (first) throw first;
  }

  #request(): Promise<AppError[]> {
    this.#due ??= this.inTurn(() => {
      const byHand = this.#byHand;
      this.#due = null;
      this.#byHand = false;
      // Locked meanwhile: a backup of a closed vault would be empty.
      return this.#parts.vault.state === 'open'
        ? writeAll({ ...this.#parts, folders: this.folders }, byHand)
        : Promise.resolve([]);
    });
    return this.#due;
  }
}
