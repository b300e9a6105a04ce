import { setTimeout as pause } from 'node:timers/promises';
import { monotonic } from './screen-watch.mjs';

/** Pixels: a change of this width or less is the text cursor, which blinks for ever. */
const caretWidth = 3;
/** Milliseconds in which something has to change at all. */
const patience = 30_000;

/**
 * Watches the screen until nothing changes any more.
 * @param {import('./screen-watch.mjs').Screen} screen
 * @param {number} silence milliseconds without a change after which it counts as still
 * @returns {Promise<import('./screen-watch.mjs').Change[]>} at least one
 */
export async function untilStill(screen, silence) {
  const begin = monotonic();
  /** @type {import('./screen-watch.mjs').Change[]} */
  const changes = [];
  do {
    await pause(100);
    changes.push(...screen.takeChanges().filter(({ width }) => width > caretWidth));
    if (changes.length === 0 && monotonic() - begin > patience) throw new Error('Nothing came to be seen.');
  } while (changes.length === 0 || monotonic() - (changes.at(-1)?.at ?? 0) < silence);
  return changes;
}
