import type { BackupsSummary, FolderHealth, FolderSummary } from '#contract/backups';
import { AppError } from '#contract/errors';
import type { StoredBackups, StoredFolder } from '../../state/stored-folders';
import type { Clock } from '../../ports/clock';
import type { State } from '../../state/state';
import { withFolder } from '../../vault/local';
import type { Vault } from '../../vault/vault';
import type { Trouble } from './folder';
import { hadVault } from '../content/content-stamp';

/** What this run has seen of a folder. */
interface Found {
  readonly trouble: Trouble | null;
  /** How many of our backups are there; null before the first look. */
  readonly kept: number | null;
}

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly clock: Pick<Clock, 'now'>;
}

const unseen: Found = { trouble: null, kept: null };
const day = 24 * 60 * 60 * 1000;
const ninetyDays = 90 * day;

/** The backup folders as the vault knows them, and what this run has found there. */
export class FolderRecords {
  /** A backup is being written. */
  writing = false;

  readonly #state: State;
  readonly #vault: Vault;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #found = new Map<string, Found>();

  constructor({ state, vault, clock }: Parts) {
    this.#state = state;
    this.#vault = vault;
    this.#clock = clock;
  }

  /** Null until a folder is set up, and while nobody said that those of an older version's settings are theirs. */
  get stored(): StoredBackups | null {
    const { believed, backups } = this.#vault.local;
    return believed ? backups : null;
  }

  get all(): readonly StoredFolder[] {
    return this.stored?.folders ?? [];
  }

  /** Takes a folder from those that are set up, believed or not. @throws AppError `no-such-folder`; as Vault.change */
  remove(id: string): Promise<void> {
    return this.#vault.changeLocal((local) => {
      const { backups } = local;
      const folders = backups?.folders.filter((one) => one.id !== id) ?? [];
      if (!backups || folders.length === backups.folders.length) throw new AppError('no-such-folder');
      return { ...local, backups: folders.length > 0 ? { ...backups, folders } : null };
    });
  }

  /** @throws AppError `no-such-folder` */
  find(id: string): { readonly stored: StoredBackups; readonly folder: StoredFolder } {
    const { stored } = this;
    const folder = stored?.folders.find((one) => one.id === id);
    if (!stored || !folder) throw new AppError('no-such-folder');
    return { stored, folder };
  }

  /** Which version of everything a backup made now would hold. */
  get stamp(): string {
    return this.#vault.local.contentStamp;
  }

  /** Whether the last backup there holds what is known now. */
  isCurrent({ contentStamp }: StoredFolder): boolean {
    return contentStamp === this.stamp;
  }

  /** There was something in the vault when the last backup there was made, and it was lost. */
  isEmptied({ contentStamp }: StoredFolder): boolean {
    return !hadVault(this.stamp) && hadVault(contentStamp);
  }

  /** Changes where backups go. @throws AppError `not-believed`; as Vault.change */
  change(how: (stored: StoredBackups | null) => StoredBackups | null): Promise<void> {
    return this.#vault.changeLocal((local) => {
      if (!local.believed) throw new AppError('not-believed');
      return { ...local, backups: how(local.backups) };
    });
  }

  trouble(id: string): Trouble | null {
    return (this.#found.get(id) ?? unseen).trouble;
  }

  /** Notes what was found in a folder; what is left out stays as it was. Tells the window when it is news. */
  found(id: string, news: Partial<Found>): void {
    const before = this.#found.get(id) ?? unseen;
    const after = { ...before, ...news };
    if (before.trouble === after.trouble && before.kept === after.kept) return;
    this.#found.set(id, after);
    this.#state.announce();
  }

  /**
   * Notes what has happened to a folder. It has happened already, so nothing fails when the vault cannot be written:
   * then it holds for this run. A folder that is gone meanwhile stays gone.
   */
  note(id: string, how: (folder: StoredFolder) => StoredFolder): Promise<void> {
    return this.#vault.noteLocal((local) => withFolder(local, id, how));
  }

  get summary(): BackupsSummary | null {
    const stored = this.#vault.local.backups;
    if (!stored) return null;
    // A check that a wrong clock put into the future would keep every reminder away.
    const latest = this.#clock.now() + day;
    const checks = stored.folders.map(({ checked }) => checked?.at ?? 0);
    const proofs = [stored.since, ...checks].filter((at) => at <= latest);
    return {
      folders: stored.folders.map((folder) => this.#describe(folder)),
      checkDueAt: Math.max(0, ...proofs) + ninetyDays,
      writing: this.writing,
      vaultGone: stored.folders.some((folder) => this.isEmptied(folder)),
    };
  }

  #describe(folder: StoredFolder): FolderSummary {
    const { trouble, kept } = this.#found.get(folder.id) ?? unseen;
    const behind = !this.isCurrent(folder);
    const health: FolderHealth = trouble ?? (behind ? 'stale' : 'current');
    return {
      id: folder.id,
      path: folder.path,
      health,
      behind,
      writtenAt: folder.writtenAt,
      checkedAt: folder.checked?.at ?? null,
      kept: kept ?? folder.files.length,
    };
  }
}
