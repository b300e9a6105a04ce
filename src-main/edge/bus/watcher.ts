import type { Watch } from '#contract/lock';
import { busCall, type Call } from './call';
import { listenToBus } from './listen';
import type { Heard } from './message';
import { nameIn, StandingQuestion } from './standing-question';

/** One who would say it. */
export interface Teller {
  readonly name: string;
  /** Ways to ask what only a real one can answer: a program may own the name for other ends. */
  readonly calls: readonly Call[];
  /** Starts only when it has something to say, so that nobody has to answer before. */
  readonly startsLater: boolean;
}

interface Parts {
  readonly tellers: readonly Teller[];
  /** What the bus is to pass on. */
  readonly rules: readonly string[];
  readonly answersLocked: (answer: Heard) => boolean;
  readonly saysLocked: (signal: Heard) => boolean;
  readonly locked: () => void;
  readonly told: (watch: Watch) => void;
}

/** Milliseconds within which a watch that breaks off again does not lock again: nobody could work where a bus does not stay. */
const onceIn = 60_000;

/** Watches a bus for a lock that others tell of, and knows whether anybody would. */
export class Watcher {
  readonly #parts: Parts;
  readonly #questions: readonly StandingQuestion[];
  /** By teller: whether it is there; null while nobody knows. */
  readonly #there: (boolean | null)[];
  #refused = false;
  #watch: Watch = 'unknown';
  #brokeAt = -Infinity;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#there = parts.tellers.map(() => null);
    this.#questions = parts.tellers.map(
      ({ name, calls, startsLater }, place) =>
        new StandingQuestion(name, calls, (answer) => {
          this.#there[place] = startsLater || answer !== null;
          this.#look();
          if (answer !== null && parts.answersLocked(answer)) parts.locked();
        }),
    );
  }

  /** @param place the bus's socket; null without one. @returns what ends it */
  follow(place: string | null): () => void {
    const { rules, saysLocked, locked } = this.#parts;
    return listenToBus(place, {
      opened: (bus) => {
        this.#refused = false;
        this.#there.fill(null);
        for (const rule of rules) {
          bus.ask(busCall('AddMatch', rule), (answer) => {
            this.#refused ||= answer === null;
            this.#look();
          });
        }
        for (const question of this.#questions) question.opened(bus);
      },
      heard: (signal) => {
        if (saysLocked(signal)) locked();
        const name = nameIn(signal);
        if (name !== null) for (const question of this.#questions) question.ownerChanged(name);
      },
      gone: () => this.#broke(),
    });
  }

  #look(): void {
    if (this.#refused) this.#found('silent');
    else if (this.#there.includes(true)) this.#found('followed');
    else if (!this.#there.includes(null)) this.#found('silent');
  }

  /** Who would have said it cannot be heard now: it may have happened. Who has gone by itself locks no screen either. */
  #broke(): void {
    const wasFollowed = this.#watch === 'followed';
    this.#found(wasFollowed || this.#watch === 'lost' ? 'lost' : 'silent');
    if (!wasFollowed || performance.now() - this.#brokeAt < onceIn) return;
    this.#brokeAt = performance.now();
    this.#parts.locked();
  }

  #found(watch: Watch): void {
    if (watch === this.#watch) return;
    this.#watch = watch;
    this.#parts.told(watch);
  }
}
