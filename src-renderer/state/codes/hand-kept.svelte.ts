import type { UnderstoodCode } from '#contract/calls/recovery-codes';
import type { Backend } from '#contract/contract';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { HandKept } from '#contract/snapshot';
import { otherCodesWords } from '#words/codes/other-codes';
import { Attempt } from '../attempt.svelte';

/** The form with a label and a list of codes, as they are pasted. */
abstract class PastedCodes {
  label = $state('');
  pasted = $state('');
  readonly attempt = new Attempt();

  protected readonly backend: Backend;

  constructor(backend: Backend) {
    this.backend = backend;
  }

  abstract save(): Promise<void>;

  protected async typed(): Promise<{ label: string; codes: UnderstoodCode[] }> {
    const { label, pasted: text } = this;
    if (label.length > limits.label) throw new AppError('label-invalid');
    if (text.length > limits.pastedCodes) throw new AppError('pasted-too-long');
    if (text.trim() === '') return { label, codes: [] };
    const { kind, oneEach, oneKey, proposed } = await this.backend.understandCodes({ text });
    if (kind === 'otpauth-link') throw new AppError('otpauth-not-code');
    return { label, codes: proposed === 'one-key' ? (oneKey ?? oneEach) : oneEach };
  }
}

export class AddHandKept extends PastedCodes {
  readonly #finished: (ledgerId: string) => void;

  constructor(backend: Backend, finished: (ledgerId: string) => void) {
    super(backend);
    this.#finished = finished;
  }

  async save(): Promise<void> {
    const added = await this.attempt.run(async () => this.backend.addHandKept(await this.typed()));
    if (!added) return;
    this.pasted = '';
    this.#finished(added.ledgerId);
  }
}

export class ChangeHandKept extends PastedCodes {
  readonly ledger: HandKept;
  readonly #finished: (done: string) => void;

  constructor(backend: Backend, ledger: HandKept, finished: (done: string) => void) {
    super(backend);
    this.ledger = ledger;
    this.label = ledger.label;
    this.#finished = finished;
  }

  /** Renames the ledger; where codes were pasted, they begin a new set. */
  async save(): Promise<void> {
    const replaced = this.pasted.trim() !== '';
    const changed = await this.attempt.run(async () =>
      this.backend.changeHandKept({ ledgerId: this.ledger.id, ...(await this.typed()) }),
    );
    if (!changed) return;
    this.pasted = '';
    this.#finished(replaced ? otherCodesWords.replaced : otherCodesWords.renamed);
  }
}

export class RemoveHandKept {
  readonly attempt = new Attempt();
  readonly ledger: HandKept;
  readonly #backend: Backend;
  readonly #finished: () => void;

  constructor(backend: Backend, ledger: HandKept, finished: () => void) {
    this.ledger = ledger;
    this.#backend = backend;
    this.#finished = finished;
  }

  async remove(): Promise<void> {
    const removed = await this.attempt.run(() => this.#backend.removeHandKept({ ledgerId: this.ledger.id }));
    if (removed) this.#finished();
  }
}

export type HandKeptDialog = AddHandKept | ChangeHandKept | RemoveHandKept;
