import { describe, expect, test } from 'vitest';
import type { CheckOutcome, FolderSummary } from '#contract/backups';
import type { Backend } from '#contract/contract';
import { AppError } from '#contract/errors';
import {
  ChangePassphrase,
  CheckBackup,
  RemoveFolder,
  SetUpBackup,
} from '../../../../src-renderer/state/backups/backup-changes.svelte';
import { BackupsState } from '../../../../src-renderer/state/backups/backups.svelte';
import { WindowState } from '../../../../src-renderer/state/window.svelte';
import { aSnapshot, anAccount, fakeBackend, firstId, held, secondId } from '../fake-backend';

const folder: FolderSummary = {
  id: secondId,
  path: '/usb',
  health: 'current',
  behind: false,
  writtenAt: 1_700_000_000_000,
  checkedAt: null,
  kept: 1,
};
const own = 'a passphrase of my own';
const choosing = (holds: 'nothing' | 'backups'): Partial<Backend> => ({
  chooseBackupFolder: () => Promise.resolve({ chosen: { path: '/usb', holds } }),
});

/** Opens a dialog and gives it, when it is the one that is meant. */
function opened<T>(backups: BackupsState, kind: new (...input: never[]) => T, open: () => void): T {
  open();
  if (!(backups.dialog instanceof kind)) throw new Error('The wrong dialog is open.');
  return backups.dialog;
}

const setUp = (backups: BackupsState): SetUpBackup => opened(backups, SetUpBackup, () => backups.setUp());

describe('setting up', () => {
  test('needs a folder, a passphrase and a promise, in this order', async () => {
    const { backend, asked } = fakeBackend(choosing('nothing'));
    const backups = new BackupsState(backend);
    const dialog = setUp(backups);
    await dialog.setUp();
    expect(dialog.attempt.failure?.code).toBe('no-folder-chosen');
    await dialog.choose();
    expect(dialog.attempt.failure).toBeNull();
    dialog.passphrase.type(own);
    await dialog.setUp();
    expect(asked.map(([name]) => name)).toEqual(['chooseBackupFolder']);
    expect(dialog.passphrase.missing).toBe('written-down');
    dialog.passphrase.writtenDown = true;
    await dialog.setUp();
    expect(asked.at(-1)).toEqual(['setUpBackup', { passphrase: own }]);
    expect(backups.dialog).toBeNull();
    expect(backups.done).toBe('Backed up to /usb. Proven: the passphrase opens it.');
    expect(dialog.passphrase.value).toBe('');
  });

  test('goes on with backups by their own passphrase, which no rule but theirs is for', async () => {
    const { backend, asked } = fakeBackend(choosing('backups'));
    const dialog = setUp(new BackupsState(backend));
    await dialog.choose();
    expect(dialog.goesOn).toBe(true);
    dialog.known = 'theirs';
    await dialog.setUp();
    expect(asked.at(-1)).toEqual(['setUpBackup', { passphrase: 'theirs' }]);
    expect(dialog.known).toBe('');
  });

  test('keeps what was typed and chosen when it fails', async () => {
    const { backend } = fakeBackend({
      ...choosing('nothing'),
      setUpBackup: () => Promise.reject(new AppError('backup-folder-full')),
    });
    const backups = new BackupsState(backend);
    const dialog = setUp(backups);
    await dialog.choose();
    dialog.passphrase.type(own);
    dialog.passphrase.writtenDown = true;
    await dialog.setUp();
    expect(dialog.attempt.failure?.code).toBe('backup-folder-full');
    expect(backups.dialog).toBe(dialog);
    expect(dialog.passphrase.value).toBe(own);
    expect(dialog.folder?.path).toBe('/usb');
  });

  test('closing the dialog of the system changes nothing', async () => {
    let chosen: { path: string; holds: 'nothing' } | null = { path: '/usb', holds: 'nothing' };
    const { backend } = fakeBackend({ chooseBackupFolder: () => Promise.resolve({ chosen }) });
    const dialog = setUp(new BackupsState(backend));
    await dialog.choose();
    chosen = null;
    await dialog.choose();
    expect(dialog.folder?.path).toBe('/usb');
  });

  test('a passphrase that is too long for the wire is refused here', async () => {
    const { backend, asked } = fakeBackend(choosing('backups'));
    const dialog = setUp(new BackupsState(backend));
    await dialog.choose();
    dialog.known = 'x'.repeat(1001);
    await dialog.setUp();
    expect(dialog.attempt.failure?.code).toBe('bad-input');
    expect(asked.at(-1)?.[0]).toBe('chooseBackupFolder');
  });
});

