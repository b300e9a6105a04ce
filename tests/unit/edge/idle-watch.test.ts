import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IdleWatch } from '../../../src-main/edge/idle-watch';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A computer that somebody touched last at a time of its clock. */
function watched(limit: number) {
  const world = { touched: Date.now(), limit, looks: 0, left: 0 };
  const watch = new IdleWatch(
    () => {
      world.looks += 1;
      return Math.floor((Date.now() - world.touched) / 1000);
    },
    () => world.limit,
    () => (world.left += 1),
  );
  watch.begin();
  return { world, watch };
}

describe('the idle watch', () => {
  it('tells as soon as the time is over, and looks only twice for that', () => {
    const { world } = watched(300);
    vi.advanceTimersByTime(299_999);
    expect(world).toMatchObject({ left: 0, looks: 1 });
    vi.advanceTimersByTime(1);
    expect(world).toMatchObject({ left: 1, looks: 2 });
  });

  it('begins anew whenever somebody touches the computer', () => {
    const { world } = watched(300);
    vi.advanceTimersByTime(200_000);
    world.touched = Date.now();
    vi.advanceTimersByTime(299_000);
    expect(world.left).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect(world.left).toBe(1);
  });

  it('tells again of a computer that was unlocked and left alone once more', () => {
    const { world } = watched(60);
    vi.advanceTimersByTime(60_000);
    world.touched = Date.now();
    vi.advanceTimersByTime(60_000);
    expect(world.left).toBe(2);
  });

  it('never tells where no time is set, and does when one is', () => {
    const { world, watch } = watched(0);
    vi.advanceTimersByTime(24 * 3600_000);
    expect(world).toMatchObject({ left: 0, looks: 0 });
    world.limit = 60;
    watch.begin();
    expect(world.left, 'whoever sets it is there').toBe(0);
    vi.advanceTimersByTime(60_000);
    expect(world.left).toBe(1);
  });

  it('counts from its beginning where the system has seen nobody for long', () => {
    vi.advanceTimersByTime(3600_000);
    const { world, watch } = watched(300);
    world.touched = 0;
    vi.advanceTimersByTime(299_000);
    expect(world.left).toBe(0);
    watch.begin();
    vi.advanceTimersByTime(299_000);
    expect(world.left).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect(world.left).toBe(1);
  });

  it('hears nothing more once it has ended', () => {
    const { world, watch } = watched(60);
    watch.end();
    vi.advanceTimersByTime(3600_000);
    expect(world.left).toBe(0);
  });
});
