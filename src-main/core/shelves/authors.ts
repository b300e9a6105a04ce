import type { Clock } from '../ports/clock';
import type { Random } from '../ports/random';
import type { Author } from '../store/changes/news';

interface Parts {
  /** The profile's id, once it is known. */
  readonly profile: { readonly id: string };
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
}

/** Whoever changes something on this computer. */
export class Authors {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** This computer, at this moment. */
  now(): Author {
    const { profile, clock, random } = this.#parts;
    return { computer: profile.id.replaceAll('-', '').slice(0, 16), now: clock.now(), random };
  }
}
