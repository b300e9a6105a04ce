import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMoment } from '../../../../src-main/core/service/read-moment';

const zone = process.env['TZ'];

describe.each(['America/New_York', 'Asia/Kolkata', 'UTC'])('in %s', (here) => {
  beforeEach(() => {
    process.env['TZ'] = here;
  });
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it.each([
    '2026-11-28T08:49:37Z',
    '2026-11-28T08:49:37z',
    '2026-11-28T08:49:37.000Z',
    '2026-11-28T10:49:37+02:00',
    '2026-11-28 10:49:37 +0200',
    '2026-11-28 03:49:37-05',
    '2026-11-28T08:49:37',
    '2026-11-28 08:49:37',
    '2026-11-28 08:49:37 UTC',
    'Sat, 28 Nov 2026 08:49:37 GMT',
    'Sat, 28 Nov 2026 08:49:37',
    'Saturday, 28-Nov-26 08:49:37 GMT',
    'Sat Nov 28 08:49:37 2026',
    'Sat Nov 28 2026 10:49:37 GMT+0200 (CEST)',
  ])('%s is the same moment', (text) => {
    expect(new Date(readMoment(text) ?? NaN).toISOString()).toBe('2026-11-28T08:49:37.000Z');
  });

  it('a date alone is the first moment of its day by UTC', () => {
    expect(readMoment('2026-11-28')).toBe(Date.UTC(2026, 10, 28));
  });

  it.each(['', 'soon', 'Z', '2026-13-45', '99:99'])('%j is no time', (text) => {
    expect(readMoment(text)).toBeNull();
  });
});
