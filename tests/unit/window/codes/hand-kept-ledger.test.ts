import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '#contract/errors';
import { HandKeptLedger } from '../../../../src-renderer/state/codes/hand-kept-ledger.svelte';
import { revealedFor } from '../../../../src-renderer/state/codes/ledger.svelte';
import { fakeBackend, firstId } from '../fake-backend';

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => void vi.useRealTimers());

/** A list in main of these codes, which can be changed as by a person. */
function listOf(...codes: string[]) {
  let removed: readonly [index: number, code: string] | null = null;
  return fakeBackend({
    revealRecoveryCodes: () => Promise.resolve({ codes: [...codes], replaced: [] }),
    correctRecoveryCode: ({ index, code }) => {
      codes[index] = code;
      return Promise.resolve({});
    },
    removeRecoveryCode: ({ index }) => {
      removed = [index, codes.splice(index, 1)[0] ?? ''];
      return Promise.resolve({});
    },
    putBackRecoveryCode: () => {
      const [index, code] = removed ?? [0, ''];
      codes.splice(index, 0, code);
      return Promise.resolve({ index });
    },
  });
}

describe('a code that is corrected', () => {
  test('is revealed for it, stays as long as its dialog is open, and is shown anew', async () => {
    const { backend, asked } = listOf('abcd-1111', 'abcd-2222');
    const ledger = new HandKeptLedger(backend, firstId);
    await ledger.correct(1);
    const { correction } = ledger;
    if (!correction) throw new Error('No dialog is open.');
    expect(correction.code).toBe('abcd-2222');
    vi.advanceTimersByTime(2 * revealedFor);
    expect(ledger.codes).not.toBeNull();
    correction.code = 'abcd-9999';
    await correction.save();
    expect(asked).toContainEqual(['correctRecoveryCode', { ledgerId: firstId, index: 1, code: 'abcd-9999' }]);
    expect([ledger.correction, ledger.done]).toEqual([null, 'Code 2 is corrected.']);
    expect([ledger.codes, correction.code]).toEqual([['abcd-1111', 'abcd-9999'], '']);
    vi.advanceTimersByTime(revealedFor);
    expect(ledger.codes).toBeNull();
  });

  test('stays in its dialog when it is refused, and goes with the screen', async () => {
    const { backend } = listOf('abcd-1111');
    const refused = {
      ...backend,
      correctRecoveryCode: () => Promise.reject(new AppError('recovery-code-twice')),
    };
    const ledger = new HandKeptLedger(refused, firstId);
    await ledger.correct(0);
    const { correction } = ledger;
    await correction?.save();
    expect(ledger.correction).toBe(correction);
    expect(correction?.attempt.failure?.code).toBe('recovery-code-twice');
    ledger.leave();
    expect([ledger.correction, correction?.code, ledger.codes]).toEqual([null, '', null]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('opens no dialog where it cannot be revealed', async () => {
    const failing = { revealRecoveryCodes: () => Promise.reject(new AppError('locked')) };
    const ledger = new HandKeptLedger(fakeBackend(failing).backend, firstId);
    await ledger.correct(0);
    expect([ledger.correction, ledger.asking.failure?.code]).toEqual([null, 'locked']);
  });
});

describe('a code that is removed', () => {
  test('can be put back once, and the revealed codes follow', async () => {
    const { backend, asked } = listOf('abcd-1111', 'abcd-2222');
    const ledger = new HandKeptLedger(backend, firstId);
    await ledger.reveal();
    await ledger.remove(0);
    expect([ledger.codes, ledger.done]).toEqual([['abcd-2222'], 'Code 1 is removed.']);
    await ledger.undo();
    expect([ledger.codes, ledger.done]).toEqual([['abcd-1111', 'abcd-2222'], 'Code 1 is back.']);
    await ledger.undo();
    expect(asked.filter(([name]) => name === 'putBackRecoveryCode')).toHaveLength(1);
  });

  test('reveals nothing that was hidden, and the last one stays', async () => {
    const { backend, asked } = listOf('abcd-1111', 'abcd-2222');
    const ledger = new HandKeptLedger(backend, firstId);
    await ledger.remove(0);
    expect(asked.map(([name]) => name)).toEqual(['removeRecoveryCode']);
    const refusing = { removeRecoveryCode: () => Promise.reject(new AppError('last-recovery-code')) };
    const last = new HandKeptLedger(fakeBackend(refusing).backend, firstId);
    await last.remove(0);
    expect([last.undoable, last.asking.failure?.code]).toEqual([null, 'last-recovery-code']);
  });
});
