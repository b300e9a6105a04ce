import type { Backend } from '#contract/contract';
import { takenOverWords } from '#words/frame/taken-over';
import { Attempt } from '../attempt.svelte';

/** The one yes to what was taken over from an older version's settings file. */
export class TakenOverState {
  /** The answer was put off: a notice stands in the place of the sheet. */
  putOff = $state(false);
  readonly attempt = new Attempt();

  readonly #backend: Backend;
  readonly #believed: (done: string) => void;

  /** @param believed is told what became of the yes */
  constructor(backend: Backend, believed: (done: string) => void) {
    this.#backend = backend;
    this.#believed = believed;
  }

  look(): void {
    this.putOff = false;
  }

  notNow(): void {
    this.putOff = true;
    this.attempt.forget();
  }

  /** They are theirs. The sheet goes when the snapshot says so. @param withFolders whether backups go anywhere */
  async believe(withFolders: boolean): Promise<void> {
    const done = await this.attempt.run(() => this.#backend.believeTakenOver({}));
    if (done) this.#believed(takenOverWords.believed(withFolders));
  }

  leave(): void {
    this.attempt.forget();
  }
}
