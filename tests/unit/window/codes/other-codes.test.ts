import { describe, expect, test } from 'vitest';
import type { Gives } from '#contract/contract';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import {
  AddHandKept,
  ChangeHandKept,
  RemoveHandKept,
} from '../../../../src-renderer/state/codes/hand-kept.svelte';
import { OtherCodesState } from '../../../../src-renderer/state/codes/other-codes.svelte';
import { understoodAs } from './understood-as';
import { aSet, fakeBackend, firstId, held } from '../fake-backend';

const bank = { id: firstId, label: 'Bank', recovery: aSet(['unused', 'used']) };
const codes = [{ code: 'abcd-efgh', isUsed: false }];
const understanding = { understandCodes: () => Promise.resolve(understoodAs(['abcd-efgh'])) };
const adding = { ...understanding, addHandKept: () => Promise.resolve({ ledgerId: firstId }) };

/** Opens the form for new codes and fills it; what was pasted is understood then. */
async function filled(others: OtherCodesState, label: string, pasted: string): Promise<AddHandKept> {
  others.add();
  const { dialog } = others;
  if (!(dialog instanceof AddHandKept)) throw new Error('The wrong dialog is open.');
  dialog.label = label;
  await paste(dialog, pasted);
  return dialog;
}

async function paste({ understood }: AddHandKept | ChangeHandKept, pasted: string): Promise<void> {
  understood.text = pasted;
  await expect.poll(() => understood.asking, { interval: 1 }).toBe(false);
}

describe('adding codes', () => {
  test('opens them, and the pasted list leaves the window', async () => {
    const { backend, asked } = fakeBackend(adding);
    const others = new OtherCodesState(backend);
    const form = await filled(others, 'Bank', '1. abcd-efgh');
    await form.save();
    expect(asked).toEqual([
      ['understandCodes', { text: '1. abcd-efgh' }],
      ['addHandKept', { label: 'Bank', codes }],
    ]);
    expect([form.understood.text, form.understood.rows]).toEqual(['', []]);
    expect(others.dialog).toBeNull();
    expect(others.ledger?.ledgerId).toBe(firstId);
    expect(others.ledger?.done).toContain('Codes added');
  });

  test('keeps what was typed when no codes were found in it', async () => {
    const failure = new AppError('no-codes-found');
    const others = new OtherCodesState(
      fakeBackend({ understandCodes: () => Promise.reject(failure) }).backend,
    );
    const form = await filled(others, 'Bank', '??');
    await form.save();
    expect([form.understood.failure, form.understood.insisted]).toEqual([failure, true]);
    // It stands beside the text already.
    expect(form.failure).toBeNull();
    expect(others.dialog).toBe(form);
    expect([form.label, form.understood.text]).toEqual(['Bank', '??']);
  });

  test('tells what is too long before main is asked', async () => {
    const { backend, asked } = fakeBackend(adding);
    const form = await filled(new OtherCodesState(backend), 'x'.repeat(limits.label + 1), 'abcd-efgh');
    await form.save();
    expect(form.failure?.code).toBe('label-invalid');
    expect(asked.map(([name]) => name)).toEqual(['understandCodes']);
  });

  test('keeps nothing that was not shown yet', async () => {
    const answer = held<Gives<'understandCodes'>>();
    const { backend, asked } = fakeBackend({ ...adding, understandCodes: () => answer.promise });
    const others = new OtherCodesState(backend);
    others.add();
    const { dialog } = others;
    if (!(dialog instanceof AddHandKept)) throw new Error('The wrong dialog is open.');
    dialog.understood.text = 'abcd-efgh';
    await dialog.save();
    expect(asked.map(([name]) => name)).toEqual(['understandCodes']);
    answer.give(understoodAs(['abcd-efgh']));
    await expect.poll(() => dialog.busy).toBe(false);
    await dialog.save();
    expect(asked.map(([name]) => name)).toContain('addHandKept');
  });

  test('leads to the row that was refused', async () => {
    const failure = new AppError('recovery-code-twice', { row: 0 });
    const others = new OtherCodesState(
      fakeBackend({ ...adding, addHandKept: () => Promise.reject(failure) }).backend,
    );
    const form = await filled(others, 'Bank', 'abcd-efgh');
    await form.save();
    expect(form.failure).toBe(failure);
    expect(form.understood.refused).toBe(form.understood.rows[0]);
    form.understood.draft = 'abcd-0000';
    form.understood.finish();
    expect(form.failure).toBeNull();
  });

  test('forgets what was typed when it is closed', async () => {
    const others = new OtherCodesState(fakeBackend(adding).backend);
    const form = await filled(others, 'Bank', 'abcd-efgh');
    others.leave();
    expect([others.dialog, form.label, form.understood.text, form.understood.rows]).toEqual([
      null,
      '',
      '',
      [],
    ]);
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
  await paste(dialog, pasted);
  await dialog.save();
  expect(asked.at(-1)).toEqual([
    'changeHandKept',
    { ledgerId: firstId, label: 'Bank', codes: pasted === '' ? [] : codes },
  ]);
  expect(others.ledger?.done).toBe(done);
});

test('a text without codes does not pass for a new name', async () => {
  const { backend, asked } = fakeBackend({
    understandCodes: () => Promise.reject(new AppError('no-codes-found')),
  });
  const others = new OtherCodesState(backend);
  others.change(bank);
  const { dialog } = others;
  if (!(dialog instanceof ChangeHandKept)) throw new Error('The wrong dialog is open.');
  await paste(dialog, '??');
  await dialog.save();
  expect(asked.map(([name]) => name)).toEqual(['understandCodes']);
  expect(others.dialog).toBe(dialog);
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
