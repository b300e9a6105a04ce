import type { FolderSummary, FolderHolds } from '#contract/backups';
import type { Backend } from '#contract/contract';
import { doneWords } from '#words/done';
import { Attempt } from '../attempt.svelte';
import {
  type BackupDialog,
  ChangePassphrase,
  CheckBackup,
  RemoveFolder,
  SetUpBackup,
} from './backup-changes.svelte';

/** The screen with the backup folders. */
export class BackupsState {
  dialog = $state.raw<BackupDialog | null>(null);
  /** What was done, for the live region. */
  done = $state('');
  /** What the folder that was set up last holds and this computer does not. */
  holds = $state.raw<FolderHolds | null>(null);
  readonly asking = new Attempt();
  /** Looking into the folders, which may be slow on a network. */
  readonly looking = new Attempt();

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Looks into the folders; what it finds comes with the next snapshot. */
  async look(): Promise<void> {
    await this.looking.run(() => this.#backend.lookAtBackups({}));
  }

  setUp(): void {
    this.#open(new SetUpBackup(this.#backend, this.#finish));
  }

  check(folder: FolderSummary): void {
    this.#open(new CheckBackup(this.#backend, folder));
  }

  changePassphrase(): void {
    this.#open(new ChangePassphrase(this.#backend, this.#finish));
  }

  remove(folder: FolderSummary): void {
    this.#open(new RemoveFolder(this.#backend, folder, this.#finish));
  }

  async backUpNow(): Promise<void> {
    this.closeDialog();
    this.done = '';
    const written = await this.asking.run(() => this.#backend.backUpNow({}));
    if (written) this.done = doneWords.backedUp;
  }

  /** Chooses another folder and writes there, too. */
  async addFolder(): Promise<void> {
    this.done = '';
    const added = await this.asking.run(async () => {
      const { chosen } = await this.#backend.chooseBackupFolder({});
      const holds = chosen && (await this.#backend.addBackupFolder({})).holds;
      return { folder: chosen?.path, holds };
    });
    if (!added?.folder) return;
    this.done = doneWords.folderAdded(added.folder);
    this.holds = added.holds;
  }

  /** Closes the dialog, and forgets what was typed into it. */
  closeDialog(): void {
    this.dialog?.forget();
    this.dialog = null;
  }

  /** The user left the screen. */
  leave(): void {
    this.closeDialog();
    this.done = '';
    this.holds = null;
    this.asking.forget();
    this.looking.forget();
  }

  #open(dialog: BackupDialog): void {
    this.done = '';
    this.holds = null;
    this.asking.forget();
    this.dialog = dialog;
  }

  readonly #finish = (done: string, holds: FolderHolds | null = null): void => {
    this.closeDialog();
    this.done = done;
    this.holds = holds;
  };
}
