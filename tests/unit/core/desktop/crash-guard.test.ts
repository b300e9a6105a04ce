import { expect, it } from 'vitest';
import { CrashGuard } from '../../../../src-main/core/desktop/crash-guard';

it('brings back what crashes now and then', () => {
  const guard = new CrashGuard();
  for (let minute = 0; minute < 10; minute += 1) {
    expect(guard.mayReturn(minute * 60_000)).toBe(true);
    expect(guard.mayReturn(minute * 60_000 + 1_000)).toBe(true);
  }
});

it('gives up with the third crash in a minute', () => {
  const guard = new CrashGuard();
  expect(guard.mayReturn(0)).toBe(true);
  expect(guard.mayReturn(30_000)).toBe(true);
  expect(guard.mayReturn(59_999)).toBe(false);
});

it('begins to count anew when somebody wants to try again', () => {
  const guard = new CrashGuard();
  expect([0, 1, 2].map((now) => guard.mayReturn(now))).toEqual([true, true, false]);
  guard.forget();
  expect([3, 4, 5].map((now) => guard.mayReturn(now))).toEqual([true, true, false]);
});
