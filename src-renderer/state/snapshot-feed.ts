import { applyPatch, isWhole, type NumberedSnapshot, type SnapshotPatch } from '#contract/snapshot-patches';

/** Puts the snapshot together from what main announces. Where an announcement was lost, it asks for the whole. */
export class SnapshotFeed {
  #known: NumberedSnapshot;
  readonly #ask: () => Promise<NumberedSnapshot>;
  readonly #listener: (snapshot: NumberedSnapshot) => void;
  #asking = false;
  /** What came since the whole was asked for: some of it may be newer than the answer. */
  #meanwhile: SnapshotPatch[] = [];

  /**
   * @param ask gives the whole
   * @param listener is told of every snapshot but the first
   */
  constructor(
    ask: () => Promise<NumberedSnapshot>,
    first: NumberedSnapshot,
    listener: (snapshot: NumberedSnapshot) => void,
  ) {
    this.#ask = ask;
    this.#known = first;
    this.#listener = listener;
  }

  /** Takes an announcement. */
  take(patch: SnapshotPatch): void {
    // One that says everything waits for nothing: it may be a lock.
    if (this.#asking && !isWhole(patch)) {
      this.#meanwhile.push(patch);
      return;
    }
    const { number } = this.#known;
    // It was on its way when the whole was asked for.
    if (patch.number <= number && patch.after !== number) return;
    const next = applyPatch(this.#known, patch);
    if (next) this.#show(next);
    else void this.#askForWhole();
  }

  /** Never rejects: without an answer, the next announcement shows again that something is missing. */
  async #askForWhole(): Promise<void> {
    this.#asking = true;
    const whole = await this.#ask().catch(() => null);
    this.#asking = false;
    const meanwhile = this.#meanwhile;
    this.#meanwhile = [];
    if (whole === null) return;
    if (whole.number >= this.#known.number) this.#show(whole);
    for (const patch of meanwhile) this.take(patch);
  }

  #show(snapshot: NumberedSnapshot): void {
    this.#known = snapshot;
    this.#listener(snapshot);
  }
}
