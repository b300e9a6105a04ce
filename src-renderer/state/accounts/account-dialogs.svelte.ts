import type { Backend } from '#contract/contract';
import type { Account } from '#contract/snapshot';
import type { Attempt } from '../attempt.svelte';
import {
  type AccountDialog,
  MoveAccount,
  RemoveAccount,
  RenameAccount,
  ReplaceToken,
} from './account-changes.svelte';

interface Parts {
  readonly backend: Backend;
  /** Runs what is chosen without a dialog. */
  readonly choosing: Attempt;
  /** Is told when the dialog has done its work, with a sentence about it; empty where there is nothing to say. */
  readonly onFinished: (remark: string) => void;
  /** The practice account is gone, to be made anew. */
  readonly onStartOver: () => void;
}

/** The dialog about one account that lies over the window. */
export class AccountDialogs {
  open = $state.raw<AccountDialog | null>(null);

  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  rename(account: Account): void {
    this.open = new RenameAccount(this.#parts.backend, account, this.#finish);
  }

  replaceToken(account: Account): void {
    this.open = new ReplaceToken(this.#parts.backend, account, this.#finish);
  }

  move(account: Account): void {
    this.open = new MoveAccount(this.#parts.backend, account, this.#finish);
  }

  remove(account: Account): void {
    this.open = new RemoveAccount(this.#parts.backend, account, this.#finish);
  }

  /** A token is refused or gone. The practice service makes its own, so there the account is made anew instead. */
  renewToken(account: Account): void {
    if (account.kind === 'practice') void this.#startPracticeOver(account.id);
    else this.replaceToken(account);
  }

  /** Closes it, and drops what was typed. */
  leave(): void {
    this.open = null;
  }

  async #startPracticeOver(accountId: string): Promise<void> {
    const { backend, choosing, onStartOver } = this.#parts;
    const removed = await choosing.run(() => backend.removeAccount({ accountId, leaveKeychainEntry: true }));
    if (removed) onStartOver();
  }

  readonly #finish = (remark: string): void => {
    this.leave();
    this.#parts.onFinished(remark);
  };
}
