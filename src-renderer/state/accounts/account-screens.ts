import type { Backend } from '#contract/contract';
import { RecoveryCodesState } from '../codes/recovery-codes.svelte';
import { VerifyState } from '../verify/verify.svelte';

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

  /** Forgets what was typed and what came of it. */
  leave(): void {
    this.verify.leave();
    this.recovery.leave();
  }
}
