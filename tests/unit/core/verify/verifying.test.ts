import { describe, expect, it } from 'vitest';
import type { HttpReply } from '../../../../src-main/core/ports/http';
import { empty, json } from '../../../fakes/fake-http';
import { codeOf, failureOf } from '../../../app/failure-of';
import {
  appWithAccount,
  appWithCodes,
  held,
  restart,
  snapshotOf,
  type Story,
  unknownToken,
  verify,
  whoAmI,
} from '../story';

const check = (story: Story, code: string) => story.backend.verifyCode({ accountId: story.accountId, code });

describe('verifying a code', () => {
  it.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['123-456', '123456'],
    ['１２３４５６', '123456'],
    ['acdef-34679', 'acdef-34679'],
    ['acdef\u201334679', 'acdef-34679'],
  ])('sends %j as %s, once', async (typed, sent) => {
    const story = await appWithAccount();
    story.http.on(verify(sent), empty(204));
    expect(await check(story, typed)).toEqual({ outcome: 'accepted', session: false, kept: true });
    expect(story.http.calls).toEqual([verify(sent)]);
  });

  it.each(['', '   ', '.', '..', '../../..', 'a/b', 'a?b', 'a#b', '%2e%2e', 'a\\b', '-'])(
    'sends nothing for %j',
    async (typed) => {
      const story = await appWithAccount();
      expect(await codeOf(check(story, typed))).toBe('code-invalid');
      expect(story.http.calls).toEqual([]);
    },
  );

  it.each(['hello world', 'Tr0ub4dor&3', 'correct-horse', 'lantern pebble orbit', 'hunter2', 'x'.repeat(65)])(
    'sends nothing of %j, which reads as words',
    async (typed) => {
      const story = await appWithAccount();
      expect(await codeOf(check(story, typed))).toBe('code-like-words');
      expect(story.http.calls).toEqual([]);
    },
  );

  it('sends what the account lists, whatever it reads as', async () => {
    const story = await appWithCodes(['hello-world', 'G-123456']);
    story.http.requests.length = 0;
    for (const code of ['hello-world', 'G-123456']) {
      story.http.on(verify(code), empty(204));
      expect(await check(story, code)).toMatchObject({ outcome: 'accepted' });
    }
    expect(story.http.calls).toEqual(['hello-world', 'G-123456'].map(verify));
  });

  it('sends the code of a message, and nothing else of it', async () => {
    const story = await appWithAccount();
    story.http.on(verify('062438'), empty(204));
    expect(await check(story, 'Your code is 062 438. Don\u2019t share it.')).toMatchObject({
      outcome: 'accepted',
    });
    expect(story.http.calls).toEqual([verify('062438')]);
  });

  it.each([
    [{ 'retry-after': '90' }, 90],
    [{}, 30],
  ])('sends nothing in the pause that the service asked for with %j', async (headers, seconds) => {
    const story = await appWithAccount();
    const retryAt = story.clock.now() + seconds * 1000;
    story.http.on(verify('123456'), { ...empty(429), headers }, empty(204));
    for (let times = 0; times < 3; times += 1) {
      expect((await failureOf(check(story, '123456'))).details).toMatchObject({ retryAt });
    }
    expect(story.http.calls).toHaveLength(1);
    story.clock.pass(seconds * 1000);
    expect(await check(story, '123456')).toMatchObject({ outcome: 'accepted' });
  });

  it('says that a 404 may be the token, unless it is a page', async () => {
    const story = await appWithAccount();
    const page = { ...json(404, {}), body: '<html>Not found</html>' };
    story.http.on(verify('123456'), json(404, { error: 'Not found' }), empty(404), page);
    const codes = [];
    for (let times = 0; times < 3; times += 1) codes.push(await codeOf(check(story, '123456')));
    expect(codes).toEqual(['not-found', 'not-found', 'not-this-api']);
  });

  it.each([
    ['Invalid OTP', 'rejected'],
    ['The code has expired.', 'expired'],
    ['The code was already used.', 'already-used'],
    ['Too many wrong tries.', 'too-many-tries'],
  ])('gives the outcome of %j as a value', async (words, outcome) => {
    const story = await appWithAccount();
    story.http.on(verify('123456'), json(400, { error: words }));
    expect(await check(story, '123456')).toEqual({ outcome, words });
  });

  it('tells a refused token from a refused code', async () => {
    const story = await appWithAccount();
    story.http.on(verify('123456'), json(401, { error: 'No.' }));
    expect(await check(story, '123456')).toEqual({ outcome: 'rejected', words: 'No.' });
    story.http.on(whoAmI, unknownToken);
    expect(await codeOf(check(story, '123456'))).toBe('token-refused');
    story.http.on(whoAmI, 'unreachable');
    expect(await codeOf(check(story, '123456'))).toBe('refusal-unclear');
  });

  it.each([
    ['timed-out', 'outcome-unknown'],
    ['broken-off', 'outcome-unknown'],
    ['unreachable', 'offline'],
  ] as const)('%s: %s, and nothing is sent again', async (failure, code) => {
    const story = await appWithAccount();
    story.http.on(verify('123456'), failure);
    expect(await codeOf(check(story, '123456'))).toBe(code);
    expect(story.http.calls).toHaveLength(1);
  });

  it('sends one request for a double click', async () => {
    const story = await appWithAccount();
    const reply = held<HttpReply>();
    story.http.on(verify('123456'), () => reply.promise);
    const first = check(story, '123456');
    expect(await codeOf(check(story, '123456'))).toBe('busy');
    reply.resolve(empty(204));
    expect(await first).toEqual({ outcome: 'accepted', session: false, kept: true });
    expect(story.http.calls).toHaveLength(1);
  });

  it('is possible again after a failure', async () => {
    const story = await appWithAccount();
    story.http.on(verify('123456'), 'unreachable', empty(204));
    expect(await codeOf(check(story, '123456'))).toBe('offline');
    expect(await check(story, '123456')).toEqual({ outcome: 'accepted', session: false, kept: true });
  });

  it('says accepted although the vault cannot be written', async () => {
    const story = await appWithAccount();
    story.http.on(verify('123456'), json(200, { token: 'session-1' }));
    story.vaultFile.full = true;
    expect(await check(story, '123456')).toEqual({ outcome: 'accepted', session: true, kept: false });
    expect((await snapshotOf(story)).accounts[0]?.session).toEqual({ expiresAt: null });
  });

  it('says accepted although the settings are read-only', async () => {
    const first = await appWithAccount();
    await first.backend.setTheme({ theme: 'dark' });
    first.settingsFile.text = (first.settingsFile.text ?? '').replace('"schema": 3', '"schema": 4');
    const story = restart(first);
    story.http.on(verify('123456'), empty(204));
    expect(await check(story, '123456')).toEqual({ outcome: 'accepted', session: false, kept: true });
    expect((await snapshotOf(story)).settings).toBe('newer');
  });
});
