import type { Backend, VerifyOutcome } from '#contract/contract';
import { limits } from '#contract/limits';
import { commonWords } from '#words/common';
import { verifyWords } from '#words/codes/verify';
import { type Came, fillsBoxes, takenCode, tidyCode } from '../../words/code-text';
import { Attempt } from '../attempt.svelte';
import { isRefused, nextStep } from './next-step';

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
  readonly #looking = new Attempt();
  readonly failure = $derived(this.checking.failure ?? this.texting.failure ?? this.aside.failure);
  readonly tooLong = $derived(this.typed.length > limits.code);
  /** Until when the service wants no code to be tried (epoch milliseconds): Verify counts it down. */
  waitUntil = $state.raw<number | null>(null);
  /** What was copied since a text was asked for; empty for nothing. */
  #copied = $state.raw('');
  /** A code that was sent from here is not offered again. */
  #sent = $state.raw('');
  /** A texted code that can be entered with one click; empty for none. */
  readonly offered = $derived(this.typed === '' && this.#copied !== this.#sent ? this.#copied : '');
  readonly #failed = $derived(this.checking.failure?.code ?? null);
  /** What stands in the field is of no use as it is. */
  readonly refused = $derived(isRefused(this.outcome, this.#failed));
  readonly next = $derived(
    nextStep({
      typed: this.typed,
      outcome: this.outcome,
      checking: this.#failed,
      texting: this.texting.failure?.code ?? null,
    }),
  );

  readonly #backend: Backend;
  readonly #account: { readonly accountId: string };
  /** How often main is being asked whether a recovery code begins like this. */
  #looks = 0;
  /** How often everything was forgotten: what was asked for before that is of no use any more. */
  #left = 0;

  constructor(backend: Backend, accountId: string) {
    this.#backend = backend;
    this.#account = { accountId };
  }

  /**
   * Takes what was typed, or came as a whole. Six digits submit themselves, and so does the code of a message, unless a
   * listed recovery code begins so or is it.
   */
  async enter(text: string, came: Came = 'typed'): Promise<void> {
    if (this.checking.running) return;
    this.fill(text, came);
    const code = this.typed;
    const isOfMessage = code !== tidyCode(text);
    if (!isOfMessage && !fillsBoxes(code)) return;
    const ofList = await this.#isOfList(isOfMessage ? text : code, isOfMessage);
    // Meanwhile more was typed.
    if (this.typed !== code) return;
    if (!ofList) return this.submit();
    this.typed = tidyCode(text);
    this.done = isOfMessage ? '' : verifyWords.beginsRecoveryCode;
  }

  /** As `enter`, and waits to be told to submit it. */
  fill(text: string, came: Came = 'typed'): void {
    if (this.checking.running) return;
    this.typed = takenCode(text, came);
    this.outcome = null;
    this.done = '';
    if (!this.#isPaused) this.checking.forget();
  }

  /** Takes a code that was offered, and verifies it. */
  async take(code: string): Promise<void> {
    this.fill(code);
    await this.submit();
  }

  /**
   * Somebody came back to the window: a text that is awaited may have been copied meanwhile.
   *
   * @param sentAt when the last text was asked for; null when none was
   */
  async lookForText(sentAt: number | null): Promise<void> {
    const left = this.#left;
    const given = sentAt === null ? undefined : await this.#looking.run(() => this.#offered());
    if (this.#left === left) this.#copied = given?.code ?? '';
  }

  get #isPaused(): boolean {
    return this.waitUntil !== null && this.waitUntil > Date.now();
  }

  /** A code is on its way, or about to be: the field may still be typed in while main is only asked about it. */
  get isSending(): boolean {
    return this.checking.running || this.#looks > 0;
  }

  /** Verifies what stands in the field, unless the service asked for a pause. The field keeps it unless it is accepted. */
  async submit(): Promise<void> {
    const code = this.typed;
    if (code === '' || this.tooLong || this.isSending || this.#isPaused) return;
    this.#clear();
    this.#sent = code;
    const given = await this.checking.run(() => this.#backend.verifyCode({ ...this.#account, code }));
    const { failure } = this.checking;
    this.waitUntil = failure?.code === 'rate-limited' ? (failure.details.retryAt ?? null) : null;
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
    this.#left += 1;
    this.#copied = '';
    this.#sent = '';
    this.#clear();
  }

  forgetFailures(): void {
    for (const attempt of [this.texting, this.checking, this.aside]) attempt.forget();
  }

  #offered(): ReturnType<Backend['offerTextedCode']> {
    return this.#backend.offerTextedCode(this.#account);
  }

  /** @param whole whether a text that is a listed code counts, too, and not only one that begins like one */
  async #isOfList(text: string, whole: boolean): Promise<boolean> {
    if (text.length > limits.code) return false;
    this.#looks += 1;
    try {
      const { begins, listed } = await this.#backend.beginsRecoveryCode({ ...this.#account, code: text });
      return begins || (whole && listed);
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
