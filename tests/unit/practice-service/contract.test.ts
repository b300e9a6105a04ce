import { describe, expect, test } from 'vitest';
import { describeAccess } from './behavior/access';
import { describeFactors } from './behavior/factors';
import { describeFaultControl } from './behavior/fault-control';
import { describeRecovery } from './behavior/recovery';
import { describeSession } from './behavior/session';
import { describeSms } from './behavior/sms';
import { describeUnsaved } from './behavior/unsaved';
import { describeVerify } from './behavior/verify';
import { checkReply, operations, replyName } from './openapi';
import { seenReplies } from './recording-client';

// One file, because what the client has seen is only known within one.
describeSms();
describeVerify();
describeSession();
describeRecovery();
describeFactors();
describeAccess();
describeUnsaved();
describeFaultControl();

describe('the contract', () => {
  test('is tried whole: every documented reply was seen above', () => {
    const documented = operations.flatMap((operation) =>
      Object.keys(operation.responses).map((status) => replyName(operation, status)),
    );
    expect(documented.filter((name) => !seenReplies.has(name))).toEqual([]);
  });

  const json = { 'content-type': 'application/json; charset=utf-8' };
  const error = '{"errors":["x"]}';
  test.each([
    ['an undocumented status', 'GET', '/user', { status: 418, headers: json, text: error }],
    ['a body on 204', 'POST', '/user/otp/verify/1', { status: 204, headers: {}, text: '{}' }],
    ['a body that is not the schema', 'GET', '/user', { status: 200, headers: json, text: '{"id":"x"}' }],
    [
      'a body of another type',
      'GET',
      '/user',
      { status: 401, headers: { 'content-type': 'text/html' }, text: error },
    ],
    ['a missing header', 'POST', '/user/otp/sms/receive', { status: 429, headers: json, text: error }],
    ['a wrong status for a wrong method', 'PUT', '/user', { status: 400, headers: json, text: error }],
    ['a wrong Allow', 'PUT', '/user', { status: 405, headers: { ...json, allow: 'PUT' }, text: error }],
    ['a wrong status for an unknown path', 'GET', '/nope', { status: 200, headers: json, text: error }],
  ])('is held by a check that notices %s', (_what, method, path, reply) => {
    expect(() => checkReply(method, path, reply)).toThrow();
  });
});
