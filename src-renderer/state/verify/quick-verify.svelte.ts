import type { Backend } from '#contract/contract';
import type { Account, Snapshot } from '#contract/snapshot';
import { type Came, fillsBoxes } from '../../words/code-text';
import { Attempt } from '../attempt.svelte';
import { ForEachAccount } from '../accounts/for-each-account';
import { VerifyState } from './verify.svelte';

/** Milliseconds for which the tick of an accepted code is seen before the window goes. */
export const tickTime = 1000;

/** A code that need not be typed, and where it was found. */
export interface Offer {
  readonly from: 'clipboard' | 'practice-phone';
  readonly code: string;
}

/** The small window: one account, one code, and gone. It is only hidden then, and opened again later. */
export class QuickVerifyState {
  snapshot = $state.raw() as Snapshot;
  /** The code of the account that was chosen; null where there is none. */
  verifying = $state.raw<VerifyState | null>(null);
  #accountId = $state<string | null>(null);
  /** The code on the clipboard, as it was when the window last got the focus. */
  #onClipboard = $state.raw('');
  /**
   * Nothing is sent by itself: a link opened the window, which any web page can do, and the same page may have put the
   * code on the clipboard, or the window under a click. Taken for so until main says otherwise.
   */
  #waits = $state.raw(true);
  /** A link brought it up since it was last closed, whatever main said before. */
  #linked = false;
  /** The code that was last sent from here is not offered again. */
  #sent = $state.raw('');
  readonly account = $derived(this.snapshot.accounts.find(({ id }) => id === this.#accountId) ?? null);
  /** Accepted, and nothing is left to do here: the window goes by itself. */
  readonly isDone = $derived(this.verifying !== null && isOver(this.verifying));
  /** There is a code, and it has to be sent by hand. */
  readonly isWaiting = $derived(
    this.#waits && !this.verifying?.checking.running && fillsBoxes(this.verifying?.typed ?? ''),
  );
  /** What may be entered with one click. */
  readonly offer = $derived.by((): Offer | null => {
    if (this.verifying?.typed !== '' || this.isDone) return null;
    const offers: Offer[] = [
      { from: 'practice-phone', code: this.#newOnPhone() },
      { from: 'clipboard', code: this.#onClipboard },
      { from: 'clipboard', code: this.verifying.offered },
    ];
    return offers.find(({ code }) => code !== '' && code !== this.#sent) ?? null;
  });

  readonly #backend: Backend;
  readonly #all: ForEachAccount<VerifyState>;
  readonly #asking = new Attempt();
  readonly #going = new Attempt();
  /** The account that was chosen here: the main window's own choice stays what it is. */
  #chosen: string | null = null;
  #isOpen = true;
  #openedAt = Date.now();
  #closing: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend, first: Snapshot) {
    this.#backend = backend;
    this.#all = new ForEachAccount((id) => new VerifyState(backend, id));
    this.replaceSnapshot(first);
  }

  replaceSnapshot(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    const { accounts, activeAccountId } = snapshot;
    const find = (id: string | null): Account | undefined => accounts.find((account) => account.id === id);
    const account = find(this.#chosen) ?? find(activeAccountId) ?? accounts[0];
    if ((account?.id ?? null) !== this.#accountId) {
      this.#accountId = account?.id ?? null;
      this.verifying = account ? this.#all.of(account.id) : null;
    }
  }

  choose(accountId: string): void {
    this.#chosen = accountId;
    this.replaceSnapshot(this.snapshot);
  }

  /** Takes what was typed or pasted; see VerifyState. */
  async enter(text: string, came: Came = 'typed'): Promise<void> {
    await this.#send(async (verify) => (this.#waits ? verify.fill(text, came) : verify.enter(text, came)));
  }

  /** Takes what was typed before Latchkey was unlocked. It waits: nobody has seen yet which account it would go to. */
  goOnWith(code: string): void {
    if (code !== '') this.verifying?.fill(code);
  }

  async submit(): Promise<void> {
    await this.#send(async (verify) => verify.submit());
  }

  async takeOffer(): Promise<void> {
    const code = this.offer?.code;
    if (code === undefined) return;
    await this.#send(async (verify) => (this.#waits ? verify.fill(code) : verify.take(code)));
  }

  async copySession(): Promise<void> {
    if (await this.verifying?.copySession()) this.#closeSoon();
  }

  /** The window got the focus: the one moment at which the clipboard is asked for, for a texted code where one is awaited. */
  async focused(): Promise<void> {
    const offer = await this.#asking.run(() => this.#backend.offerClipboardCode({}));
    // It may have been closed while main looked.
    this.#onClipboard = this.#isOpen ? (offer?.code ?? '') : '';
    if (offer && this.#isOpen) this.#waits = this.#linked || offer.byLink;
    if (this.#isOpen) await this.verifying?.lookForText(this.account?.texts.sentAt ?? null);
  }

  /** A link opened the window, or brought it to the front. */
  linked(): void {
    this.#linked = true;
    this.#waits = true;
  }

  opened(): void {
    this.#isOpen = true;
    this.#openedAt = Date.now();
  }

  /** The window is hidden. Nothing of a code stays behind, unless its answer is still on the way. */
  closed(): void {
    this.#isOpen = false;
    clearTimeout(this.#closing);
    this.#onClipboard = '';
    this.#linked = false;
    this.#waits = true;
    for (const verify of this.#all.all) if (!verify.isSending) verify.leave();
  }

  close(): void {
    void this.#going.run(() => this.#backend.closeQuickVerify({}));
  }

  /** Goes on in the main window. */
  showLatchkey(): void {
    void this.#going.run(() => this.#backend.showLatchkey({}));
  }

  async #send(how: (verify: VerifyState) => Promise<void>): Promise<void> {
    const verify = this.verifying;
    if (!verify || isOver(verify)) return;
    const run = how(verify);
    if (verify.isSending) this.#sent = verify.typed;
    await run;
    if (!isAccepted(verify)) return;
    if (!this.#isOpen) verify.leave();
    else if (isOver(verify)) this.#closeSoon();
  }

  /** The code of a text that came to the practice phone since the window was opened; else empty. */
  #newOnPhone(): string {
    const newest = this.account?.kind === 'practice' ? this.snapshot.practicePhone?.messages[0] : undefined;
    return newest && newest.at >= this.#openedAt ? newest.code : '';
  }

  #closeSoon(): void {
    this.#closing = setTimeout(() => this.close(), tickTime);
  }
}

const isAccepted = ({ outcome }: VerifyState): boolean => outcome?.outcome === 'accepted';
const isOver = ({ outcome }: VerifyState): boolean =>
  outcome?.outcome === 'accepted' && !outcome.session && outcome.kept;
