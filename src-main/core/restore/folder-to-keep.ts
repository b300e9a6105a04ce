import { AppError } from '#contract/errors';
import type { Gives } from '#contract/contract';
import type { FirstBackupParts } from '../backup/folders/first-backup';
import { setUp } from '../backup/folders/set-up';
import { isIdentity } from '../backup/opening/open-chosen';
import type { Chosen } from '../backup/opening/restore-source';

/**
 * The backup folder that was opened to restore from, with the passphrase that opened it: whoever has lost a computer goes
 * on backing up there by one press. Held until the screen is left, or another file is chosen.
 */
export class FolderToKeep {
  readonly #parts: FirstBackupParts;
  #path: string | null = null;
  #passphrase: string | null = null;

  constructor(parts: FirstBackupParts) {
    this.#parts = parts;
  }

  /** What came of a restore is told with this; null where what was opened is no backup folder with its key. */
  get told(): Gives<'restore'>['folder'] {
    const path = this.#path;
    if (path === null) return null;
    return { path, isKept: this.#parts.backups.folders.all.some((folder) => folder.path === path) };
  }

  /**
   * A secret has opened what was chosen.
   *
   * @param path of the folder that was chosen; null for anything else
   */
  opened({ source, sealedKeys }: Chosen, path: string | null, secret: string): void {
    this.forget();
    const hasKey = source.kind === 'backup' && source.opensWith === 'passphrase' && sealedKeys.length > 0;
    if (!hasKey || isIdentity(secret)) return;
    this.#path = path;
    this.#passphrase = secret;
  }

  forget(): void {
    this.#path = null;
    this.#passphrase = null;
  }

  /** @throws AppError `no-folder-chosen`; as setUp */
  async keep(): Promise<void> {
    const [path, passphrase] = [this.#path, this.#passphrase];
    if (path === null || passphrase === null) throw new AppError('no-folder-chosen');
    const { backups } = this.#parts;
    await backups.inTurn(() => setUp(this.#parts, path, passphrase));
    if (this.#path === path) this.#passphrase = null;
  }
}