describe('a check', () => {
  const outcome: CheckOutcome = { outcome: 'same', file: 'a.age', madeAt: 1, ledgers: [], damaged: [] };

  test('keeps a wrong passphrase for correcting and forgets the right one', async () => {
    let right = false;
    const { backend, asked } = fakeBackend({
      checkBackup: () =>
        right ? Promise.resolve(outcome) : Promise.reject(new AppError('wrong-passphrase')),
    });
    const backups = new BackupsState(backend);
    const dialog = opened(backups, CheckBackup, () => backups.check(folder));
    dialog.passphrase = own;
    await dialog.check();
    expect(dialog.attempt.failure?.code).toBe('wrong-passphrase');
    expect(dialog.passphrase).toBe(own);
    right = true;
    await dialog.check();
    expect(asked.at(-1)).toEqual(['checkBackup', { folderId: secondId, passphrase: own }]);
    expect(dialog.outcome).toEqual(outcome);
    expect(dialog.passphrase).toBe('');
  });

  test('is forgotten with its dialog, also when the screen is left', () => {
    const backups = new BackupsState(fakeBackend().backend);
    const dialog = opened(backups, CheckBackup, () => backups.check(folder));
    dialog.passphrase = own;
    backups.leave();
    expect(dialog.passphrase).toBe('');
    expect(backups.dialog).toBeNull();
  });
});

test('the passphrase is changed with the present one', async () => {
  const { backend, asked } = fakeBackend();
  const backups = new BackupsState(backend);
  const dialog = opened(backups, ChangePassphrase, () => backups.changePassphrase());
  dialog.current = 'the old one';
  dialog.passphrase.type(own);
  await dialog.change();
  expect(asked).toEqual([]);
  dialog.passphrase.writtenDown = true;
  await dialog.change();
  expect(asked).toEqual([['changeBackupPassphrase', { passphrase: 'the old one', newPassphrase: own }]]);
  expect([dialog.current, dialog.passphrase.value]).toEqual(['', '']);
  expect(backups.done).toContain('The passphrase is changed');
});

test('a removed folder keeps its files, and it is said', async () => {
  const { backend, asked } = fakeBackend();
  const backups = new BackupsState(backend);
  const dialog = opened(backups, RemoveFolder, () => backups.remove(folder));
  await dialog.remove();
  expect(asked).toEqual([['removeBackupFolder', { folderId: secondId }]]);
  expect(backups.done).toBe('Latchkey no longer writes to /usb. The files there stay.');
});

describe('another folder', () => {
  test('is added when one is chosen', async () => {
    const { backend, asked } = fakeBackend(choosing('nothing'));
    const backups = new BackupsState(backend);
    await backups.addFolder();
    expect(asked.map(([name]) => name)).toEqual(['chooseBackupFolder', 'addBackupFolder']);
    expect(backups.done).toBe('Backed up to /usb, too.');
  });

  test('is not added when the dialog is closed', async () => {
    const { backend, asked } = fakeBackend({ chooseBackupFolder: () => Promise.resolve({ chosen: null }) });
    const backups = new BackupsState(backend);
    await backups.addFolder();
    expect(asked.map(([name]) => name)).toEqual(['chooseBackupFolder']);
    expect(backups.done).toBe('');
  });
});

test('the folders are looked at when the screen opens', () => {
  const { backend, asked } = fakeBackend();
  const latchkey = new WindowState(backend, aSnapshot({ accounts: [anAccount()], activeAccountId: firstId }));
  latchkey.go('backups');
  expect(asked).toEqual([['lookAtBackups', {}]]);
});

test('a slow look keeps nobody from backing up', async () => {
  const look = held<Record<string, never>>();
  const { backend, asked } = fakeBackend({ lookAtBackups: () => look.promise });
  const backups = new BackupsState(backend);
  void backups.look();
  await backups.backUpNow();
  expect(asked.at(-1)).toEqual(['backUpNow', {}]);
  expect(backups.done).toBe('Backed up.');
});
