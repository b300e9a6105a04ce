import * as v from 'valibot';
import { AppError } from '#contract/errors';
import { time } from '#contract/basics';
import type { Keychain } from '../keychain/keychain';
import type { OneAtATime } from '../turns/one-at-a-time';
import type { Clock } from '../ports/clock';
import type { Profile } from '../profile/profile';
import type { State } from '../state/state';
import { longestWait, noTries, waitAfter, waitLeft, type WrongTries } from './wrong-tries';

interface Parts {
  readonly state: State;
  readonly keychain: Keychain;
  readonly profile: Profile;
  readonly clock: Clock;
  readonly turns: OneAtATime;
}

const kept = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ count: v.pipe(v.number(), v.integer(), v.minValue(0)), at: time, up: time }),
);

/** The least number of tries after which one has to wait for as long as anybody ever has to. */
const longestCount =
  Array.from({ length: 20 }, (_, count) => count).find((count) => waitAfter(count) === longestWait) ?? 20;

/**
 * Counts wrong passphrases, whatever they were typed for, and has the next one wait. The count lies in the keychain, where
 * no editor reaches it, and in the settings for computers without one.
 */
export class PassphraseThrottle {
  readonly #parts: Parts;
  #known: WrongTries | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Until when no passphrase is tried (epoch milliseconds), as far as this run knows; null when one is. */
  get waitUntil(): number | null {
    const { clock } = this.#parts;
    const left = waitLeft(this.#known ?? this.#inSettings(), this.#now());
    return left > 0 ? clock.now() + left : null;
  }

  /**
   * Lets a passphrase be tried, one at a time.
   *
   * @throws AppError `unlock-too-soon` with `retryAt`; `wrong-passphrase`, with `retryAt` where the next one has to wait;
   * `busy`; as `attempt`
   */
  async guard<T>(attempt: () => Promise<T>): Promise<T> {
    return this.#parts.turns.run('passphrase', async () => {
      const before = await this.#read();
      const { waitUntil } = this;
      if (waitUntil !== null) throw new AppError('unlock-too-soon', { retryAt: waitUntil });
      try {
        const done = await attempt();
        if (before.count > 0) await this.#note(noTries);
        return done;
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'wrong-passphrase')) throw error;
        await this.#note({ count: before.count + 1, ...this.#now() });
        throw new AppError('wrong-passphrase', { retryAt: this.waitUntil ?? undefined });
      }
    });
  }

  /** Begins to count, as with a new passphrase. Never rejects. */
  async begin(): Promise<void> {
    await this.#note(noTries);
  }

  /** What is known from all places: a count that shrank in one of them does not count. */
  async #read(): Promise<WrongTries> {
    const stored = (await this.#inKeychain()) ?? this.#inSettings();
    const known = this.#known ?? noTries;
    this.#known = stored.count >= known.count ? stored : known;
    return this.#known;
  }

  /** Null where the keychain has none, or is not to be had. */
  async #inKeychain(): Promise<WrongTries | null> {
    const { keychain, state } = this.#parts;
    try {
      const text = await keychain.find(this.#entry);
      if (text !== null) {
        const read = v.safeParse(kept, text);
        return read.success ? read.output : { count: longestCount, ...this.#now() };
      }
      if (!state.settings.lock.counted) return null;
      // It was there. A locked keychain, too, says that there is nothing; one that is open and has lost it is waited for once.
      await keychain.probe();
      const lost = { count: longestCount, ...this.#now() };
      await this.#note(lost);
      return lost;
    } catch {
      return null;
    }
  }

  #inSettings(): WrongTries {
    const { wrongTries, waitUntil, wrongAt } = this.#parts.state.settings.lock;
    if (wrongAt !== null) return { count: wrongTries, ...wrongAt };
    // As the first version wrote it. A clock that was set back locks nobody out.
    const left = waitUntil === null ? 0 : waitUntil - this.#now().at;
    const isSound = left > 0 && left <= longestWait;
    const passed = isSound ? Math.max(0, waitAfter(wrongTries) - left) : longestWait;
    return { count: wrongTries, at: this.#now().at - passed, up: this.#now().up - passed };
  }

  /** Holds for this run where it cannot be written. */
  async #note(tries: WrongTries): Promise<void> {
    const { state, keychain } = this.#parts;
    this.#known = tries;
    const counted = await keychain.keep(this.#entry, JSON.stringify(tries)).then(
      () => true,
      () => state.settings.lock.counted,
    );
    const left = waitLeft(tries, this.#now());
    await state.note((settings) => ({
      ...settings,
      lock: {
        ...settings.lock,
        wrongTries: tries.count,
        wrongAt: tries.count === 0 ? null : { at: tries.at, up: tries.up },
        waitUntil: left > 0 ? this.#now().at + left : null,
        counted,
      },
    }));
  }

  get #entry(): string {
    return `wrong-tries:${this.#parts.profile.id}`;
  }

  #now(): { readonly at: number; readonly up: number } {
    const { clock } = this.#parts;
    return { at: clock.now(), up: clock.upFor() };
  }
}
