import type { Backend } from '#contract/contract';
import { RecoveryCodesState } from './recovery-codes.svelte';
import { VerifyState } from './verify.svelte';

/** What belongs to one account: what is typed, what runs, and what came of it. */
export class Desk {
  readonly accountId: string;
  readonly verify: VerifyState;
  readonly recovery: RecoveryCodesState;

  constructor(backend: Backend, accountId: string) {
    this.accountId = accountId;
    this.verify = new VerifyState(backend, accountId);
    this.recovery = new RecoveryCodesState(backend, accountId);
  }
}

/** The desks of all accounts that were looked at: an answer may still be on its way to one that is not. */
export class Desks {
  readonly #backend: Backend;
  readonly #known: Desk[] = [];

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  of(accountId: string): Desk {
    const known = this.#known.find((desk) => desk.accountId === accountId);
    if (known) return known;
    const desk = new Desk(this.#backend, accountId);
    this.#known.push(desk);
    return desk;
  }

  /** Forgets what was typed and what came of it. */
  leave(): void {
    for (const { verify, recovery } of this.#known) {
      verify.leave();
      recovery.leave();
    }
  }
}
