import type { Backend, VerifyOutcome } from '#contract/contract';
import { limits } from '#contract/limits';
import { commonWords } from '#words/common';
import { verifyWords } from '#words/codes/verify';
import { fillsBoxes, tidyCode } from '../../words/code-text';
import { Attempt } from '../attempt.svelte';

/** Asking for a code and verifying it, for one account. */
export class VerifyState {
  typed = $state('');
  outcome = $state.raw<VerifyOutcome | null>(null);
  /** What was done, for the live region: it stands where an outcome would. */
  done = $state('');
  readonly texting = new Attempt();
  readonly checking = new Attempt();
  /** Copying or forgetting the session token, and checking the keychain. */
  readonly aside = new Attempt();
  readonly failure = $derived(this.checking.failure ?? this.texting.failure ?? this.aside.failure);
  /** What stands in the field was not accepted, or can be no code. */
  readonly refused = $derived(
    (this.outcome !== null && this.outcome.outcome !== 'accepted') ||
      this.checking.failure?.code === 'code-invalid',
  );
  readonly tooLong = $derived(this.typed.length > limits.code);

  readonly #backend: Backend;
  readonly #account: { readonly accountId: string };
  /** How often main is being asked whether a recovery code begins like this. */
  #looks = 0;

  constructor(backend: Backend, accountId: string) {
    this.#backend = backend;
    this.#account = { accountId };
  }

  /** Takes what was typed, pasted or picked; six digits submit themselves, unless a listed recovery code begins so. */
  async enter(text: string): Promise<void> {
    if (this.checking.running) return;
    this.fill(text);
    if (!fillsBoxes(this.typed)) return;
    const code = this.typed;
    const begins = await this.#beginsRecoveryCode(code);
    // Meanwhile more was typed.
    if (this.typed !== code) return;
    if (begins) this.done = verifyWords.beginsRecoveryCode;
    else await this.submit();
  }

  /** As `enter`, and waits to be told to submit it. */
  fill(text: string): void {
    if (this.checking.running) return;
    this.typed = tidyCode(text);
    this.outcome = null;
    this.done = '';
    this.checking.forget();
  }

  /** A code is on its way, or about to be: the field may still be typed in while main is only asked about it. */
  get isSending(): boolean {
    return this.checking.running || this.#looks > 0;
  }

  /** Verifies what stands in the field. The field keeps it unless the service accepts it. */
  async submit(): Promise<void> {
    const code = this.typed;
    if (code === '' || this.tooLong || this.isSending) return;
    this.#clear();
    const given = await this.checking.run(() => this.#backend.verifyCode({ ...this.#account, code }));
    if (!given) return;
    this.outcome = given;
    if (given.outcome === 'accepted') this.typed = '';
  }

  /** Asks for a text message; true when one is on its way. */
  textMe(): Promise<boolean> {
    return this.#do(this.texting, this.#backend.requestCode, verifyWords.texted);
  }

  copySession(): Promise<boolean> {
    return this.#do(this.aside, this.#backend.copySessionToken, verifyWords.sessionCopied);
  }

  forgetSession(): Promise<boolean> {
    return this.#do(this.aside, this.#backend.forgetSessionToken, verifyWords.sessionForgotten);
  }

  checkKeychain(): Promise<boolean> {
    return this.#do(this.aside, () => this.#backend.probeKeychain({}), commonWords.keychainOpen);
  }

  /** Forgets what was typed and what came of it. */
  leave(): void {
    this.typed = '';
    this.#clear();
  }

  forgetFailures(): void {
    for (const attempt of [this.texting, this.checking, this.aside]) attempt.forget();
  }

  async #beginsRecoveryCode(code: string): Promise<boolean> {
    this.#looks += 1;
    try {
      return (await this.#backend.beginsRecoveryCode({ ...this.#account, code })).begins;
    } catch {
      return false;
    } finally {
      this.#looks -= 1;
    }
  }

  async #do<T extends object>(
    attempt: Attempt,
    call: (account: { accountId: string }) => Promise<T>,
    done: string,
  ): Promise<boolean> {
    if (attempt.running) return false;
    this.#clear();
    const given = await attempt.run(() => call(this.#account));
    if (given) this.done = done;
    return given !== undefined;
  }

  #clear(): void {
    this.outcome = null;
    this.done = '';
    this.forgetFailures();
  }
}
