import type { Backend } from '#contract/contract';
import { RecoveryCodesState } from './recovery-codes.svelte';
import { VerifyState } from './verify.svelte';

/** What belongs to one account: what is typed, what runs, and what came of it. */
export class AccountScreens {
  readonly accountId: string;
  readonly verify: VerifyState;
  readonly recovery: RecoveryCodesState;

  constructor(backend: Backend, accountId: string) {
    this.accountId = accountId;
    this.verify = new VerifyState(backend, accountId);
    this.recovery = new RecoveryCodesState(backend, accountId);
  }
}

/** The screens of all accounts that were looked at: an answer may still be on its way to one that is not. */
export class AllAccountScreens {
  readonly #backend: Backend;
  readonly #known: AccountScreens[] = [];

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  of(accountId: string): AccountScreens {
    const known = this.#known.find((screens) => screens.accountId === accountId);
    if (known) return known;
    const screens = new AccountScreens(this.#backend, accountId);
    this.#known.push(screens);
    return screens;
  }

  /** Forgets what was typed and what came of it. */
  leave(): void {
    for (const { verify, recovery } of this.#known) {
      verify.leave();
      recovery.leave();
    }
  }
}
