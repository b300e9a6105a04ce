import { AppError } from '#contract/errors';
import type { Vault } from '../vault/vault';
import type { Change } from '../vault/vault-parts';
import type { Kept } from '../records/backed-up';
import { withKept } from '../store/changes/kept-changes';
import type { VaultContents } from '../vault/vault-contents';
import type { Entries } from './entries';
import { type KeptAccounts, keptAccounts, withAccounts } from './kept-accounts';
import type { Authors } from './authors';
import type { StoredAccount } from './stored-account';

interface Parts {
  readonly vault: Vault;
  readonly entries: Entries;
  readonly authors: Authors;
}

/** The accounts, wherever they are kept: whoever needs one asks here, and nobody else knows where that is. */
export class AccountShelf {
  readonly #parts: Parts;
  #known: { readonly of: VaultContents; readonly kept: KeptAccounts } | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get all(): readonly StoredAccount[] {
    return this.#look().all;
  }

  get activeId(): string | null {
    return this.#look().activeId;
  }

  has(id: string): boolean {
    return this.all.some((one) => one.id === id);
  }

  /** @throws AppError `no-such-account` */
  get(id: string): StoredAccount {
    const account = this.all.find((one) => one.id === id);
    if (!account) throw new AppError('no-such-account');
    return account;
  }

  /**
   * Changes which accounts there are: on disk before anybody sees it. Where there are none but the practice service's, and no
   * key is to be had, it holds for this run.
   *
   * @throws as Vault.change
   */
  change(how: (kept: KeptAccounts) => KeptAccounts): Promise<void> {
    let isPlay = false;
    const change: Change = (contents) => {
      const [before, after] = [this.#look(), how(this.#look())];
      isPlay = [...before.all, ...after.all].every(({ kind }) => kind === 'practice');
      return withAccounts(contents, before, after, this.#parts.authors.now());
    };
    return this.#parts.vault.changeOrHold(change, () => isPlay);
  }

  /** Changes one account. @throws as `change`, and AppError `no-such-account` when it has gone meanwhile */
  changeOne(id: string, how: (account: StoredAccount) => StoredAccount): Promise<void> {
    return this.change((kept) => {
      this.get(id);
      return withOne(kept, id, how);
    });
  }

  /**
   * Takes in what entries came to by merging files with them, by one change of the vault: all of them, or none.
   *
   * @param added gives the accounts with those that come to them
   * @param recheck is asked right before, for others may have changed entries meanwhile: what it throws stops it
   * @throws as Vault.change and `recheck`
   */
  takeIn(
    entries: readonly Kept[],
    added: (kept: KeptAccounts) => KeptAccounts,
    recheck: () => void,
  ): Promise<void> {
    const { vault, authors } = this.#parts;
    return vault.change((contents) => {
      recheck();
      const author = authors.now();
      const before = this.#look();
      const after = added(before);
      const known = new Set(before.all.map(({ id }) => id));
      const news = new Set(after.all.map(({ id }) => id).filter((id) => !known.has(id)));
      const taken = entries.map((kept) => ({ kept, asAccount: news.has(kept.id) }));
      const store = withKept(contents.store, taken, author);
      return withAccounts({ ...contents, store }, before, after, author);
    });
  }

  /** As `change`; where nothing can seal it, it holds for this run. Never rejects. */
  note(how: (kept: KeptAccounts) => KeptAccounts): Promise<void> {
    const { vault, authors } = this.#parts;
    return vault.note((contents) => {
      const before = this.#look();
      return withAccounts(contents, before, how(before), authors.now());
    });
  }

  /**
   * Notes on one account what has happened already, outside, and must not fail: when it cannot be written to disk, it
   * holds for this run. Nothing when the account has gone meanwhile.
   */
  noteOn(id: string, how: (account: StoredAccount) => StoredAccount): Promise<void> {
    return this.note((kept) => withOne(kept, id, how));
  }

  #look(): KeptAccounts {
    const { vault, entries } = this.#parts;
    const { contents } = vault;
    if (this.#known?.of === contents) return this.#known.kept;
    const kept = keptAccounts(entries, contents.local);
    this.#known = { of: contents, kept };
    return kept;
  }
}

const withOne = (
  kept: KeptAccounts,
  id: string,
  how: (account: StoredAccount) => StoredAccount,
): KeptAccounts => ({ ...kept, all: kept.all.map((one) => (one.id === id ? how(one) : one)) });
