import { describe, expect, it, vi } from 'vitest';
import type { Backend, CallName } from '#contract/contract';
import { AppError, type ErrorCode, errorCodes } from '#contract/errors';
import { answer } from '#contract/wire';
import { callNames, goodInput, junkFor } from './junk';

const accountId = '7d8b4a51-3a2c-4f0e-9a55-1f0c2b3d4e5f';

/** A backend of which every call does the same; `touched` tells which were asked, and with what. */
function backendThat(handle: (input: unknown) => Promise<unknown>): {
  backend: Backend;
  touched: unknown[][];
} {
  const touched: unknown[][] = [];
  const call = (name: CallName) => (input: unknown) => {
    touched.push([name, input]);
    return handle(input);
  };
  const backend = Object.fromEntries(callNames.map((name) => [name, call(name)])) as unknown as Backend;
  return { backend, touched };
}

const noBug = (): string => {
  throw new Error('no bug was expected');
};

describe.each(callNames)('%s', (name) => {
  it('refuses everything that does not fit, without a touch of the backend', async () => {
    const { backend, touched } = backendThat(() => Promise.resolve({}));
    const respond = answer(backend, noBug);
    for (const [what, junk] of junkFor(name)) {
      expect(await respond(name, junk), what).toEqual({ ok: false, failure: { code: 'bad-input' } });
    }
    expect(touched).toEqual([]);
  });

  it('takes what fits, and hands on nothing else', async () => {
    const { backend, touched } = backendThat(() => Promise.reject(new AppError('busy')));
    expect(await answer(backend, noBug)(name, goodInput(name))).toEqual({
      ok: false,
      failure: { code: 'busy' },
    });
    expect(touched).toEqual([[name, goodInput(name)]]);
  });

  it('answers a bug when the backend gives what it must not give', async () => {
    for (const value of [undefined, null, 'text', { token: 'secret' }, { accountId, extra: 1 }]) {
      const { backend } = backendThat(() => Promise.resolve(value));
      const reply = await answer(backend, () => 'ref')(name, goodInput(name));
      expect(reply, JSON.stringify(value)).toEqual({ ok: false, failure: { code: 'bug', reference: 'ref' } });
    }
  });
});

describe('answer', () => {
  it('knows no call beside those of the table', async () => {
    const { backend, touched } = backendThat(() => Promise.resolve({}));
    const respond = answer(backend, noBug);
    for (const name of [
      '',
      'readsnapshot',
      'toString',
      'constructor',
      '__proto__',
      'then',
      'hasOwnProperty',
    ]) {
      expect(await respond(name, {}), name).toEqual({ ok: false, failure: { code: 'bad-input' } });
    }
    expect(touched).toEqual([]);
  });

  it.each(errorCodes)('passes on %s with its details', async (code: ErrorCode) => {
    const details = { retryAt: 1_700_000_000_000, words: 'The service says so.', reference: 'r1' };
    const { backend } = backendThat(() => Promise.reject(new AppError(code, details)));
    expect(await answer(backend, noBug)('selectAccount', { accountId })).toEqual({
      ok: false,
      failure: { code, ...details },
    });
  });

  it.each([
    ['an error', new Error('token=hunter2-hunter2')],
    ['an error with a cause', new Error('outer', { cause: new Error('token=hunter2-hunter2') })],
    ['a type error', new TypeError('cannot read token=hunter2-hunter2')],
    ['a text', 'token=hunter2-hunter2'],
    ['an object', { token: 'hunter2-hunter2', code: 'busy', details: {} }],
    ['nothing', undefined],
  ])('makes a bug with a reference, and nothing else, of %s', async (_what, thrown: unknown) => {
    const reportBug = vi.fn(() => 'ab12');
    const { backend } = backendThat(vi.fn<() => Promise<unknown>>().mockRejectedValue(thrown));
    const reply = await answer(backend, reportBug)('selectAccount', { accountId });
    expect(reply).toEqual({ ok: false, failure: { code: 'bug', reference: 'ab12' } });
    expect(reportBug).toHaveBeenCalledExactlyOnceWith('selectAccount', thrown);
  });

  it('answers a bug when a call of the backend throws at once', async () => {
    const { backend } = backendThat(() => {
      throw new Error('token=hunter2-hunter2');
    });
    const reply = await answer(backend, () => 'ref')('selectAccount', { accountId });
    expect(reply).toEqual({ ok: false, failure: { code: 'bug', reference: 'ref' } });
  });

  it('gives only what can be sent as JSON', async () => {
    const { backend } = backendThat(() => Promise.reject(new AppError('rate-limited', { retryAt: 5 })));
    const reply = await answer(backend, noBug)('requestCode', { accountId });
    expect(JSON.parse(JSON.stringify(reply))).toEqual(reply);
  });
});
