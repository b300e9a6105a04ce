import { describe, expect, it } from 'vitest';
import { holdsMoreValues } from '../../../../src-main/core/records/json-values';

describe('how many values a JSON text holds', () => {
  it.each<[string, unknown, number]>([
    ['none', 7, 0],
    ['lists in lists', [[[]]], 3],
    ['a list', [1, 2, 3], 3],
    ['fields', { a: 1, b: { c: 2 } }, 3],
    ['no text', ['a,b', '{[,', 'x'], 3],
    ['no text with quotes and backslashes', ['"', '\\', '\\"', '\\\\",[', ',,,'], 5],
  ])('is counted: %s', (_what, value, count) => {
    const text = JSON.stringify(value);
    expect([holdsMoreValues(text, count), holdsMoreValues(text, count - 1)]).toEqual([false, true]);
  });

  it('is asked of whatever it is', () => {
    for (const text of ['', '"', '"\\', '\\"[', '[[[', ']', '"\\\\"[']) holdsMoreValues(text, 1);
    expect(holdsMoreValues('"\\\\"[[', 1)).toBe(true);
    expect(holdsMoreValues('[["', 1)).toBe(true);
  });

  it('takes no longer for quotes without end', () => {
    const start = performance.now();
    expect(holdsMoreValues(`"${'\\"'.repeat(4_000_000)}`, 1)).toBe(false);
    expect(holdsMoreValues(`"${'\\\\'.repeat(4_000_000)}"`, 1)).toBe(false);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
