import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors';
import type { HttpReply } from '../../../../src-main/core/ports/http';
import { empty, json, text } from '../../../fakes/fake-http';
import { failureOf } from '../../../app/failure-of';
import { type Operation, operations, otpClient } from './otp-caller';

const page = '<!doctype html><title>Bad gateway</title>';
const codes = json(200, { recovery_codes: ['acdef-34679', 'ghjkm-99999'] });

/** Runs an operation on a service that answers it so. GET /user says 200 unless it is the operation itself. */
function run(operation: Operation, reply: HttpReply) {
  const client = otpClient();
  client.http.on('GET /user', json(200, {})).on(operations[operation].sent, reply);
  return { ...client, outcome: operations[operation].run(client.api) };
}

describe('the documented successes', () => {
  it.each<[Operation, HttpReply, unknown]>([
    ['requestCode', empty(204), null],
    ['verify', empty(204), { outcome: 'accepted', session: null }],
    ['recoveryCodes', codes, ['acdef-34679', 'ghjkm-99999']],
    ['newRecoveryCodes', codes, ['acdef-34679', 'ghjkm-99999']],
    ['whoAmI', json(200, { phone_number: '+44 20 7946 0958' }), { phoneEnding: '58' }],
  ])('%s', async (operation, reply, value) => {
    const { outcome, http } = run(operation, reply);
    expect(await outcome).toEqual(value);
    expect(http.calls).toEqual([operations[operation].sent]);
  });
});

describe('every other status', () => {
  const rejected = 'rejected';
  const table: Record<number, Record<Operation, ErrorCode | typeof rejected>> = {
    206: all('answer-not-understood'),
    299: all('answer-not-understood'),
    300: all('redirect-refused'),
    302: all('redirect-refused'),
    304: all('redirect-refused'),
    400: { ...all('service-refused'), verify: rejected },
    401: { ...all('token-refused'), verify: rejected },
    403: all('access-denied'),
    404: {
      ...all('not-found'),
      whoAmI: 'not-this-api',
      recoveryCodes: 'no-recovery-codes',
      newRecoveryCodes: 'no-recovery-codes',
    },
    405: all('not-this-api'),
    409: all('service-refused'),
    418: all('service-refused'),
    422: {
      requestCode: 'no-phone-number',
      verify: rejected,
      recoveryCodes: 'recovery-codes-unavailable',
      newRecoveryCodes: 'recovery-codes-unavailable',
      whoAmI: 'service-refused',
    },
    424: { ...all('service-refused'), verify: rejected },
    429: all('rate-limited'),
    500: all('service-failed'),
    501: all('service-failed'),
    502: afterGateway(),
    503: all('service-failed'),
    504: afterGateway(),
    599: all('service-failed'),
  };
  const rows = Object.entries(table).flatMap(([status, row]) =>
    (Object.keys(operations) as Operation[]).map(
      (operation) => [operation, Number(status), row[operation]] as const,
    ),
  );

  it.each(rows)('%s answered %d is %s', async (operation, status, expected) => {
    for (const body of [
      empty(status),
      text(status, null),
      ...(status === 404 ? [] : [text(status, page)]),
      json(status, { error: 'No.' }),
    ]) {
      const { outcome, http } = run(operation, body);
      if (expected === rejected) expect(await outcome).toMatchObject({ outcome: 'rejected' });
      else expect((await failureOf(outcome)).code).toBe(expected);
      const posts = http.calls.filter((call) => call.startsWith('POST'));
      expect(posts.length, 'a POST is never sent twice').toBeLessThanOrEqual(1);
    }
  });

  it.each(Object.keys(operations) as Operation[])(
    '%s answered 404 with a page is not-this-api',
    async (one) => {
      const { outcome } = run(one, text(404, page));
      expect((await failureOf(outcome)).code).toBe('not-this-api');
    },
  );

  function all(code: ErrorCode): Record<Operation, ErrorCode> {
    return { requestCode: code, verify: code, recoveryCodes: code, newRecoveryCodes: code, whoAmI: code };
  }
  /** A gateway that gave up: after a POST nobody knows what the service did. */
  function afterGateway(): Record<Operation, ErrorCode> {
    return { ...all('outcome-unknown'), recoveryCodes: 'service-failed', whoAmI: 'service-failed' };
  }
});

describe('the words of a failure', () => {
  it.each<[string, HttpReply, string | undefined]>([
    ['error', json(403, { error: 'Access denied' }), 'Access denied'],
    ['errors', json(403, { errors: ['One.', 'Two.'] }), 'One. Two.'],
    ['both', json(403, { error: 'One.', errors: ['Two.'] }), 'One. Two.'],
    ['errors that are a text', json(403, { errors: 'One.' }), 'One.'],
    ['texts among other things', json(403, { error: 7, errors: [null, 'One.', {}, ['x']] }), 'One.'],
    ['marks and controls', json(403, { error: 'a\u202eb\u0000c\nd' }), 'a b c d'],
    ['too many words', json(403, { error: 'x'.repeat(5_000) }), `${'x'.repeat(299)}…`],
    ['no words', json(403, {}), undefined],
    ['empty words', json(403, { error: '', errors: [] }), undefined],
    ['an array', json(403, ['Access denied']), undefined],
    ['a text', json(403, 'Access denied'), undefined],
    ['null', json(403, null), undefined],
    ['a page', text(403, page), undefined],
    ['nothing', empty(403), undefined],
    ['a body that broke off', text(403, null), undefined],
    ['a prototype', text(403, '{"__proto__":{"error":"polluted"}}'), undefined],
  ])('come out of %s', async (_what, reply, words) => {
    expect((await failureOf(run('requestCode', reply).outcome)).details.words).toBe(words);
  });
});
