import type { Age, LastCheck } from '#words/ages';
import { day } from '../words/time-text';
import type { Clock } from './clock.svelte';

const hour = 3600;
const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/**
 * How long ago a time was; after two days its day says more.
 *
 * @param time epoch milliseconds, as `now`
 */
export function ageOf(time: number, now: number): Age {
  const seconds = Math.max(0, (now - time) / 1000);
  if (seconds < hour) return { minutes: Math.floor(seconds / 60) };
  return seconds < 48 * hour ? { hours: Math.floor(seconds / hour) } : { day: day(time) };
}

/** How long ago a time was, which counts on while it is shown. */
export function ageOnClock(clock: Clock, time: number): Age {
  // After an hour it changes too seldom to hold the clock for it.
  clock.secondsSince(time, hour);
  return ageOf(time, Date.now());
}

/** When a check was, by the calendar. @param checkedAt epoch milliseconds, as `now`; null for never */
export function lastCheckOf(checkedAt: number | null, now: number): LastCheck {
  if (checkedAt === null) return null;
  const days = Math.round((startOfDay(now) - startOfDay(checkedAt)) / (24 * hour * 1000));
  if (days <= 0) return { daysAgo: 0 };
  return days === 1 ? { daysAgo: 1 } : { day: day(checkedAt) };
}
