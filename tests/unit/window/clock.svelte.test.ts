import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Clock } from '../../../src-renderer/state/clock.svelte';

const now = 1_700_000_000_000;
let stop: () => void = () => undefined;

beforeEach(() => void vi.useFakeTimers({ now }));
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The clock ticks just after the whole second. */
const justAfter = 50;

/** What a view would show, each time that it changes. */
function watch<T>(read: () => T): T[] {
  const seen: T[] = [];
  stop = $effect.root(() => {
    const value = $derived(read());
    $effect(() => void seen.push(value));
  });
  flushSync();
  return seen;
}

function pass(milliseconds: number): void {
  vi.advanceTimersByTime(milliseconds);
  flushSync();
}

test('counts every second down, then lets the clock stand', async () => {
  const clock = new Clock();
  const seen = watch(() => clock.secondsUntil(now + 3000));
  pass(justAfter);
  for (let second = 0; second < 4; second += 1) pass(1000);
  await Promise.resolve();
  expect(seen).toEqual([3, 2, 1, 0]);
  pass(100);
  expect(vi.getTimerCount()).toBe(0);
});

test('nothing to count, no timer', () => {
  const clock = new Clock();
  watch(() => [clock.secondsUntil(null), clock.secondsUntil(now - 1), clock.secondsSince(null, 60)]);
  expect(vi.getTimerCount()).toBe(0);
});

test('two countdowns share one timer', () => {
  const clock = new Clock();
  watch(() => [clock.secondsUntil(now + 5000), clock.secondsSince(now - 1000, 60)]);
  expect(vi.getTimerCount()).toBe(1);
});

test('an age counts up to its limit and is no news after it', () => {
  const clock = new Clock();
  const seen = watch(() => clock.secondsSince(now - 58_000, 60));
  pass(justAfter);
  for (let second = 0; second < 4; second += 1) pass(1000);
  expect(seen).toEqual([58, 59, 60, null]);
});

test('stands while the window is hidden and is right when it comes back', () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
  const clock = new Clock();
  const seen = watch(() => clock.secondsUntil(now + 30_000));
  hidden.mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(vi.getTimerCount()).toBe(0);
  pass(10_000);
  expect(seen).toEqual([30]);
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  flushSync();
  expect(seen).toEqual([30, 20]);
  expect(vi.getTimerCount()).toBe(1);
});
