import type { Clock } from '../state/clock.svelte';
import { ago } from './backup-words';

/** After an hour the age of something changes too seldom to hold the clock for it. */
const counted = 3600;

/** How long ago a time was, which counts on while it is shown: "5 minutes ago". */
export function agoOnClock(clock: Clock, time: number): string {
  clock.secondsSince(time, counted);
  return ago(time, Date.now());
}
