import { describe, expect, test } from 'vitest';
import type { PreviewLedger, RestorePreview, RestoreSource } from '#contract/backups';
import type { Backend } from '#contract/contract';
import { AppError } from '#contract/errors';
import type { ShownEntry } from '#contract/shown-entry';
import { limits } from '#contract/limits';
import { RestoreState } from '../../../../src-renderer/state/backups/restore.svelte';
import { fakeBackend, held } from '../fake-backend';

const source: RestoreSource = { kind: 'kit', name: 'kit.age', opensWith: 'passphrase' };
const row = (kind: PreviewLedger['kind'], isOlder = false): PreviewLedger => ({
  isOlder,
  user: '',
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
  restore: ({ take }) =>
    Promise.resolve({ ledgers: take.length, accounts: 1, folder: { path: '/sync', isKept: false } }),
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
  expect([...(restoring.choice?.taken ?? [])]).toEqual([1, 2]);
  expect(restoring.secret).toBe('');
});

test('what the person chose is taken, in order', async () => {
  const { restoring, asked } = await opened();
  restoring.choice?.toggle(1);
  restoring.choice?.toggle(0);
  await restoring.restore();
  expect(asked.at(-1)).toEqual(['restore', { take: [0, 2] }]);
  expect(restoring.restored).toMatchObject({ ledgers: 2, accounts: 1 });
});

test('nothing is asked for when nothing is chosen', async () => {
  const { restoring, calls } = await opened();
  restoring.choice?.taken.clear();
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

describe('the folder that was restored from', () => {
  test('is kept by one press, and said to be kept', async () => {
    const { restoring, calls } = await opened();
    await restoring.restore();
    expect(restoring.kept).toBe(false);
    await restoring.keepBackingUp();
    expect([calls().at(-1), restoring.kept]).toEqual(['keepBackingUp', true]);
    restoring.leave();
    expect(restoring.kept).toBe(false);
  });

  test('is not called kept where that failed', async () => {
    const failing = { keepBackingUp: () => Promise.reject(new AppError('backup-key-other')) };
    const { restoring } = await opened(failing);
    await restoring.restore();
    await restoring.keepBackingUp();
    expect([restoring.kept, restoring.keeping.failure?.code]).toEqual([false, 'backup-key-other']);
  });
});

describe('the codes of a row', () => {
  const shown: ShownEntry = {
    ...{ user: '', note: '', authenticators: 0 },
    sets: [
      {
        ...{ name: 'K7-4QD', fetchedAt: 1, replacedAt: null },
        codes: [{ code: 'abcd-efgh', state: 'unused', at: null, note: '' }],
      },
    ],
  };
  const showRestoreCodes = () => Promise.resolve(shown);

  test('are shown for one row at a time, and hidden by the same button', async () => {
    const { restoring, calls, asked } = await opened({ showRestoreCodes });
    const { codes } = restoring;
    await codes.toggle(1);
    expect([codes.place, codes.entry]).toEqual([1, shown]);
    await codes.toggle(2);
    expect([codes.place, codes.entry]).toEqual([2, shown]);
    expect(calls().slice(2)).toEqual(['showRestoreCodes', 'codesHidden', 'showRestoreCodes']);
    await codes.toggle(2);
    expect([codes.place, codes.entry, calls().at(-1)]).toEqual([null, null, 'codesHidden']);
    expect(asked.map(([name]) => name)).not.toContain('restore');
  });

  test('are copied in main', async () => {
    const { restoring, asked } = await opened({ showRestoreCodes });
    await restoring.codes.copy({ set: 0, code: 0 });
    await restoring.codes.toggle(2);
    await restoring.codes.copy({ set: 0, code: 0 });
    expect(asked.filter(([name]) => name === 'copyRestoreCode')).toEqual([
      ['copyRestoreCode', { place: 2, set: 0, code: 0 }],
    ]);
    expect(restoring.codes.copied).toEqual({ set: 0, code: 0 });
  });

  test.each<[string, (restoring: RestoreState) => unknown]>([
    ['the screen is left', (restoring) => restoring.leave()],
    ['another file is chosen', (restoring) => restoring.startOver()],
    ['it is restored', (restoring) => restoring.restore()],
  ])('are gone from the window when %s', async (_when, how) => {
    const { restoring, calls } = await opened({ showRestoreCodes });
    await restoring.codes.toggle(2);
    await how(restoring);
    expect([restoring.codes.entry, restoring.codes.place]).toEqual([null, null]);
    expect(calls()).toContain('codesHidden');
  });

  test('are dropped where they come after the screen was left', async () => {
    const answer = held<ShownEntry>();
    const { restoring, calls } = await opened({ showRestoreCodes: () => answer.promise });
    const showing = restoring.codes.toggle(2);
    restoring.leave();
    answer.give(shown);
    await showing;
    expect([restoring.codes.entry, calls().at(-1)]).toEqual([null, 'codesHidden']);
  });

  test('say why they could not be shown', async () => {
    const failing = () => Promise.reject(new AppError('nothing-to-restore'));
    const { restoring } = await opened({ showRestoreCodes: failing });
    await restoring.codes.toggle(2);
    expect([restoring.codes.place, restoring.codes.looking.failure?.code]).toEqual([2, 'nothing-to-restore']);
  });
});

describe('leaving', () => {
  test('forgets everything, here and in main', async () => {
    const { restoring, calls } = await opened();
    restoring.secret = 'typed again';
    restoring.leave();
    expect([restoring.source, restoring.preview, restoring.secret, restoring.choice]).toEqual([
      null,
      null,
      '',
      null,
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
