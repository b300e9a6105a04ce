import { describe, expect, it } from 'vitest';
import { empty } from '../../../fakes/fake-http';
import { failureOf } from '../../../app/failure-of';
import { caller, otpClient } from './otp-caller';

const now = Date.UTC(2026, 0, 2, 3, 4, 5);
const day = 24 * 60 * 60 * 1000;
const date = (ms: number): string => new Date(ms).toUTCString();
const unix = (ms: number): string => String(ms / 1000);
/** The service's clock is five minutes ahead of ours. */
const ahead = 5 * 60_000;

describe('retryAt of a 429', () => {
  it.each<[string, Record<string, string>, number | undefined]>([
    ['seconds', { 'retry-after': '30' }, now + 30_000],
    ['seconds with blanks', { 'retry-after': ' 30 ' }, now + 30_000],
    ['a date', { 'retry-after': date(now + 90_000) }, now + 90_000],
    [
      'a date by a clock that is ahead',
      { 'retry-after': date(now + ahead + 90_000), date: date(now + ahead) },
      now + 90_000,
    ],
    ['seconds whatever the clock there says', { 'retry-after': '30', date: date(now + ahead) }, now + 30_000],
    ['a reset', { 'x-ratelimit-reset': unix(now + 60_000) }, now + 60_000],
    [
      'a reset by a clock that is ahead',
      { 'x-ratelimit-reset': unix(now + ahead + 60_000), date: date(now + ahead) },
      now + 60_000,
    ],
    [
      'a reset by a clock that is behind',
      { 'x-ratelimit-reset': unix(now - ahead + 60_000), date: date(now - ahead) },
      now + 60_000,
    ],
    [
      'a reset with a Date that is none',
      { 'x-ratelimit-reset': unix(now + 60_000), date: 'yesterday' },
      now + 60_000,
    ],
    [
      'Retry-After before the reset',
      { 'retry-after': '30', 'x-ratelimit-reset': unix(now + 600_000) },
      now + 30_000,
    ],
    [
      'the reset when Retry-After says nothing',
      { 'retry-after': 'later', 'x-ratelimit-reset': unix(now + 60_000) },
      now + 60_000,
    ],
    ['a year as a day', { 'retry-after': String(365 * 86_400) }, now + day],
    ['a reset in milliseconds as nothing', { 'x-ratelimit-reset': String(now + 60_000) }, undefined],
    ['a reset that has passed', { 'x-ratelimit-reset': unix(now - 60_000) }, undefined],
    ['a date that has passed', { 'retry-after': date(now - 60_000) }, undefined],
    ['zero seconds', { 'retry-after': '0' }, undefined],
    ['seconds below zero', { 'retry-after': '-30' }, undefined],
    ['a number too long', { 'retry-after': '9'.repeat(400) }, undefined],
    ['a text', { 'retry-after': 'soon' }, undefined],
    ['an empty text', { 'retry-after': '' }, undefined],
    ['no header', {}, undefined],
  ])('reads %s', async (_what, headers, retryAt) => {
    const { api, http } = otpClient();
    http.on('POST /user/otp/sms/receive', empty(429, headers));
    const failure = await failureOf(api.requestCode(caller));
    expect(failure).toMatchObject({ code: 'rate-limited' });
    expect(failure.details.retryAt).toBe(retryAt);
  });

  it('is read from a 503 as well', async () => {
    const { api, http } = otpClient();
    http.on('POST /user/otp/sms/receive', empty(503, { 'retry-after': '30' }));
    expect(await failureOf(api.requestCode(caller))).toMatchObject({
      code: 'service-failed',
      details: { retryAt: now + 30_000 },
    });
  });

  it('is not read from a failure of another kind', async () => {
    const { api, http } = otpClient();
    http.on('POST /user/otp/sms/receive', empty(403, { 'retry-after': '30' }));
    expect((await failureOf(api.requestCode(caller))).details.retryAt).toBeUndefined();
  });
});

describe('the hint of a success', () => {
  it.each<[string, Record<string, string>, number | null]>([
    ['Retry-After', { 'retry-after': '45' }, now + 45_000],
    [
      'the reset once nothing remains',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': unix(now + 60_000) },
      now + 60_000,
    ],
    [
      'no reset while some remain',
      { 'x-ratelimit-remaining': '3', 'x-ratelimit-reset': unix(now + 60_000) },
      null,
    ],
    ['nothing when nothing is said', {}, null],
  ])('is %s', async (_what, headers, waitUntil) => {
    const { api, http } = otpClient();
    http.on('POST /user/otp/sms/receive', empty(204, headers));
    expect(await api.requestCode(caller)).toBe(waitUntil);
  });
});
