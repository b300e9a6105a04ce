import { describe, expect, test } from 'vitest';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import {
  AddHandKept,
  ChangeHandKept,
  RemoveHandKept,
} from '../../../../src-renderer/state/codes/hand-kept.svelte';
import { OtherCodesState } from '../../../../src-renderer/state/codes/other-codes.svelte';
import { aSet, fakeBackend, firstId } from '../fake-backend';

const bank = { id: firstId, label: 'Bank', recovery: aSet(['unused', 'used']) };
const codes = [{ code: 'abcd-efgh', isUsed: false }];
const understood = {
  kind: 'recovery-codes',
  oneEach: codes,
  oneKey: codes,
  proposed: 'one-each',
  secretsLeftOut: 0,
  tooLongLeftOut: 0,
} as const;
const understanding = { understandCodes: () => Promise.resolve(understood) };
const adding = { ...understanding, addHandKept: () => Promise.resolve({ ledgerId: firstId }) };

/** Opens the form for new codes and fills it. */
function filled(others: OtherCodesState, label: string, pasted: string): AddHandKept {
  others.add();
  const { dialog } = others;
  if (!(dialog instanceof AddHandKept)) throw new Error('The wrong dialog is open.');
  return Object.assign(dialog, { label, pasted });
}

describe('adding codes', () => {
  test('opens them, and the pasted list leaves the window', async () => {
    const { backend, asked } = fakeBackend(adding);
    const others = new OtherCodesState(backend);
    const form = filled(others, 'Bank', '1. abcd-efgh');
    await form.save();
    expect(asked).toEqual([
      ['understandCodes', { text: '1. abcd-efgh' }],
      ['addHandKept', { label: 'Bank', codes }],
    ]);
    expect(form.pasted).toBe('');
    expect(others.dialog).toBeNull();
    expect(others.ledger?.ledgerId).toBe(firstId);
    expect(others.ledger?.done).toContain('Codes added');
  });

  test('keeps what was typed when no codes were found in it', async () => {
    const failure = new AppError('no-codes-found');
    const others = new OtherCodesState(
      fakeBackend({ understandCodes: () => Promise.reject(failure) }).backend,
    );
    const form = filled(others, 'Bank', '??');
    await form.save();
    expect(form.attempt.failure).toBe(failure);
    expect(others.dialog).toBe(form);
    expect(form).toMatchObject({ label: 'Bank', pasted: '??' });
  });

  test.each([
    ['x'.repeat(limits.label + 1), 'abcd-efgh', 'label-invalid'],
    ['Bank', 'x'.repeat(limits.pastedCodes + 1), 'pasted-too-long'],
  ] as const)('tells what is too long before main is asked (%#)', async (label, pasted, code) => {
    const { backend, asked } = fakeBackend(adding);
    const form = filled(new OtherCodesState(backend), label, pasted);
    await form.save();
    expect(form.attempt.failure?.code).toBe(code);
    expect(asked).toEqual([]);
  });
});

test.each([
  ['', 'Saved.'],
  ['abcd-efgh', 'New codes saved. The old set is kept as replaced.'],
])('changing with “%s” pasted says what became of the codes', async (pasted, done) => {
  const { backend, asked } = fakeBackend(understanding);
  const others = new OtherCodesState(backend);
  others.open(bank.id);
  others.change(bank);
  const { dialog } = others;
  if (!(dialog instanceof ChangeHandKept)) throw new Error('The wrong dialog is open.');
  expect(dialog.label).toBe('Bank');
  dialog.pasted = pasted;
  await dialog.save();
  expect(asked.at(-1)).toEqual([
    'changeHandKept',
    { ledgerId: firstId, label: 'Bank', codes: pasted === '' ? [] : codes },
  ]);
  expect(others.ledger?.done).toBe(done);
});

test('removing goes back to the list and says so', async () => {
  const { backend, asked } = fakeBackend();
  const others = new OtherCodesState(backend);
  others.open(bank.id);
  others.remove(bank);
  expect(asked).toEqual([]);
  const { dialog } = others;
  if (!(dialog instanceof RemoveHandKept)) throw new Error('The wrong dialog is open.');
  await dialog.remove();
  expect(asked).toEqual([['removeHandKept', { ledgerId: firstId }]]);
  expect([others.ledger, others.dialog]).toEqual([null, null]);
  expect(others.done).toBe('“Bank” is removed.');
});

test('a search outlives a look at one ledger, and ends with the screen', () => {
  const others = new OtherCodesState(fakeBackend().backend);
  others.searchFor('bank');
  expect([others.finds('My bank'), others.finds('Mail')]).toEqual([true, false]);
  others.open(bank.id);
  others.back();
  expect(others.search).toBe('bank');
  others.leave();
  expect([others.search, others.finds('Mail')]).toEqual(['', true]);
});

test('what was done gives way to what is searched for', () => {
  const others = new OtherCodesState(fakeBackend().backend);
  others.done = '“Bank” is removed.';
  others.searchFor('m');
  expect(others.done).toBe('');
});
