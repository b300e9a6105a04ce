import { AppError } from '#contract/errors';
import type { BackupsSummary } from '#contract/backups';
import type { Clock, Files, Random, Sealer } from '../ports';
import type { State } from '../state';
import type { Vault } from '../vault';

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly sealer: Sealer;
  readonly files: Files;
  readonly clock: Clock;
  readonly random: Random;
}

/** The backup folders: what is written there, and in what health it is. */
export class Backups {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What the window may know; null until a folder is set up. */
  get summary(): BackupsSummary | null {
    return this.#parts.state.settings.backups && null;
  }

  /** The codes have changed: a backup is due. One write after the other, and one for all changes meanwhile. */
  schedule(): void {
    return undefined;
  }

  /** Proves that every folder can be written. @throws AppError `backup-folder-*` */
  prove(): Promise<void> {
    return Promise.resolve();
  }

  /** Writes a backup into every folder. @throws AppError when one of them got none */
  write(): Promise<void> {
    return Promise.reject(new AppError('bug'));
  }

  /** Looks at the folders; what it finds is in the summary. Never rejects. */
  look(): Promise<void> {
    return Promise.resolve();
  }
}
