import { describe, expect, test } from 'vitest';
import type { PreviewLedger, RestorePreview, RestoreSource } from '#contract/backups';
import type { Backend } from '#contract/contract';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { RestoreState } from '../../../../src-renderer/state/backups/restore.svelte';
import { fakeBackend, held } from '../fake-backend';

const source: RestoreSource = { kind: 'kit', name: 'kit.age', opensWith: 'passphrase' };
const row = (kind: PreviewLedger['kind'], isOlder = false): PreviewLedger => ({
  isOlder,
  label: 'Work',
  serviceUrl: null,
  setName: '',
  kind,
  codes: 0,
  left: 0,
  codesOnlyThere: 0,
  codesOnlyHere: 0,
  codesChanged: 0,
  brings: [],
});
const preview: RestorePreview = {
  madeAt: null,
  file: 'kit.age',
  sources: [{ file: 'kit.age', madeAt: null }],
  refused: [],
  unopened: 0,
  faults: [],
  faultCount: 0,
  ledgers: [row('same'), row('differs'), row('only-there'), row('only-there', true), row('only-here')],
};
const answers: Partial<Backend> = {
  chooseRestoreSource: () => Promise.resolve({ source }),
  openRestore: () => Promise.resolve(preview),
  restore: ({ take }) => Promise.resolve({ ledgers: take.length, accounts: 1 }),
};

/** A file that is chosen and open. */
async function opened(change: Partial<Backend> = {}) {
  const fake = fakeBackend({ ...answers, ...change });
  const restoring = new RestoreState(fake.backend);
  await restoring.choose('file');
  restoring.secret = 'six words';
  await restoring.open();
  return { ...fake, restoring, calls: () => fake.asked.map(([name]) => name) };
}

test('what differs and what is only there is proposed, but for what is older, and the passphrase is forgotten', async () => {
  const { restoring, asked } = await opened();
  expect(asked).toEqual([
    ['chooseRestoreSource', { what: 'file' }],
    ['openRestore', { secret: 'six words' }],
  ]);
  expect([...restoring.taken]).toEqual([1, 2]);
  expect(restoring.secret).toBe('');
});

test('what the person chose is taken, in order', async () => {
  const { restoring, asked } = await opened();
  restoring.toggle(1);
  restoring.toggle(0);
  await restoring.restore();
  expect(asked.at(-1)).toEqual(['restore', { take: [0, 2] }]);
  expect(restoring.restored).toEqual({ ledgers: 2, accounts: 1 });
});

test('nothing is asked for when nothing is chosen', async () => {
  const { restoring, calls } = await opened();
  restoring.taken.clear();
  await restoring.restore();
  expect(calls()).not.toContain('restore');
});

test('a closed dialog changes nothing', async () => {
  const { backend } = fakeBackend({ chooseRestoreSource: () => Promise.resolve({ source: null }) });
  const restoring = new RestoreState(backend);
  await restoring.choose('folder');
  expect([restoring.source, restoring.attempt.failure]).toEqual([null, null]);
});

test.each([
  ['x', 1],
  ['x'.repeat(limits.passphrase + 1), 0],
])('a wrong passphrase can be corrected (%#)', async (secret, timesAsked) => {
  const { backend, asked } = fakeBackend({
    ...answers,
    openRestore: () => Promise.reject(new AppError('wrong-passphrase')),
  });
  const restoring = new RestoreState(backend);
  await restoring.choose('file');
  restoring.secret = secret;
  await restoring.open();
  expect(restoring.attempt.failure?.code).toBe('wrong-passphrase');
  expect(restoring.secret).toBe(secret);
  expect(asked.filter(([name]) => name === 'openRestore')).toHaveLength(timesAsked);
});

describe('leaving', () => {
  test('forgets everything, here and in main', async () => {
    const { restoring, calls } = await opened();
    restoring.secret = 'typed again';
    restoring.leave();
    expect([restoring.source, restoring.preview, restoring.secret, restoring.taken.size]).toEqual([
      null,
      null,
      '',
      0,
    ]);
    expect(calls().at(-1)).toBe('leaveRestore');
  });

  test('drops an answer that was still on its way, and tells main again', async () => {
    const answer = held<{ source: RestoreSource }>();
    const { backend, asked } = fakeBackend({ chooseRestoreSource: () => answer.promise });
    const restoring = new RestoreState(backend);
    const choosing = restoring.choose('file');
    restoring.leave();
    answer.give({ source });
    await choosing;
    expect(restoring.source).toBeNull();
    expect(asked.map(([name]) => name)).toEqual(['chooseRestoreSource', 'leaveRestore', 'leaveRestore']);
  });

  test('is no failure when main cannot be told', async () => {
    const { backend } = fakeBackend({ leaveRestore: () => Promise.reject(new AppError('busy')) });
    const restoring = new RestoreState(backend);
    restoring.leave();
    await Promise.resolve();
    expect(restoring.attempt.failure).toBeNull();
  });
});
