import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '#contract/errors';
import { openLog } from '../../../../src-main/edge/start/log';
import { temporaryFolder } from '../files/temporary-folder';

const secret = 'token-of-ada-lovelace';

/** The log once it holds a text. */
async function logWith(folder: string, text: string): Promise<string> {
  const read = () => readFile(path.join(folder, 'logs', 'main.log'), 'utf8').catch(() => '');
  await expect.poll(read, { timeout: 5_000 }).toContain(text);
  return read();
}

describe('the log', () => {
  it.each<[string, () => unknown]>([
    ['an error', () => new Error(`GET https://service.test/?${secret}`)],
    ['an error of several lines', () => new Error(`one\n    at ${secret} (${secret}:1:1)\n${secret}`)],
    ['an error with a cause', () => new Error('outer', { cause: new Error(secret) })],
    ['an error with properties', () => Object.assign(new TypeError('x'), { input: secret, code: secret })],
    ['a failure with words', () => new AppError('service-refused', { words: secret })],
    ['an error without a stack', () => Object.assign(new Error(secret), { stack: undefined })],
    ['a text', () => secret],
    ['an object', () => ({ token: secret, toString: () => secret })],
    ['nothing', () => undefined],
  ])('writes down where %s happened and never what it said', async (_what, make) => {
    const folder = await temporaryFolder();
    const reference = openLog(folder).bug('verifyCode', make());
    expect(reference).toMatch(/^[0-9a-f]{8}$/);
    const text = await logWith(folder, `${reference} in verifyCode`);
    expect(text).not.toContain(secret);
  });

  it('names the kind of an error and the places in the code', async () => {
    const folder = await temporaryFolder();
    const reference = openLog(folder).bug('verifyCode', new RangeError(secret));
    const text = await logWith(folder, reference);
    expect(text).toContain('RangeError');
    expect(text).toContain('log.test.ts');
  });

  it('gives every bug a reference of its own', async () => {
    const folder = await temporaryFolder();
    const log = openLog(folder);
    const references = [1, 2, 3].map(() => log.bug('x', undefined));
    expect(new Set(references).size).toBe(3);
    for (const reference of references) await logWith(folder, reference);
  });

  it('has a line for what is no bug', async () => {
    const folder = await temporaryFolder();
    openLog(folder).event('the keychain process was started again');
    await logWith(folder, 'the keychain process was started again');
  });
});
