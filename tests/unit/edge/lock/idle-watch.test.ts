import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IdleWatch } from '../../../../src-main/edge/lock/idle-watch';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A computer that somebody touched last at a time of its clock, and our own windows. */
function watched(limit: number, counting = true) {
  const now = Date.now();
  const world = { touched: now, used: -Infinity, limit, looks: 0, left: 0, counting, by: [] as string[] };
  const watch = new IdleWatch({
    systemIdle: () => {
      world.looks += 1;
      return world.counting ? Math.floor((Date.now() - world.touched) / 1000) : 0;
    },
    ownIdle: () => (Date.now() - world.used) / 1000,
    limit: () => world.limit,
    left: () => (world.left += 1),
    counts: (by) => world.by.push(by),
  });
  watch.begin();
  return { world, watch };
}

describe('the idle watch', () => {
  it('tells as soon as the time is over, and looks few times for that', () => {
    const { world } = watched(300);
    vi.advanceTimersByTime(299_999);
    expect(world).toMatchObject({ left: 0, looks: 2, by: ['system'] });
    vi.advanceTimersByTime(1);
    expect(world).toMatchObject({ left: 1, looks: 3 });
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

describe('where the system says 0 for ever', () => {
  it.each([60, 300, 3_600, 86_400])('%i seconds without any use of our windows count', (limit) => {
    const { world } = watched(limit, false);
    vi.advanceTimersByTime(limit * 1000 - 1);
    expect(world.left).toBe(0);
    vi.advanceTimersByTime(1);
    expect(world).toMatchObject({ left: 1, by: ['own-windows'] });
  });

  it('whoever types into our window is never left alone', () => {
    const { world } = watched(300, false);
    for (let minute = 0; minute < 60; minute += 1) {
      vi.advanceTimersByTime(60_000);
      world.used = Date.now();
    }
    expect(world.left).toBe(0);
    vi.advanceTimersByTime(300_000);
    expect(world.left).toBe(1);
  });

  it('it is not said before it was looked at many times with nobody at our windows', () => {
    const { world } = watched(300, false);
    for (let second = 0; second < 3_600; second += 1) {
      vi.advanceTimersByTime(1_000);
      world.used = Date.now();
    }
    expect(world.by, 'somebody is there all the time, so 0 may be true').toEqual([]);
    vi.advanceTimersByTime(120_000);
    expect(world.by).toEqual([]);
    vi.advanceTimersByTime(60_000);
    expect(world.by).toEqual(['own-windows']);
  });

  it('it is looked at every ten seconds at most, and once a second at least', () => {
    const { world } = watched(86_400, false);
    vi.advanceTimersByTime(600_000);
    expect(world.looks).toBe(61);
    const quick = watched(5, false).world;
    vi.advanceTimersByTime(4_999);
    expect(quick.looks).toBe(5);
  });

  it('a count that comes late is believed from then on', () => {
    const { world } = watched(300, false);
    vi.advanceTimersByTime(200_000);
    world.counting = true;
    world.touched = Date.now() - 3_000;
    vi.advanceTimersByTime(100_000);
    expect(world).toMatchObject({ left: 0, by: ['own-windows', 'system'] });
    vi.advanceTimersByTime(196_000);
    expect(world.left).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect(world.left).toBe(1);
  });
});

describe('where the system does not see what is typed', () => {
  it('the use of our windows counts, too', () => {
    const { world } = watched(300);
    vi.advanceTimersByTime(200_000);
    world.used = Date.now();
    vi.advanceTimersByTime(299_000);
    expect(world.left).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect(world.left).toBe(1);
  });
});
