import { randomBytes, randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import type { Clock } from '../../core/ports/clock';
import type { Random } from '../../core/ports/random';

/** The computer's clock and timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  upFor: () => Math.round(uptime() * 1000),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** The computer's randomness: cryptographic, but for the jitter's fraction. */
export const systemRandom: Random = {
  uuid: () => randomUUID(),
  hex: (bytes) => randomBytes(bytes).toString('hex'),
  fraction: () => Math.random(),
};
