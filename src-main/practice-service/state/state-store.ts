import type { State } from './state';

const nothing = (): undefined => undefined;

/** Keeps the state. Changes happen one after another, and none counts before it is saved. */
export class StateStore {
  #state: State;
  readonly #save: (state: State) => Promise<void>;
  /** The end of the last change, and nothing of what it gave: that may be codes or a token. */
  #last: Promise<undefined> = Promise.resolve(undefined);

  constructor(state: State, save: (state: State) => Promise<void>) {
    this.#state = state;
    this.#save = save;
  }

  /** The state as last saved. */
  get current(): Readonly<State> {
    return this.#state;
  }

  /**
   * Lets `decide` look at a draft and change it, and gives what it returns once the draft is saved.
   * Rejects, and keeps the old state, when saving fails.
   */
  change<T>(decide: (draft: State) => T): Promise<T> {
    const turn = this.#last.then(async () => {
      const draft = structuredClone(this.#state);
      const outcome = decide(draft);
      if (JSON.stringify(draft) !== JSON.stringify(this.#state)) {
        await this.#save(draft);
        this.#state = draft;
      }
      return outcome;
    });
    this.#last = turn.then(nothing, nothing);
    return turn;
  }

  /** Resolves when every change asked for so far is saved or has failed. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
