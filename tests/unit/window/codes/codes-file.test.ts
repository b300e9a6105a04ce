import { expect, test } from 'vitest';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { CodesFile } from '../../../../src-renderer/state/codes/codes-file.svelte';
import { held } from '../fake-backend';

const named = (name: string): File => new File([], name);

test('the text of files goes below what is there', async () => {
  const field = { text: 'typed-0000\n' };
  const file = new CodesFile(field, (one) => Promise.resolve(`from ${(one as File).name}`));
  await file.read([named('a.txt'), named('b.pdf')]);
  expect(field.text).toBe('typed-0000\nfrom a.txt\nfrom b.pdf');
  expect([file.now, file.attempt.failure]).toEqual(['', null]);
});

test.each([
  ['cannot be read', () => Promise.reject(new AppError('read-kind')), 'read-kind'],
  ['is empty', () => Promise.resolve(' \n'), 'no-codes-found'],
  ['is too long', () => Promise.resolve('x'.repeat(limits.pastedCodes)), 'pasted-too-long'],
] as const)('where one %s, nothing is taken', async (_, textOf, code) => {
  const field = { text: 'typed' };
  const file = new CodesFile(field, textOf);
  await file.read([named('a')]);
  expect(field.text).toBe('typed');
  expect(file.attempt.failure?.code).toBe(code);
});

test('what is read while the screen is left goes nowhere', async () => {
  const text = held<string>();
  const signals: AbortSignal[] = [];
  const field = { text: '' };
  const file = new CodesFile(field, (_, signal) => {
    signals.push(signal);
    return text.promise;
  });
  const reading = file.read([named('codes.pdf'), named('more.pdf')]);
  expect(file.now).toBe('codes.pdf');
  file.leave();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  text.give('abcd-efgh');
  await reading;
  expect([field.text, file.now, signals.length]).toEqual(['', '', 1]);
});

test('an end that was asked for is no failure', async () => {
  const text = held<string>();
  const file = new CodesFile({ text: '' }, () => text.promise);
  const reading = file.read([named('codes.pdf')]);
  file.leave();
  text.fail(new Error('aborted'));
  await reading;
  expect(file.attempt.failure).toBeNull();
});
