import { describe, expect, it } from 'vitest';
import { SnapshotPatches, type SnapshotPatch } from '#contract/snapshot-patches';
import { AppError, errorCodes } from '#contract/errors';
import { type Bridge, connect, listen, newsText } from '#contract/wire';
import { failureOf } from '../../app/failure-of';
import { aSnapshot } from '../window/fake-backend';
import { callNames, goodInput } from './junk';

const accountId = '7d8b4a51-3a2c-4f0e-9a55-1f0c2b3d4e5f';

/** A bridge to a main process that answers every call the same. */
const bridgeThat = (reply: (input: unknown) => Promise<unknown>): Bridge => ({
  calls: Object.fromEntries(callNames.map((name) => [name, reply])),
  news: {},
});
const bridgeTo = (reply: unknown): Bridge => bridgeThat(() => Promise.resolve(reply));

const quiet = new SnapshotPatches({ ...aSnapshot(), number: 6 }).next({ ...aSnapshot(), number: 7 });
const dark = { ...quiet, frame: { ...quiet.frame, theme: 'dark' as const } };

describe('connect', () => {
  it('has every call of the table and no other', () => {
    expect(Object.keys(connect(bridgeTo({})))).toEqual(callNames);
  });

  it('hands the input over as it is and gives the value of the reply', async () => {
    const inputs: unknown[] = [];
    const backend = connect(
      bridgeThat((input) => {
        inputs.push(input);
        return Promise.resolve({ ok: true, value: { outcome: 'accepted', session: true, kept: true } });
      }),
    );
    const input = { accountId, code: '123 456' };
    expect(await backend.verifyCode(input)).toEqual({ outcome: 'accepted', session: true, kept: true });
    expect(inputs).toEqual([input]);
  });

  it.each(callNames)('makes a bug of every reply to %s that does not fit', async (name) => {
    const replies = [
      undefined,
      null,
      'text',
      [],
      {},
      { ok: 'true', value: {} },
      { ok: true },
      { ok: true, value: undefined },
      { ok: true, value: 'text' },
      { ok: true, value: { unknown: 1 } },
      { ok: true, value: {}, extra: 1 },
      { ok: false },
      { ok: false, failure: {} },
      { ok: false, failure: { code: 'no-such-code-in-the-list' } },
      { ok: false, failure: { code: 'busy', extra: 1 } },
      { ok: false, failure: { code: 'busy', words: 'x'.repeat(301) } },
      { ok: false, failure: { code: 'busy', retryAt: 'soon' } },
    ];
    for (const reply of replies) {
      const ask = connect(bridgeTo(reply))[name] as (input: unknown) => Promise<unknown>;
      const failure = await failureOf(ask(goodInput(name)));
      expect(failure.code, JSON.stringify(reply)).toBe('bug');
      expect(failure.details.reference, JSON.stringify(reply)).toMatch(new RegExp(`^(reply|value)-${name}$`));
    }
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('not our window'))],
    [
      'throws',
      () => {
        throw new Error('could not be cloned');
      },
    ],
  ])('makes a bug of it when the bridge itself %s', async (_how, reply: () => Promise<unknown>) => {
    const failure = await failureOf(connect(bridgeThat(reply)).readSnapshot({}));
    expect(failure.code).toBe('bug');
    expect(failure.details.reference).toBe('reply-readSnapshot');
  });

  it('makes a bug of it when the bridge lacks the call', async () => {
    const failure = await failureOf(connect({ calls: {}, news: {} }).readSnapshot({}));
    expect(failure.code).toBe('bug');
  });

  it.each(errorCodes)('rebuilds %s as an AppError with its details', async (code) => {
    const details = { retryAt: 1_700_000_000_000, words: 'The service says so.', reference: 'r1' };
    const call = connect(bridgeTo({ ok: false, failure: { code, ...details } })).requestCode({ accountId });
    const failure = await failureOf(call);
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ name: 'AppError', message: code, code, details });
  });

  it('rebuilds a failure without details without any', async () => {
    const call = connect(bridgeTo({ ok: false, failure: { code: 'offline' } })).requestCode({ accountId });
    expect((await failureOf(call)).details).toEqual({});
  });
});

describe('listen', () => {
  it('hands on the news that fit and drops the others', () => {
    let announce: (news: unknown) => void = () => undefined;
    const heard: SnapshotPatch[] = [];
    listen({ calls: {}, news: { snapshot: (listener) => (announce = listener) } }, 'snapshot', (patch) =>
      heard.push(patch),
    );
    announce(newsText(quiet));
    const wrong = [
      'text',
      [],
      {},
      { ...quiet, token: 'x' },
      { ...quiet, frame: { ...quiet.frame, theme: 'pink' } },
    ];
    for (const junk of [null, undefined, 'text', '{', quiet, ...wrong.map((one) => JSON.stringify(one))]) {
      announce(junk);
    }
    announce(newsText(dark));
    expect(heard).toEqual([quiet, dark]);
  });

  it('bears a bridge without that kind of news', () => {
    expect(() => listen({ calls: {}, news: {} }, 'snapshot', () => undefined)).not.toThrow();
  });
});
