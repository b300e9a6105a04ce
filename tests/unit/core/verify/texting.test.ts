import { describe, expect, it } from 'vitest';
import type { HttpReply } from '../../../../src-main/core/ports/http';
import { empty, json } from '../../../fakes/fake-http';
import { codeOf, failureOf } from '../../../app/failure-of';
import {
  accountOf,
  ada,
  appWithAccount,
  askForText,
  held,
  restart,
  type Story,
  verify,
  whoAmI,
} from '../story';

const ask = (story: Story) => story.backend.requestCode({ accountId: story.accountId });
const second = 1_000;

/** Seconds until the person may ask again. */
async function wait(story: Story): Promise<number | null> {
  const { waitUntil } = (await accountOf(story)).texts;
  return waitUntil === null ? null : (waitUntil - story.clock.now()) / second;
}

async function appThatTexts(): Promise<Story> {
  const story = await appWithAccount();
  story.http.on(askForText, empty(204));
  return story;
}

describe('asking for a text', () => {
  it('notes when it was sent and where it goes', async () => {
    const story = await appThatTexts();
    await ask(story);
    expect((await accountOf(story)).texts).toEqual({
      sentAt: story.clock.now(),
      waitUntil: story.clock.now() + 30 * second,
      phoneEnding: '58',
    });
    expect(story.http.calls, 'the phone was known already').toEqual([askForText]);
  });

  it('asks whose phone it is when that is not known, and bears to be told nothing', async () => {
    const story = restart(await appThatTexts());
    story.http.on(whoAmI, empty(500));
    await ask(story);
    expect((await accountOf(story)).texts).toMatchObject({ phoneEnding: null });
    story.clock.pass(30 * second);
    story.http.on(whoAmI, ada);
    await ask(story);
    await expect.poll(() => story.announced.at(-1)?.accounts[0]?.texts.phoneEnding).toBe('58');
  });

  it('is answered although the question for the phone hangs', async () => {
    const story = restart(await appThatTexts());
    story.http.on(whoAmI, () => held<HttpReply>().promise);
    await ask(story);
    expect(await wait(story)).toBe(30);
  });

  it('makes the pauses longer: 30 seconds, 60, 120, 120', async () => {
    const story = await appThatTexts();
    const pauses: (number | null)[] = [];
    for (let times = 0; times < 4; times += 1) {
      await ask(story);
      const pause = await wait(story);
      pauses.push(pause);
      story.clock.pass((pause ?? 0) * second);
    }
    expect(pauses).toEqual([30, 60, 120, 120]);
  });

  it('starts over with 30 seconds after ten quiet minutes', async () => {
    const story = await appThatTexts();
    await ask(story);
    story.clock.pass(60 * second);
    await ask(story);
    expect(await wait(story)).toBe(60);
    story.clock.pass(600 * second);
    await ask(story);
    expect(await wait(story)).toBe(30);
  });

  it('starts over with 30 seconds after a code was accepted', async () => {
    const story = await appThatTexts();
    story.http.on(verify('123456'), empty(204));
    await ask(story);
    await story.backend.verifyCode({ accountId: story.accountId, code: '123456' });
    expect((await accountOf(story)).texts.sentAt).toBeNull();
    story.clock.pass(30 * second);
    await ask(story);
    expect(await wait(story)).toBe(30);
  });

  it('is refused without a request while the pause lasts, to the millisecond', async () => {
    const story = await appThatTexts();
    await ask(story);
    const until = story.clock.now() + 30 * second;
    story.clock.pass(30 * second - 1);
    expect(await failureOf(ask(story))).toMatchObject({ code: 'rate-limited', details: { retryAt: until } });
    expect(story.http.calls).toHaveLength(1);
    story.clock.pass(1);
    await ask(story);
    expect(story.http.calls).toHaveLength(2);
  });

  it('remembers the pause and its step over a restart', async () => {
    const first = await appThatTexts();
    await ask(first);
    first.clock.pass(10 * second);
    const story = restart(first);
    expect(await wait(story)).toBe(20);
    expect(await codeOf(ask(story))).toBe('rate-limited');
    story.clock.pass(20 * second);
    await ask(story);
    expect(await wait(story)).toBe(60);
  });

  it('lets nobody wait for years because the clock was set back', async () => {
    const story = await appThatTexts();
    await ask(story);
    story.clock.pass(-365 * 86_400 * second);
    expect(await wait(story), 'the button is not locked either').toBeNull();
    await ask(story);
    expect(await wait(story)).toBeLessThanOrEqual(120);
  });

  it('takes the pause that the service hints at in its success', async () => {
    const story = await appThatTexts();
    story.http.on(askForText, empty(204, { 'retry-after': '45' }));
    await ask(story);
    expect(await wait(story)).toBe(45);
  });

  it('keeps what a rate limit says, over a restart', async () => {
    const story = await appThatTexts();
    story.http.on(askForText, json(429, { error: 'Slow down.' }, { 'retry-after': '77' }));
    expect(await failureOf(ask(story))).toMatchObject({
      code: 'rate-limited',
      details: { retryAt: story.clock.now() + 77 * second, words: 'Slow down.' },
    });
    const later = restart(story);
    expect(await wait(later)).toBe(77);
    expect((await accountOf(later)).texts.sentAt).toBeNull();
    expect(await codeOf(ask(later))).toBe('rate-limited');
    expect(story.http.calls).toHaveLength(1);
  });

  it('waits a day at most, whatever a rate limit says', async () => {
    const story = await appThatTexts();
    story.http.on(askForText, empty(429, { 'retry-after': String(365 * 86_400) }));
    expect(await codeOf(ask(story))).toBe('rate-limited');
    expect(await wait(story)).toBe(86_400);
  });

  it('waits 30 seconds after a rate limit that says nothing', async () => {
    const story = await appThatTexts();
    story.http.on(askForText, empty(429));
    const failure = await failureOf(ask(story));
    expect(failure.details.retryAt).toBe(story.clock.now() + 30 * second);
    expect(await wait(story)).toBe(30);
  });

  it.each([
    ['no phone', json(422, { errors: ['No phone number'] }), 'no-phone-number'],
    ['a bad token', empty(401), 'token-refused'],
    ['a failing service', empty(500), 'service-failed'],
    ['silence', 'timed-out', 'outcome-unknown'],
    ['no connection', 'unreachable', 'offline'],
  ] as const)('starts no pause after %s', async (_what, answer, code) => {
    const story = await appThatTexts();
    story.http.on(askForText, answer);
    expect(await codeOf(ask(story))).toBe(code);
    expect(await wait(story)).toBeNull();
  });

  it('sends one request for a double click', async () => {
    const story = await appThatTexts();
    const reply = held<HttpReply>();
    story.http.on(askForText, () => reply.promise);
    const first = ask(story);
    expect(await codeOf(ask(story))).toBe('busy');
    reply.resolve(empty(204));
    await first;
    expect(story.http.calls).toEqual([askForText]);
  });

  it('succeeds although the settings cannot be written, and keeps the pause for this run', async () => {
    const story = await appThatTexts();
    story.settingsFile.full = true;
    await ask(story);
    expect(await wait(story)).toBe(30);
    expect(await codeOf(ask(story))).toBe('rate-limited');
  });
});
