import type { KitPaper, KitSheet } from '#contract/backups';
import type { Backend, Takes } from '#contract/contract';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
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
  readonly passphrase = new NewPassphrase();
  readonly choice = new PassphraseChoice('backups', this.passphrase);
  readonly attempt = new Attempt();
  /** Only tells beforehand: what keeps it from that shows when the kit is made. */
  readonly #measuring = new Attempt();

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

  /** Finds out how much paper it takes. */
  async measure(): Promise<void> {
    const { withCodes } = this;
    const paper = await this.#measuring.run(() => this.#backend.measureKitSheet({ withCodes }));
    if (!paper) return;
    this.paper = paper;
    // It was changed meanwhile.
    if (withCodes !== this.withCodes) await this.measure();
  }

  /** Makes the kit. A system dialog that the person closed is neither an outcome nor a failure. */
  async make(): Promise<void> {
    this.saved = '';
    if (this.kind !== 'trusted' && !this.choice.ready()) return;
    await this.attempt.run(() => (this.kind === 'paper' ? this.#makeSheet() : this.#saveFile()));
  }

  async #makeSheet(): Promise<object> {
    const { withCodes } = this;
    const sealed = { ...this.#sealedBy(), withCodes };
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
