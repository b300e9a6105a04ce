import { AppError } from '#contract/errors';
import type { Settings, StoredAccount } from '../state/settings';
import type { State } from '../state/state';

/** All accounts, and which of them the windows stand on. */
export interface KeptAccounts {
  readonly all: readonly StoredAccount[];
  readonly activeId: string | null;
}

/** The accounts, wherever they are kept: whoever needs one asks here, and nobody else knows where that is. */
export class AccountShelf {
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  get all(): readonly StoredAccount[] {
    return this.#state.settings.accounts;
  }

  get activeId(): string | null {
    return this.#state.settings.activeAccountId;
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

  /** Changes which accounts there are: on disk before anybody sees it. @throws as State.change */
  change(how: (kept: KeptAccounts) => KeptAccounts): Promise<void> {
    return this.#state.change((settings) => within(settings, how));
  }

  /** Changes one account. @throws as `change`, and AppError `no-such-account` when it has gone meanwhile */
  changeOne(id: string, how: (account: StoredAccount) => StoredAccount): Promise<void> {
    return this.#state.change((settings) => {
      this.get(id);
      return withOne(settings, id, how);
    });
  }

  /**
   * Notes on one account what has happened already, outside, and must not fail: when it cannot be written to disk, it
   * holds for this run. Nothing when the account has gone meanwhile.
   */
  noteOn(id: string, how: (account: StoredAccount) => StoredAccount): Promise<void> {
    return this.#state.note((settings) => withOne(settings, id, how));
  }
}

function within(settings: Settings, how: (kept: KeptAccounts) => KeptAccounts): Settings {
  const { all, activeId } = how({ all: settings.accounts, activeId: settings.activeAccountId });
  return { ...settings, accounts: [...all], activeAccountId: activeId };
}

const withOne = (
  settings: Settings,
  id: string,
  how: (account: StoredAccount) => StoredAccount,
): Settings => ({ ...settings, accounts: settings.accounts.map((one) => (one.id === id ? how(one) : one)) });
