import { describe, expect, it } from 'vitest';
import type { Scripted } from '../../../fakes/fake-http';
import { empty, json, text } from '../../../fakes/fake-http';
import { codeOf, failureOf } from '../../../app/failure-of';
import { caller, otpClient } from './otp-caller';

const refused = json(401, { error: 'Invalid OTP' });

/** Verifies a code that the service answers with 401, and GET /user with whatever else. */
function verifyRefused(...user: Scripted[]) {
  const client = otpClient();
  client.http.on('POST /user/otp/verify/123456', refused).on('GET /user', ...user);
  return { ...client, outcome: client.api.verify(caller, '123456') };
}

describe('a 401 on verify', () => {
  it('means the code when GET /user knows the token', async () => {
    const { outcome, http } = verifyRefused(json(200, { id: 'u1' }));
    expect(await outcome).toEqual({ outcome: 'rejected', words: 'Invalid OTP' });
    expect(http.calls).toEqual(['POST /user/otp/verify/123456', 'GET /user']);
  });

  it('means the token when GET /user does not know it either', async () => {
    const { outcome } = verifyRefused(json(401, { error: 'Invalid authentication token' }));
    expect(await failureOf(outcome)).toMatchObject({
      code: 'token-refused',
      details: { words: 'Invalid authentication token' },
    });
  });

  it.each<[string, Scripted]>([
    ['403', empty(403)],
    ['404', empty(404)],
    ['422', empty(422)],
    ['429', empty(429)],
    ['500', empty(500)],
    ['502', empty(502)],
    ['204', empty(204)],
    ['302', empty(302)],
    ['200 with a page', text(200, '<!doctype html>')],
    ['200 with null', json(200, null)],
    ['200 with half a body', text(200, null)],
    ['no connection', 'unreachable'],
    ['silence', 'timed-out'],
    ['a redirect', 'redirected'],
    ['a broken connection', 'broken-off'],
    ['a certificate that is not trusted', 'not-trusted'],
  ])('is not clear when GET /user answers %s', async (_what, user) => {
    const { outcome, http } = verifyRefused(user);
    expect(await failureOf(outcome)).toMatchObject({
      code: 'refusal-unclear',
      details: { words: 'Invalid OTP' },
    });
    expect(http.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
  });

  it.each(['requestCode', 'newRecoveryCodes'] as const)(
    'means the token on %s, at once',
    async (operation) => {
      const { api, http } = otpClient();
      http.on('POST /user/otp/sms/receive', refused).on('POST /user/otp/recovery-codes', refused);
      expect(await codeOf(api[operation](caller))).toBe('token-refused');
      expect(http.calls).toHaveLength(1);
    },
  );
});

describe('the words of a refused code', () => {
  it.each<[string, string]>([
    ['Invalid OTP', 'rejected'],
    ['The code is wrong.', 'rejected'],
    ['This code has expired.', 'expired'],
    ['EXPIRED', 'expired'],
    ['unexpiredness', 'rejected'],
    ['This code was already used.', 'already-used'],
    ['It has been used.', 'already-used'],
    ['Codes can be used once.', 'rejected'],
    ['Too many wrong tries.', 'too-many-tries'],
    ['toomany', 'rejected'],
    ['', 'rejected'],
  ])('%j: %s', async (words, outcome) => {
    const { api, http } = otpClient();
    http.on('POST /user/otp/verify/123456', json(400, { error: words }));
    expect(await api.verify(caller, '123456')).toEqual({ outcome, words: words || null });
  });

  it('are null where the service said nothing that can be read', async () => {
    const { api, http } = otpClient();
    http.on('POST /user/otp/verify/123456', text(400, '<p>expired</p>'));
    expect(await api.verify(caller, '123456')).toEqual({ outcome: 'rejected', words: null });
  });
});
