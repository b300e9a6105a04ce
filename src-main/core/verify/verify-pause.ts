import { AppError } from '#contract/errors';
import type { Clock } from '../ports/clock';
import { pauseOf } from './text-pause';

/** What this run knows of an account: until when its service wants no code to be tried (epoch milliseconds). */
interface Paused {
  verifyWaitUntil: number | null;
}

/** Milliseconds, where a service asks for a pause and does not say how long. */
const usualPause = 30_000;

/**
 * Runs one try of a code, unless the service asked for a pause that is not over: then nothing is sent.
 *
 * @throws AppError `rate-limited`, always with the end of the pause; and what the try throws
 */
export async function unlessPaused<T>(known: Paused, clock: Clock, attempt: () => Promise<T>): Promise<T> {
  const pause = pauseOf({ waitUntil: known.verifyWaitUntil }, clock.now());
  if (pause !== null) throw new AppError('rate-limited', { retryAt: pause });
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'rate-limited') throw error;
    const retryAt = error.details.retryAt ?? clock.now() + usualPause;
    known.verifyWaitUntil = retryAt;
    throw new AppError('rate-limited', { ...error.details, retryAt });
  }
}
