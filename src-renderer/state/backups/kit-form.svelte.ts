import type { KitPaper, KitSheet } from '#contract/kits';
import type { Backend, Takes } from '#contract/contract';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { SvelteSet } from 'svelte/reactivity';
import { Attempt } from '../attempt.svelte';
import { checkedPassphrase } from '../lock/checked-passphrase';
import { NewPassphrase } from '../lock/new-passphrase.svelte';
import { PassphraseChoice } from '../lock/passphrase-choice.svelte';

export type KitKind = 'file' | 'paper' | 'trusted';

/** What kind of kit it shall be, and what it is sealed with. */
export class KitForm {
  kind = $state<KitKind>('file');
  /** On paper: print the codes themselves, too. */
  withCodes = $state(true);
  /** For a trusted person: their age public key. */
  recipient = $state('');
  /** The name of the file that was saved and opened again; empty until then. */
  saved = $state('');
  /** How much paper it takes; null until that is known. */
  paper = $state.raw<KitPaper | null>(null);
  /** On paper: the ids of the lists that are left out. */
  readonly leftOut = new SvelteSet<string>();
  /** It fits on paper, so that a passphrase is of use. */
  readonly fits = $derived(
    this.paper !== null &&
      this.paper.qrCodes <= this.paper.most &&
      this.leftOut.size < this.paper.lists.length,
  );
  readonly passphrase = new NewPassphrase();
  readonly choice = new PassphraseChoice('backups', this.passphrase);
  readonly attempt = new Attempt();
  /** Finding out how much paper it takes. */
  readonly measuring = new Attempt();

  readonly #backend: Backend;
  readonly #showSheet: (sheet: KitSheet) => Promise<void>;

  constructor(backend: Backend, showSheet: (sheet: KitSheet) => Promise<void>) {
    this.#backend = backend;
    this.#showSheet = showSheet;
  }

  choose(kind: KitKind): void {
    this.kind = kind;
    this.saved = '';
    this.attempt.forget();
    if (kind === 'paper') void this.measure();
  }

  /** Leaves a list out of the page, or puts it on again. */
  async toggle(id: string): Promise<void> {
    if (!this.leftOut.delete(id)) this.leftOut.add(id);
    await this.measure();
  }

  /** Puts all lists on the page, or none. */
  async takeAll(all: boolean): Promise<void> {
    this.leftOut.clear();
    for (const { id } of all ? [] : (this.paper?.lists ?? [])) this.leftOut.add(id);
    await this.measure();
  }

  /** Finds out how much paper it takes. */
  async measure(): Promise<void> {
    const asked = this.#onPaper();
    const paper = await this.measuring.run(() => this.#backend.measureKitSheet(asked));
    if (!paper) return;
    this.paper = paper;
    // It was changed meanwhile.
    if (JSON.stringify(asked) !== JSON.stringify(this.#onPaper())) await this.measure();
  }

  #onPaper(): Takes<'measureKitSheet'> {
    return { withCodes: this.withCodes, without: [...this.leftOut] };
  }

  /** Makes the kit. A system dialog that the person closed is neither an outcome nor a failure. */
  async make(): Promise<void> {
    this.saved = '';
    if (this.kind === 'paper' && !this.fits) return;
    if (this.kind !== 'trusted' && !this.choice.ready()) return;
    await this.attempt.run(() => (this.kind === 'paper' ? this.#makeSheet() : this.#saveFile()));
  }

  async #makeSheet(): Promise<object> {
    const sealed = { ...this.#sealedBy(), ...this.#onPaper() };
    await this.#showSheet(await this.#backend.makeKitSheet(sealed));
    return {};
  }

  async #saveFile(): Promise<object> {
    const { saved } = await this.#backend.saveKit({ sealFor: this.#sealFor() });
    this.saved = saved ?? '';
    return {};
  }

  #sealedBy(): Pick<Takes<'makeKitSheet'>, 'passphrase' | 'sameAs'> {
    return { passphrase: checkedPassphrase(this.choice.value), ...this.choice.checkedAs };
  }

  #sealFor(): Takes<'saveKit'>['sealFor'] {
    if (this.kind === 'file') return { who: 'passphrase', ...this.#sealedBy() };
    const recipient = this.recipient.trim();
    if (recipient === '' || recipient.length > limits.recipient) throw new AppError('recipient-invalid');
    return { who: 'recipient', recipient };
  }
}
