import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AfterIdle } from '../../../../src-main/edge/processes/after-idle';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('gives up what rests for as long as that, counted from the last use, and once', () => {
  let given = 0;
  const idle = new AfterIdle(1_000, () => (given += 1));
  idle.rest();
  vi.advanceTimersByTime(900);
  idle.rest();
  vi.advanceTimersByTime(999);
  expect(given).toBe(0);
  vi.advanceTimersByTime(1);
  expect(given).toBe(1);
  vi.advanceTimersByTime(5_000);
  expect(given).toBe(1);
});

it('gives up nothing that is used', () => {
  let given = 0;
  const idle = new AfterIdle(1_000, () => (given += 1));
  idle.rest();
  idle.wake();
  vi.advanceTimersByTime(5_000);
  expect(given).toBe(0);
});
