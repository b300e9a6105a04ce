import type { BackupsSummary, CopyHealth, CopySummary } from '#contract/backups';
import { AppError } from '#contract/errors';
import type { Settings, StoredBackups, StoredCopy } from '../../state/settings';
import type { Clock } from '../../ports/clock';
import type { State } from '../../state/state';
import type { Vault } from '../../vault/vault';
import type { Trouble } from './folder';
import { accountsPart, contentMark, hadVault } from '../content/content-mark';

/** What this run has seen of a folder. */
interface Found {
  readonly trouble: Trouble | null;
  /** How many of our backups are there; null before the first look. */
  readonly kept: number | null;
}

const unseen: Found = { trouble: null, kept: null };
const day = 24 * 60 * 60 * 1000;
const ninetyDays = 90 * day;

/** The backup folders as the settings know them, and what this run has found there. */
export class Copies {
  /** A backup is being written. */
  writing = false;

  readonly #state: State;
  readonly #vault: Vault;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #found = new Map<string, Found>();

  constructor(state: State, vault: Vault, clock: Pick<Clock, 'now'>) {
    this.#state = state;
    this.#vault = vault;
    this.#clock = clock;
  }

  /** Null until a folder is set up. */
  get stored(): StoredBackups | null {
    return this.#state.settings.backups;
  }

  get all(): readonly StoredCopy[] {
    return this.stored?.copies ?? [];
  }

  /** @throws AppError `no-such-copy` */
  find(id: string): { readonly stored: StoredBackups; readonly copy: StoredCopy } {
    const { stored } = this;
    const copy = stored?.copies.find((one) => one.id === id);
    if (!stored || !copy) throw new AppError('no-such-copy');
    return { stored, copy };
  }

  /** What a backup made now would be made from; see contentMark. */
  get mark(): string {
    return contentMark(this.#vault.mark, this.#state.settings.accounts);
  }

  /** Whether the last backup there holds what is known now, as far as that can be told while the vault is closed. */
  isCurrent({ vaultMark }: StoredCopy): boolean {
    if (vaultMark === null) return false;
    if (this.#vault.state === 'open') return vaultMark === this.mark;
    return accountsPart(vaultMark) === accountsPart(this.mark);
  }

  /** As `isCurrent`, and certain: the vault is open. */
  isKnownCurrent(copy: StoredCopy): boolean {
    return this.#vault.state === 'open' && this.isCurrent(copy);
  }

  /** The vault is open without a file, and had one when the last backup there was made: it was lost, or begun anew. */
  isEmptied({ vaultMark }: StoredCopy): boolean {
    return this.#vault.state === 'open' && this.#vault.mark === null && hadVault(vaultMark);
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
   * Notes in the settings what has happened to a copy. It has happened already, so nothing fails when the settings
   * cannot be written: then it holds for this run. A copy that is gone meanwhile stays gone.
   */
  async note(id: string, how: (copy: StoredCopy) => StoredCopy): Promise<void> {
    const change = (settings: Settings): Settings => ({
      ...settings,
      backups: settings.backups && {
        ...settings.backups,
        copies: settings.backups.copies.map((copy) => (copy.id === id ? how(copy) : copy)),
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
    const checks = stored.copies.map(({ checked }) => checked?.at ?? 0);
    const proofs = [stored.since, ...checks].filter((at) => at <= latest);
    return {
      copies: stored.copies.map((copy) => this.#describe(copy)),
      checkDueAt: Math.max(0, ...proofs) + ninetyDays,
      writing: this.writing,
      vaultGone: stored.copies.some((copy) => this.isEmptied(copy)),
    };
  }

  #describe(copy: StoredCopy): CopySummary {
    const { trouble, kept } = this.#found.get(copy.id) ?? unseen;
    const behind = !this.isCurrent(copy);
    const health: CopyHealth = trouble ?? (behind ? 'stale' : 'current');
    return {
      id: copy.id,
      folder: copy.folder,
      health,
      behind,
      writtenAt: copy.writtenAt,
      checkedAt: copy.checked?.at ?? null,
      kept: kept ?? copy.files.length,
    };
  }
}
