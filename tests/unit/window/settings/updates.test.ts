import { describe, expect, test } from 'vitest';
import { type Updates, updateModes, updateWays } from '#contract/updates';
import { AppError } from '#contract/errors';
import { WindowState } from '../../../../src-renderer/state/window.svelte';
import { updateWords } from '#words/settings/updates';
import { meaningOf } from '../../../../src-renderer/state/settings/updates.svelte';
import { aSnapshot, anAccount, fakeBackend, firstId } from '../fake-backend';

const accounts = [anAccount()];
const withUpdates = (change: Partial<Updates>) => {
  const snapshot = aSnapshot({ accounts, activeAccountId: firstId });
  return { ...snapshot, updates: { ...snapshot.updates, ...change } };
};
const stages = ['unknown', 'looking', 'newest', 'found', 'fetching', 'ready', 'installing'] as const;

describe('a newer version', () => {
  test('is told of on every screen but the settings, until it is put off', () => {
    const latchkey = new WindowState(fakeBackend().backend, withUpdates({ stage: 'newest' }));
    expect(latchkey.updateIsNews).toBe(false);
    latchkey.replaceSnapshot(withUpdates({ stage: 'found', version: '0.2.0' }));
    expect(latchkey.updateIsNews).toBe(true);
    latchkey.go('settings');
    expect(latchkey.updateIsNews).toBe(false);
    latchkey.go('verify');
    latchkey.dismissUpdate();
    latchkey.replaceSnapshot(withUpdates({ stage: 'ready', version: '0.2.0' }));
    expect(latchkey.updateIsNews).toBe(false);
    latchkey.replaceSnapshot(withUpdates({ stage: 'found', version: '0.3.0' }));
    expect(latchkey.updateIsNews).toBe(true);
  });

  test('is asked for, fetched and installed by calls, whose failures are kept until one leaves', async () => {
    const failing = { fetchUpdate: () => Promise.reject(new AppError('update-not-genuine')) };
    const { backend, asked } = fakeBackend(failing);
    const { updates } = new WindowState(backend, withUpdates({}));
    await updates.setMode('automatic');
    await updates.look();
    await updates.fetch();
    expect(updates.attempt.failure?.code).toBe('update-not-genuine');
    updates.leave();
    expect(updates.attempt.failure).toBeNull();
    await updates.install();
    expect(asked).toEqual([
      ['setUpdateMode', { mode: 'automatic' }],
      ['lookForUpdate', {}],
      ['fetchUpdate', {}],
      ['installUpdate', {}],
    ]);
  });
});

test('every stage but the first has its sentence, each its own', () => {
  const sentences = stages.map((stage) =>
    updateWords.stage[stage](withUpdates({ stage, version: '0.2.0' }).updates),
  );
  expect(sentences[0]).toBeNull();
  expect(new Set(sentences).size).toBe(stages.length);
});

test('what happens by itself is told as it is, for every kind of package', () => {
  for (const way of updateWays) {
    for (const mode of updateModes) {
      const words = updateWords.meaning[meaningOf(withUpdates({ way, mode }).updates)];
      expect(words.includes('once a day')).toBe(mode !== 'off');
      expect(words.includes('installed when you quit')).toBe(mode === 'automatic' && way === 'itself');
      expect(words.includes('password')).toBe(mode === 'automatic' && way !== 'itself' && way !== 'by-hand');
    }
  }
});
