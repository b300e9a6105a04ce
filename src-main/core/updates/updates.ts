import type { UpdatesCalls } from '#contract/calls/updates';
import { AppError, type ErrorCode } from '#contract/errors';
import type { Updates } from '#contract/updates';
import type { OneAtATime } from '../turns/one-at-a-time';
import type { Clock } from '../ports/clock';
import type { State } from '../state/state';
import type { UpdateNews } from '../state/update-news';
import { UpdateFailure, type UpdateFailureKind, type PackageUpdates } from '../ports/package-updates';

interface Parts {
  readonly state: State;
  readonly updates: PackageUpdates;
  readonly clock: Clock;
  readonly turns: OneAtATime;
}

/** Milliseconds from the start to the first look that nobody asked for, and from one look to the next. */
const pauses = { first: 60_000, next: 24 * 60 * 60_000 };

const codes: Record<UpdateFailureKind, ErrorCode> = {
  unreachable: 'updates-unreachable',
  'not-genuine': 'update-not-genuine',
  outdated: 'update-outdated',
  expired: 'update-expired',
  'clock-wrong': 'update-clock-wrong',
  'not-installed': 'update-not-installed',
};

/** Newer versions: what a person asks for, and what Latchkey does by itself as far as it may. */
export class UpdateKeeper {
  readonly #parts: Parts;
  #callOff: () => void = () => undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly calls: UpdatesCalls = {
    lookForUpdate: async () => {
      await this.#look();
      return {};
    },
    fetchUpdate: async () => {
      await this.#fetch();
      return {};
    },
    installUpdate: async () => {
      await this.#install();
      return {};
    },
  };

  /** Looks some time after the start, and once a day, unless that is switched off. */
  follow(): void {
    this.#callOff();
    const { state, updates } = this.#parts;
    if (updates.way !== 'elsewhere' && state.settings.updates !== 'off') this.#lookAfter(pauses.first);
  }

  #lookAfter(milliseconds: number): void {
    this.#callOff = this.#parts.clock.after(milliseconds, () => {
      this.#lookAfter(pauses.next);
      void this.#lookUnasked();
    });
  }

  /** A server that was not reached is no news to somebody who did not ask. */
  async #lookUnasked(): Promise<void> {
    try {
      await this.#look();
      const { state, updates } = this.#parts;
      const may = state.settings.updates === 'automatic' && updates.way !== 'by-hand';
      if (may && state.updateNews.stage === 'found') await this.#fetch();
    } catch (error) {
      if (error instanceof AppError && error.code === 'updates-unreachable') this.#note({ failure: null });
    }
  }

  async #look(): Promise<void> {
    const { clock, state, updates } = this.#parts;
    this.#requireWay(updates.way !== 'elsewhere');
    await this.#inTurn('looking', async () => {
      const version = await updates.look();
      const known = state.updateNews;
      const lookedAt = clock.now();
      // What is here already need not be fetched again.
      if (version !== null && version === known.version && known.percent === 100) {
        this.#note({ stage: 'ready', lookedAt });
      } else this.#note({ stage: version === null ? 'newest' : 'found', version, lookedAt, percent: 0 });
    });
  }

  async #fetch(): Promise<void> {
    const { state, updates } = this.#parts;
    this.#requireWay(updates.way !== 'by-hand' && state.updateNews.stage === 'found');
    await this.#inTurn('fetching', async () => {
      await updates.fetch((percent) => {
        // Whole numbers, for each one is announced.
        const whole = Math.min(99, Math.floor(percent));
        if (whole > state.updateNews.percent) this.#note({ percent: whole });
      });
      this.#note({ stage: 'ready', percent: 100 });
    });
  }

  async #install(): Promise<void> {
    const { state, updates } = this.#parts;
    this.#requireWay(state.updateNews.stage === 'ready');
    await this.#inTurn('installing', () => updates.install());
  }

  /** @throws AppError `no-update` where there is none to be had this way */
  #requireWay(isThere: boolean): void {
    if (!isThere) throw new AppError('no-update');
  }

  /** One after the other; when it fails, all is as it was before. @throws AppError `busy`, `update-*`, `updates-*` */
  async #inTurn(stage: Updates['stage'], task: () => Promise<void>): Promise<void> {
    await this.#parts.turns.run('update', async () => {
      const { stage: before } = this.#parts.state.updateNews;
      this.#note({ stage, failure: null });
      try {
        await task();
      } catch (error) {
        const known = error instanceof UpdateFailure ? new AppError(codes[error.kind]) : error;
        const failure = known instanceof AppError ? { code: known.code } : null;
        this.#note({ stage: before, failure, ...(before === 'ready' ? {} : { percent: 0 }) });
        throw known;
      }
    });
  }

  #note(news: Partial<UpdateNews>): void {
    const { state } = this.#parts;
    state.updateNews = { ...state.updateNews, ...news };
    state.announce();
  }
}
