import type { Backend, Takes } from '#contract/contract';
import { AppError, type ErrorCode } from '#contract/errors';
import { limits } from '#contract/limits';
import { Attempt } from '../attempt.svelte';

type Added = (tokenChecked: boolean) => void;

const strange: ReadonlySet<ErrorCode | undefined> = new Set([
  'not-this-api',
  'redirect-refused',
  'answer-not-understood',
  'connection-not-trusted',
]);

/** Whether something answered that is not the kind of service that was meant. */
export const isStrange = (code: ErrorCode | undefined): boolean => strange.has(code);

/** Adding an account: the practice service in one click, or one's own service by a form. */
export class AddAccountState {
  /** Whether the form is open. */
  connecting = $state(false);
  label = $state('');
  serviceUrl = $state('');
  tokenPrefix = $state<Takes<'addAccount'>['tokenPrefix']>('');
  token = $state('');
  readonly attempt = new Attempt();

  /** Something answered that is not what was meant; it can be saved all the same. */
  readonly answeredStrangely = $derived(isStrange(this.attempt.failure?.code));

  readonly #backend: Backend;
  readonly #added: Added;

  constructor(backend: Backend, added: Added) {
    this.#backend = backend;
    this.#added = added;
  }

  openForm(): void {
    this.attempt.forget();
    this.connecting = true;
  }

  closeForm(): void {
    this.attempt.forget();
    this.connecting = false;
  }

  async tryPractice(): Promise<void> {
    const added = await this.attempt.run(() => this.#backend.addPracticeAccount({}));
    if (added) this.#added(true);
  }

  /** The fields keep what was typed until the service is connected. */
  async connect({ saveUnchecked = false } = {}): Promise<void> {
    const { label, serviceUrl, tokenPrefix, token } = this;
    const added = await this.attempt.run(() => {
      if (label.length > limits.label) throw new AppError('label-invalid');
      if (serviceUrl.length > limits.serviceUrl) throw new AppError('service-url-invalid');
      if (token.length > limits.tokenField) throw new AppError('token-invalid');
      return this.#backend.addAccount({ label, serviceUrl, tokenPrefix, token, saveUnchecked });
    });
    if (!added) return;
    this.token = '';
    this.#added(added.tokenChecked);
  }
}
