import type { Backend } from '#contract/contract';
import { doneWords } from '#words/done';
import { Attempt } from '../attempt.svelte';
import { checkedPassphrase } from './checked-passphrase';
import { NewPassphrase } from './new-passphrase.svelte';
import { PassphraseChoice } from './passphrase-choice.svelte';

/** What a dialog does with the passphrase that unlocks Latchkey. */
export type PassphraseChange = 'set' | 'change' | 'remove';

/** The dialog that sets, changes or removes the passphrase that unlocks Latchkey. */
export class LockPassphrase {
  readonly what: PassphraseChange;
  current = $state('');
  readonly passphrase = new NewPassphrase();
  readonly choice = new PassphraseChoice('backups', this.passphrase);
  readonly attempt = new Attempt();

  readonly #backend: Backend;
  readonly #finished: (done: string) => void;

  constructor(backend: Backend, what: PassphraseChange, finished: (done: string) => void) {
    this.#backend = backend;
    this.what = what;
    this.#finished = finished;
    if (what !== 'remove') void this.passphrase.suggest();
  }

  async submit(): Promise<void> {
    const { what, current } = this;
    if (what !== 'remove' && !this.choice.ready()) return;
    const done = await this.attempt.run(async () => {
      const passphrase = checkedPassphrase(current);
      if (what === 'remove') return this.#backend.removeLockPassphrase({ passphrase });
      return this.#backend.setLockPassphrase({
        passphrase,
        newPassphrase: checkedPassphrase(this.choice.value),
        ...this.choice.checkedAs,
      });
    });
    if (!done) return;
    this.forget();
    this.#finished(doneWords.lockPassphrase[what]);
  }

  forget(): void {
    this.current = '';
    this.choice.clear();
  }
}
