import type { UnderstoodCode } from '#contract/calls/recovery-codes';
import type { Backend } from '#contract/contract';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { HandKept } from '#contract/snapshot';
import { otherCodesWords } from '#words/codes/other-codes';
import { Attempt } from '../attempt.svelte';
import type { Leavable } from '../lock/leavable';
import { CodesFile } from './codes-file.svelte';
import { UnderstoodCodes } from './understood.svelte';

/** The form with a label and codes: a text, and the rows that it was understood as. */
abstract class CodesForm implements Leavable {
  label = $state('');
  readonly attempt = new Attempt();
  readonly understood: UnderstoodCodes;
  readonly file: CodesFile;
  /** Why nothing was kept, where that does not stand beside the text already. */
  readonly failure = $derived.by(() => {
    const { failure } = this.attempt;
    return failure === this.understood.failure ? null : failure;
  });

  protected readonly backend: Backend;

  constructor(backend: Backend) {
    this.backend = backend;
    this.understood = new UnderstoodCodes(backend, () => {
      this.attempt.forget();
      this.file.attempt.forget();
    });
    this.file = new CodesFile(this.understood);
  }

  /** Something is being read, understood or kept. */
  get busy(): boolean {
    return this.attempt.running || this.understood.asking || this.file.attempt.running;
  }

  /** Keeps the rows as they are shown: nothing while they are still on their way. */
  async save(): Promise<void> {
    if (this.busy) return;
    await this.keep();
    const row = this.attempt.failure?.details.row;
    if (row !== undefined) this.understood.refuse(row);
  }

  /** Empties the field. */
  clear(): void {
    this.file.leave();
    this.understood.leave();
    this.attempt.forget();
  }

  leave(): void {
    this.clear();
    this.label = '';
  }

  protected abstract keep(): Promise<void>;

  protected typed(): { label: string; codes: UnderstoodCode[] } {
    if (this.label.length > limits.label) throw new AppError('label-invalid');
    return { label: this.label, codes: this.understood.toKeep() };
  }
}

export class AddHandKept extends CodesForm {
  readonly #finished: (ledgerId: string) => void;

  constructor(backend: Backend, finished: (ledgerId: string) => void) {
    super(backend);
    this.#finished = finished;
  }

  protected async keep(): Promise<void> {
    const added = await this.attempt.run(() => this.backend.addHandKept(this.typed()));
    if (!added) return;
    this.leave();
    this.#finished(added.ledgerId);
  }
}

export class ChangeHandKept extends CodesForm {
  readonly ledger: HandKept;
  readonly #finished: (done: string) => void;

  constructor(backend: Backend, ledger: HandKept, finished: (done: string) => void) {
    super(backend);
    this.ledger = ledger;
    this.label = ledger.label;
    this.#finished = finished;
  }

  /** Renames the ledger; where there is a text, its codes begin a new set. */
  protected async keep(): Promise<void> {
    const replaced = this.understood.about !== null;
    const { id: ledgerId } = this.ledger;
    const changed = await this.attempt.run(() => this.backend.changeHandKept({ ledgerId, ...this.typed() }));
    if (!changed) return;
    this.leave();
    this.#finished(replaced ? otherCodesWords.replaced : otherCodesWords.renamed);
  }
}

export class RemoveHandKept implements Leavable {
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

  leave(): void {
    this.attempt.forget();
  }
}

export type HandKeptDialog = AddHandKept | ChangeHandKept | RemoveHandKept;
