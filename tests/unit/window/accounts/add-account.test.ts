import { expect, test, vi } from 'vitest';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { AddAccountState } from '../../../../src-renderer/state/accounts/add-account.svelte';
import { fakeBackend, firstId } from '../fake-backend';

const service = { label: 'Work', serviceUrl: 'https://api.example.com/v1', token: 'a-token-of-mine' };
const given = { accountId: firstId, tokenChecked: false };

function filled(adding: AddAccountState): AddAccountState {
  adding.openForm();
  return Object.assign(adding, service);
}

test('the practice service needs nothing but a click', async () => {
  const { backend, asked } = fakeBackend({ addPracticeAccount: () => Promise.resolve(given) });
  const added = vi.fn();
  await new AddAccountState(backend, added).tryPractice();
  expect(asked).toEqual([['addPracticeAccount', {}]]);
  expect(added).toHaveBeenCalledOnce();
});

test('the token leaves the window once it is stored', async () => {
  const { backend, asked } = fakeBackend({ addAccount: () => Promise.resolve(given) });
  const added = vi.fn();
  const adding = filled(new AddAccountState(backend, added));
  await adding.connect();
  expect(asked).toEqual([['addAccount', { ...service, tokenPrefix: '', saveUnchecked: false }]]);
  expect(adding.token).toBe('');
  expect(added).toHaveBeenCalledWith(false);
});

test('after a failure all that was typed is still there', async () => {
  const { backend } = fakeBackend({
    addAccount: () => Promise.reject(new AppError('keychain-locked')),
  });
  const adding = filled(new AddAccountState(backend, () => undefined));
  await adding.connect();
  expect(adding.attempt.failure?.code).toBe('keychain-locked');
  expect(adding).toMatchObject(service);
});

test.each([
  ['label', limits.label, 'label-invalid'],
  ['serviceUrl', limits.serviceUrl, 'service-url-invalid'],
  ['token', limits.tokenField, 'token-invalid'],
] as const)('a %s beyond its limit is told before main is asked', async (field, limit, code) => {
  const { backend, asked } = fakeBackend();
  const adding = filled(new AddAccountState(backend, () => undefined));
  adding[field] = 'x'.repeat(limit + 1);
  await adding.connect();
  expect(adding.attempt.failure?.code).toBe(code);
  expect(asked).toEqual([]);
});

test('a failure does not follow from the choice to the form', async () => {
  const { backend } = fakeBackend({
    addPracticeAccount: () => Promise.reject(new AppError('practice-service-down')),
  });
  const adding = new AddAccountState(backend, () => undefined);
  await adding.tryPractice();
  adding.openForm();
  expect(adding.attempt.failure).toBeNull();
});
