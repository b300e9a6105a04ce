import type { CheckOutcome, FolderSummary, FolderHolds } from '#contract/backups';
import type { Backend, Gives } from '#contract/contract';
import { AppError } from '#contract/errors';
import { doneWords } from '#words/done';
import { Attempt } from '../attempt.svelte';
import { checkedPassphrase } from '../lock/checked-passphrase';
import { NewPassphrase } from '../lock/new-passphrase.svelte';
import { PassphraseChoice } from '../lock/passphrase-choice.svelte';

type Folder = NonNullable<Gives<'chooseBackupFolder'>['chosen']>;
type Finished = (done: string, holds?: FolderHolds | null) => void;

/** The dialog that sets the first folder up. */
export class SetUpBackup {
  folder = $state.raw<Folder | null>(null);
  readonly choosing = new Attempt();
  readonly passphrase = new NewPassphrase();
  readonly choice = new PassphraseChoice('lock', this.passphrase);
  /** The passphrase of the backups that are in the folder already. */
  known = $state('');
  readonly attempt = new Attempt();
  /** The folder holds backups already: they are gone on with, under their own passphrase. */
  readonly goesOn = $derived(this.folder?.holds === 'backups');

  readonly #backend: Backend;
  readonly #finished: Finished;

  constructor(backend: Backend, finished: Finished) {
    this.#backend = backend;
    this.#finished = finished;
    void this.passphrase.suggest();
  }

  async choose(): Promise<void> {
    this.attempt.forget();
    const given = await this.choosing.run(() => this.#backend.chooseBackupFolder({}));
    if (given?.chosen) this.folder = given.chosen;
  }

  async setUp(): Promise<void> {
    const { folder, goesOn } = this;
    if (folder && !goesOn && !this.choice.ready()) return;
    const done = await this.attempt.run(async () => {
      if (!folder) throw new AppError('no-folder-chosen');
      return this.#backend.setUpBackup({
        passphrase: checkedPassphrase(goesOn ? this.known : this.choice.value),
        ...(goesOn ? {} : this.choice.checkedAs),
      });
    });
    if (!done || !folder) return;
    this.forget();
    this.#finished(doneWords.backupSetUp(folder.path), done.holds);
  }

  forget(): void {
    this.known = '';
    this.choice.clear();
  }
}

/** The dialog that proves that a backup opens. */
export class CheckBackup {
  readonly folder: FolderSummary;
  passphrase = $state('');
  outcome = $state.raw<CheckOutcome | null>(null);
  readonly attempt = new Attempt();

  readonly #backend: Backend;

  constructor(backend: Backend, folder: FolderSummary) {
    this.#backend = backend;
    this.folder = folder;
  }

  async check(): Promise<void> {
    const found = await this.attempt.run(async () =>
      this.#backend.checkBackup({ folderId: this.folder.id, passphrase: checkedPassphrase(this.passphrase) }),
    );
    if (!found) return;
    this.forget();
    this.outcome = found;
  }

  forget(): void {
    this.passphrase = '';
  }
}

/** The dialog that seals the keys in all folders with another passphrase. */
export class ChangePassphrase {
  current = $state('');
  readonly passphrase = new NewPassphrase();
  readonly attempt = new Attempt();

  readonly #backend: Backend;
  readonly #finished: Finished;

  constructor(backend: Backend, finished: Finished) {
    this.#backend = backend;
    this.#finished = finished;
    void this.passphrase.suggest();
  }

  async change(): Promise<void> {
    if (!this.passphrase.ready()) return;
    const changed = await this.attempt.run(async () =>
      this.#backend.changeBackupPassphrase({
        passphrase: checkedPassphrase(this.current),
        newPassphrase: checkedPassphrase(this.passphrase.value),
      }),
    );
    if (!changed) return;
    this.forget();
    this.#finished(doneWords.backupPassphraseChanged);
  }

  forget(): void {
    this.current = '';
    this.passphrase.clear();
  }
}

/** The dialog that asks before a folder is written to no longer. */
export class RemoveFolder {
  readonly folder: FolderSummary;
  readonly attempt = new Attempt();

  readonly #backend: Backend;
  readonly #finished: Finished;

  constructor(backend: Backend, folder: FolderSummary, finished: Finished) {
    this.#backend = backend;
    this.folder = folder;
    this.#finished = finished;
  }

  async remove(): Promise<void> {
    const removed = await this.attempt.run(() =>
      this.#backend.removeBackupFolder({ folderId: this.folder.id }),
    );
    if (removed) this.#finished(doneWords.folderRemoved(this.folder.path));
  }

  forget(): void {
    this.attempt.forget();
  }
}

export type BackupDialog = SetUpBackup | CheckBackup | ChangePassphrase | RemoveFolder;
