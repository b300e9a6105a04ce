import type { Backend } from '#contract/contract';
import { Attempt } from './attempt.svelte';

/** How long revealed codes stay in the window. */
export const revealedFor = 30_000;

/** The recovery codes of one account. The codes themselves are here only while they are revealed. */
export class RecoveryCodesState {
  codes = $state.raw<readonly string[] | null>(null);
  hideAt = $state<number | null>(null);
  /** The dialog that asks before new codes are made. */
  confirming = $state(false);
  /** What was done, for the live region. */
  done = $state('');
  readonly asking = new Attempt();

  readonly #backend: Backend;
  readonly #account: { readonly accountId: string };
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the times that the codes were hidden: a reply to an older reveal is dropped. */
  #hidden = 0;

  constructor(backend: Backend, accountId: string) {
    this.#backend = backend;
    this.#account = { accountId };
  }

  async fetch(): Promise<void> {
    this.#clear();
    const fetched = await this.asking.run(() => this.#backend.fetchRecoveryCodes(this.#account));
    if (fetched) this.done = 'Recovery codes fetched.';
  }

  askBeforeGenerating(): void {
    if (!this.asking.running) this.confirming = true;
  }

  async generate(): Promise<void> {
    this.confirming = false;
    this.#clear();
    const made = await this.asking.run(() => this.#backend.generateRecoveryCodes(this.#account));
    if (made) this.done = 'The service gave new codes. Reveal them and write them down.';
  }

  async reveal(): Promise<void> {
    this.#clear();
    const before = this.#hidden;
    const given = await this.asking.run(() => this.#backend.revealRecoveryCodes(this.#account));
    if (!given || before !== this.#hidden) return;
    this.codes = given.codes;
    this.hideAt = Date.now() + revealedFor;
    this.#timer = setTimeout(() => this.hide(), revealedFor);
  }

  /** Drops the codes from the window's memory. */
  hide(): void {
    clearTimeout(this.#timer);
    this.#hidden += 1;
    this.codes = null;
    this.hideAt = null;
    this.done = '';
  }

  /** Copies a code by its place in the list, so that it need not travel back. */
  async copy(index: number): Promise<void> {
    const copied = await this.asking.run(() => this.#backend.copyRecoveryCode({ ...this.#account, index }));
    this.done = copied ? `Copied code ${index + 1}.` : '';
  }

  async checkKeychain(): Promise<void> {
    this.#clear();
    const open = await this.asking.run(() => this.#backend.probeKeychain({}));
    if (open) this.done = 'The keychain is open. Try again.';
  }

  /** The user left the screen. */
  leave(): void {
    this.hide();
    this.confirming = false;
    this.asking.forget();
  }

  #clear(): void {
    this.hide();
    this.asking.forget();
  }
}
