import { describe, expect, it } from 'vitest';
import type { HttpReply } from '../../../../src-main/core/ports/http';
import { empty, json, text } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import { operations, otpClient } from './otp-caller';

const page = '<!doctype html><title>Sign in to the Wi-Fi</title>';
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

/** Bodies of a 200 that are no answer to any of the calls. */
const strange: [string, HttpReply][] = [
  ['a captive portal', text(200, page, { 'content-type': 'text/html' })],
  ['a body that broke off', text(200, null)],
  ['half of a JSON', text(200, '{"recovery_codes":["acd')],
  ['a JSON 100,000 deep', text(200, deep)],
];

function run(operation: keyof typeof operations, reply: HttpReply) {
  const client = otpClient();
  client.http.on(operations[operation].sent, reply);
  return operations[operation].run(client.api);
}

describe.each(Object.keys(operations) as (keyof typeof operations)[])('%s', (operation) => {
  it.each(strange)('does not take %s for an answer', async (what, reply) => {
    // Any JSON is enough for a call whose answer has no content.
    if (operation === 'requestCode' && what.startsWith('a JSON')) return;
    if (operation === 'whoAmI' && what.startsWith('a JSON')) return;
    expect(await codeOf(run(operation, reply))).toBe('answer-not-understood');
  });
});

describe.each(['recoveryCodes', 'newRecoveryCodes'] as const)('%s', (operation) => {
  it.each<[string, unknown]>([
    ['an empty object', {}],
    ['null codes', { recovery_codes: null }],
    ['a text for codes', { recovery_codes: 'acdef-34679' }],
    ['an object for codes', { recovery_codes: { 0: 'acdef-34679' } }],
    ['numbers for codes', { recovery_codes: [123456] }],
    ['null among the codes', { recovery_codes: ['acdef-34679', null] }],
    ['an empty code', { recovery_codes: [''] }],
    ['a blank code', { recovery_codes: ['  '] }],
    ['a code with a line end', { recovery_codes: ['acdef\n34679'] }],
    ['a code with a mark that turns the direction around', { recovery_codes: ['acdef\u202e34679'] }],
    ['a code that is too long', { recovery_codes: ['x'.repeat(201)] }],
    ['too many codes', { recovery_codes: Array.from({ length: 1001 }, (_, index) => `code-${index}`) }],
    ['the list alone', ['acdef-34679']],
    ['null', null],
    ['a text', 'acdef-34679'],
  ])('does not understand %s', async (_what, body) => {
    expect(await codeOf(run(operation, json(200, body)))).toBe('answer-not-understood');
  });

  it.each([201, 202, 204])('does not take a %d for the documented 200', async (status) => {
    const reply = json(status, { recovery_codes: ['acdef-34679'] });
    expect(await codeOf(run(operation, reply))).toBe('answer-not-understood');
  });

  it('reads an empty list as no codes, and looks past fields that it does not know', async () => {
    expect(await run(operation, json(200, { recovery_codes: [], two_factor: 'sms' }))).toEqual([]);
  });

  it('trims codes and keeps their order', async () => {
    expect(await run(operation, json(200, { recovery_codes: [' b-2 ', 'a-1'] }))).toEqual(['b-2', 'a-1']);
  });
});

describe('requestCode', () => {
  it.each([empty(200), empty(201), empty(202), empty(204), json(200, {}), json(202, { status: 'sent' })])(
    'takes any plain success, such as %j',
    async (reply) => {
      expect(await run('requestCode', reply)).toBeNull();
    },
  );
});

describe('whoAmI', () => {
  it.each<[string, unknown, string | null]>([
    ['a phone', { phone_number: '+1 (555) 010-4477' }, '77'],
    ['no phone', {}, null],
    ['a null phone', { phone_number: null }, null],
    ['an empty phone', { phone_number: '' }, null],
    ['a phone too short to hide most of it', { phone_number: '112' }, null],
    ['a phone that is a number', { phone_number: 15550104477 }, null],
    ['a phone with markup', { phone_number: '<b>5550199</b>' }, '99'],
  ])('tells at most two digits of %s', async (_what, body, phoneEnding) => {
    expect(await run('whoAmI', json(200, body))).toEqual({ phoneEnding });
  });

  it.each([[null], ['ada'], [7], [true], [[]]])('does not take %j for a user', async (body) => {
    expect(await codeOf(run('whoAmI', json(200, body)))).toBe('answer-not-understood');
  });
});

describe('verify', () => {
  it.each([200, 201])('takes the session token of a %d', async (status) => {
    const reply = json(status, { token: 'session-1', user: { id: 'u1' } });
    expect(await run('verify', reply)).toEqual({
      outcome: 'accepted',
      session: { token: 'session-1', expiresAt: null },
    });
  });

  it.each<[unknown, number | null]>([
    ['2026-01-02T04:04:05Z', Date.UTC(2026, 0, 2, 4, 4, 5)],
    ['2026-01-02T04:04:05+02:00', Date.UTC(2026, 0, 2, 2, 4, 5)],
    ['Fri, 02 Jan 2026 04:04:05 GMT', Date.UTC(2026, 0, 2, 4, 4, 5)],
    ['1960-01-01T00:00:00Z', 0],
    ['', null],
    ['soon', null],
    ['9'.repeat(400), null],
    [null, null],
    [undefined, null],
  ])('reads expires_at %j as %j', async (expires_at, expiresAt) => {
    const reply = json(200, { token: 'session-1', expires_at });
    expect(await run('verify', reply)).toEqual({
      outcome: 'accepted',
      session: { token: 'session-1', expiresAt },
    });
  });

  it.each<[string, unknown]>([
    ['no token', {}],
    ['a null token', { token: null }],
    ['an empty token', { token: '' }],
    ['a token that is a number', { token: 7 }],
    ['a token that no keychain keeps whole', { token: 'abc\u0000def' }],
    ['a token that would end a header', { token: 'abc\r\nX-Evil: 1' }],
    ['a token that is too long', { token: 'x'.repeat(1201) }],
    ['a token of other letters', { token: 'schlüssel' }],
    ['an array', ['session-1']],
    ['null', null],
  ])('does not understand %s', async (_what, body) => {
    expect(await codeOf(run('verify', json(200, body)))).toBe('answer-not-understood');
  });

  it('does not understand a 200 without a body', async () => {
    expect(await codeOf(run('verify', empty(200)))).toBe('answer-not-understood');
  });
});
