import { describe, expect, test, vi } from 'vitest';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { LedgerState } from '../../../../src-renderer/state/codes/ledger.svelte';
import { fakeBackend, firstId, held } from '../fake-backend';

const using = { useNextCode: () => Promise.resolve({ index: 3 }) };
const full = () => Promise.reject(new AppError('vault-not-saved'));

describe('the next code', () => {
  test('is told by its number, and can be taken back once', async () => {
    const { backend, asked } = fakeBackend(using);
    const ledger = new LedgerState(backend, firstId);
    await ledger.useNext();
    expect(ledger.done).toBe('Code 4 is copied and marked as used.');
    expect(ledger.undoable).not.toBeNull();
    await ledger.undo();
    await ledger.undo();
    expect(asked).toEqual([
      ['useNextCode', { ledgerId: firstId, noteRead: false }],
      ['markRecoveryCode', { ledgerId: firstId, index: 3, state: 'unused' }],
    ]);
    expect(ledger.done).toBe('Code 4 counts as not used.');
    expect(ledger.undoable).toBeNull();
  });

  test('cannot be taken back any more when something else was done', async () => {
    const { backend } = fakeBackend(using);
    const ledger = new LedgerState(backend, firstId);
    await ledger.useNext();
    await ledger.copy(5);
    expect(ledger.undoable).toBeNull();
    await ledger.useNext();
    ledger.leave();
    expect([ledger.undoable, ledger.done]).toEqual([null, '']);
  });

  test('that could not be marked says why, and offers nothing to undo', async () => {
    const ledger = new LedgerState(fakeBackend({ useNextCode: full }).backend, firstId);
    await ledger.useNext();
    expect(ledger.asking.failure?.code).toBe('vault-not-saved');
    expect([ledger.undoable, ledger.done]).toEqual([null, '']);
  });

  test('that has a note is used once that was read', async () => {
    const entries = [
      { state: 'used', at: 1, note: '' },
      { state: 'unused', at: null, note: 'for the phone' },
    ] as const;
    const { backend, asked } = fakeBackend({
      ...using,
      readLedger: () => Promise.resolve({ entries: [...entries] }),
    });
    const ledger = new LedgerState(backend, firstId);
    await ledger.look(1);
    await ledger.useNext();
    expect(ledger.noteFirst).toEqual({ index: 1, note: 'for the phone' });
    expect(asked.map(([name]) => name)).toEqual(['readLedger']);
    await ledger.useNoted();
    expect(asked.at(-1)).toEqual(['useNextCode', { ledgerId: firstId, noteRead: true }]);
    expect(ledger.noteFirst).toBeNull();
    await ledger.useNext();
    ledger.leave();
    expect(ledger.noteFirst).toBeNull();
  });

  test('is not used twice by an impatient click', async () => {
    const answer = held<{ index: number }>();
    const { backend, asked } = fakeBackend({ useNextCode: () => answer.promise });
    const ledger = new LedgerState(backend, firstId);
    const used = [ledger.useNext(), ledger.useNext(), ledger.mark(0, 'used')];
    answer.give({ index: 0 });
    await Promise.all(used);
    expect(asked).toHaveLength(1);
    expect(ledger.done).toBe('Code 1 is copied and marked as used.');
  });
});

test('replaced sets come and go with the revealed codes', async () => {
  vi.useFakeTimers();
  const replaced = [{ name: 'P4-9ZC', replacedAt: 1, codes: ['old-code'] }];
  const { backend } = fakeBackend({
    revealRecoveryCodes: () => Promise.resolve({ codes: ['new-code'], replaced }),
  });
  const ledger = new LedgerState(backend, firstId);
  await ledger.reveal();
  expect(ledger.revealed?.replaced).toEqual(replaced);
  ledger.hide();
  expect(ledger.revealed).toBeNull();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('a note', () => {
  test('starts with what is there, and its dialog closes when it is kept', async () => {
    const { backend, asked } = fakeBackend();
    const ledger = new LedgerState(backend, firstId);
    ledger.writeNote(2, 'Printed');
    const { note } = ledger;
    if (!note) throw new Error('No dialog is open.');
    expect(note.text).toBe('Printed');
    note.text = 'Printed twice';
    await note.save();
    expect(asked).toEqual([['noteOnRecoveryCode', { ledgerId: firstId, index: 2, note: 'Printed twice' }]]);
    expect(ledger.note).toBeNull();
  });

  test('that was joined out of several may stay as long as it is', async () => {
    const { backend, asked } = fakeBackend({ noteOnRecoveryCode: () => Promise.resolve({}) });
    const ledger = new LedgerState(backend, firstId);
    ledger.writeNote(0, 'x'.repeat(limits.note + 40));
    const { note } = ledger;
    expect(note?.longest).toBe(limits.note + 40);
    await note?.save();
    expect(asked).toHaveLength(1);
  });

  test('that is too long or cannot be kept stays in its dialog', async () => {
    const { backend, asked } = fakeBackend({ noteOnRecoveryCode: full });
    const ledger = new LedgerState(backend, firstId);
    ledger.writeNote(0, '');
    const { note } = ledger;
    if (note) note.text = 'x'.repeat(limits.note + 1);
    await note?.save();
    expect(note?.attempt.failure?.code).toBe('bad-input');
    expect(asked).toEqual([]);
    if (note) note.text = 'short';
    await note?.save();
    expect(note?.attempt.failure?.code).toBe('vault-not-saved');
    expect(ledger.note).toBe(note);
    expect(note?.text).toBe('short');
  });
});

describe('what is known of the codes', () => {
  const used = [{ state: 'used' as const, at: 1_700_000_000_000, note: 'at home' }];
  const unused = [{ state: 'unused' as const, at: null, note: '' }];

  test('is asked for once for each stamp', async () => {
    const { backend, asked } = fakeBackend({ readLedger: () => Promise.resolve({ entries: used }) });
    const ledger = new LedgerState(backend, firstId);
    await ledger.look(null);
    expect([ledger.entries, asked]).toEqual([[], []]);
    await ledger.look(1);
    await ledger.look(1);
    expect([ledger.entries, asked]).toEqual([used, [['readLedger', { ledgerId: firstId }]]]);
    await ledger.look(2);
    expect(asked).toHaveLength(2);
  });

  test('is as the newest answer says, in whatever order they come', async () => {
    const answers = [held<{ entries: typeof used }>(), held<{ entries: typeof unused }>()] as const;
    let count = 0;
    const { backend } = fakeBackend({ readLedger: () => (answers[count++] ?? answers[1]).promise });
    const ledger = new LedgerState(backend, firstId);
    const looks = [ledger.look(1), ledger.look(2)];
    answers[1].give({ entries: unused });
    answers[0].give({ entries: used });
    await Promise.all(looks);
    expect(ledger.entries).toEqual(unused);
  });

  test('is asked for again where no answer came, and forgotten with the screen', async () => {
    let fails = true;
    const { backend } = fakeBackend({
      readLedger: () => (fails ? Promise.reject(new AppError('locked')) : Promise.resolve({ entries: used })),
    });
    const ledger = new LedgerState(backend, firstId);
    await ledger.look(1);
    expect(ledger.entries).toEqual([]);
    fails = false;
    await ledger.look(1);
    expect(ledger.entries).toEqual(used);
    const looking = ledger.look(2);
    ledger.leave();
    await looking;
    expect(ledger.entries).toEqual([]);
  });
});
