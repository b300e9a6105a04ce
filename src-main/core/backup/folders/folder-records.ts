import type { BackupsSummary, FolderHealth, FolderSummary } from '#contract/backups';
import { AppError } from '#contract/errors';
import type { Settings } from '../../state/settings';
import type { StoredBackups, StoredFolder } from '../../state/stored-folders';
import type { Clock } from '../../ports/clock';
import type { State } from '../../state/state';
import type { Vault } from '../../vault/vault';
import type { Trouble } from './folder';
import { accountsPart, contentStamp, hadVault } from '../content/content-stamp';
import type { AccountShelf } from '../../shelves/account-shelf';

/** What this run has seen of a folder. */
interface Found {
  readonly trouble: Trouble | null;
  /** How many of our backups are there; null before the first look. */
  readonly kept: number | null;
}

interface Parts {
  readonly state: State;
  readonly accountShelf: AccountShelf;
  readonly vault: Vault;
  readonly clock: Pick<Clock, 'now'>;
}

const unseen: Found = { trouble: null, kept: null };
const day = 24 * 60 * 60 * 1000;
const ninetyDays = 90 * day;

/** The backup folders as the settings know them, and what this run has found there. */
export class FolderRecords {
  /** A backup is being written. */
  writing = false;

  readonly #state: State;
  readonly #accountShelf: AccountShelf;
  readonly #vault: Vault;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #found = new Map<string, Found>();

  constructor({ state, accountShelf, vault, clock }: Parts) {
    this.#state = state;
    this.#accountShelf = accountShelf;
    this.#vault = vault;
    this.#clock = clock;
  }

  /** Null until a folder is set up. */
  get stored(): StoredBackups | null {
    return this.#state.settings.backups;
  }

  get all(): readonly StoredFolder[] {
    return this.stored?.folders ?? [];
  }

  /** @throws AppError `no-such-folder` */
  find(id: string): { readonly stored: StoredBackups; readonly folder: StoredFolder } {
    const { stored } = this;
    const folder = stored?.folders.find((one) => one.id === id);
    if (!stored || !folder) throw new AppError('no-such-folder');
    return { stored, folder };
  }

  /** What a backup made now would be made from; see contentStamp. */
  get stamp(): string {
    return contentStamp(this.#vault.stamp, this.#accountShelf.all);
  }

  /** Whether the last backup there holds what is known now, as far as that can be told while the vault is closed. */
  isCurrent({ contentStamp }: StoredFolder): boolean {
    if (contentStamp === null) return false;
    if (this.#vault.state === 'open') return contentStamp === this.stamp;
    return accountsPart(contentStamp) === accountsPart(this.stamp);
  }

  /** As `isCurrent`, and certain: the vault is open. */
  isKnownCurrent(folder: StoredFolder): boolean {
    return this.#vault.state === 'open' && this.isCurrent(folder);
  }

  /** The vault is open without a file, and had one when the last backup there was made: it was lost, or begun anew. */
  isEmptied({ contentStamp }: StoredFolder): boolean {
    return this.#vault.state === 'open' && this.#vault.stamp === null && hadVault(contentStamp);
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
   * Notes in the settings what has happened to a folder. It has happened already, so nothing fails when the settings
   * cannot be written: then it holds for this run. A folder that is gone meanwhile stays gone.
   */
  async note(id: string, how: (folder: StoredFolder) => StoredFolder): Promise<void> {
    const change = (settings: Settings): Settings => ({
      ...settings,
      backups: settings.backups && {
        ...settings.backups,
        folders: settings.backups.folders.map((folder) => (folder.id === id ? how(folder) : folder)),
      },
    });
    await this.#state.change(change).catch(() => {
      this.#state.settings = change(this.#state.settings);
      this.#state.announce();
    });
  }

  get summary(): BackupsSummary | null {
    const { stored } = this;
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
