import { busCall, type Call } from './call';
import type { Bus } from './connection';
import type { Heard } from './message';

/**
 * A question to whoever owns a name on the bus: asked when the bus comes, whenever another program owns the name, and
 * when there is other reason to. One at a time, however often others give reason to ask.
 */
export class StandingQuestion {
  readonly #name: string;
  readonly #calls: readonly Call[];
  readonly #answered: (answer: Heard | null) => void;
  #bus: Bus | null = null;
  #asking = false;
  #askAgain = false;

  /**
   * @param calls the ways to ask, of which the first that is answered counts
   * @param answered gets the answer; null when nobody owns the name, or who does has none
   */
  constructor(name: string, calls: readonly Call[], answered: (answer: Heard | null) => void) {
    this.#name = name;
    this.#calls = calls;
    this.#answered = answered;
  }

  /** A bus has come. What was asked of an earlier one is not answered any more. */
  opened(bus: Bus): void {
    this.#bus = bus;
    const owner = `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${this.#name}'`;
    bus.ask(busCall('AddMatch', owner));
    this.#ask();
  }

  /** The bus says that a name has another owner, or none. */
  ownerChanged(name: string): void {
    if (name === this.#name) this.again();
  }

  /** The answer may be another one now. */
  again(): void {
    if (this.#asking) this.#askAgain = true;
    else this.#ask();
  }

  #ask(): void {
    this.#asking = true;
    this.#askAgain = false;
    this.#askIn(this.#calls);
  }

  #askIn([first, ...others]: readonly Call[]): void {
    if (first) {
      this.#bus?.ask(first, (answer) => {
        if (answer === null) this.#askIn(others);
        else this.#settle(answer);
      });
    } else this.#settle(null);
  }

  #settle(answer: Heard | null): void {
    this.#asking = false;
    // What has changed meanwhile is asked for before anybody acts on this.
    if (this.#askAgain) this.#ask();
    this.#answered(answer);
  }
}

/** The name whose owner has changed, where a signal says so; else null. */
export const nameIn = ({ member, body }: Heard): string | null =>
  member === 'NameOwnerChanged' ? body.string() : null;
