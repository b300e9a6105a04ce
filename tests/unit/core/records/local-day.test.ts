import { afterEach, expect, it } from 'vitest';
import { localDay } from '../../../../src-main/core/records/local-day';

const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

it.each([
  ['Pacific/Auckland', '2026-03-05'],
  ['UTC', '2026-03-04'],
  ['America/Los_Angeles', '2026-03-04'],
])('is the day of the computer in %s', (here, day) => {
  process.env['TZ'] = here;
  expect(localDay(Date.UTC(2026, 2, 4, 20, 30))).toBe(day);
});

it('is the day before, where midnight by UTC is not over yet', () => {
  process.env['TZ'] = 'America/Los_Angeles';
  expect(localDay(Date.UTC(2027, 0, 1, 3))).toBe('2026-12-31');
});
