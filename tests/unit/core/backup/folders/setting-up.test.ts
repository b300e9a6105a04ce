import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../../app/rows-of';
import { keyName } from '../../../../../src-main/core/backup/content/file-names';
import { codeOf } from '../../../../app/failure-of';
import { makeApp, type World } from '../../../../app/make-app';
import { MemoryVaultFile } from '../../../../fakes/memory-vault-file';
import { appWithAccount, appWithCodes, ofLedger, restart, snapshotOf, token } from '../../story';
import { vaultTextOf } from '../../vault/opened-vault';
import { identity, newerWith, oldIdentityEntry } from '../../vault/vault-world';
import {
  appWithBackups,
  backupNames,
  choose,
  codes,
  folderAt,
  fileIn,
  holds,
  namesIn,
  opened,
  openedKey,
  passphrase,
  picture,
  settled,
  setUpIn,
  spoil,
  stick,
} from './backup-world';

const setUp = (world: World, typed = passphrase) => world.backend.setUpBackup({ passphrase: typed });

/** Another computer with the same folders. */
const elsewhere = ({ files }: World): World => makeApp({ files });

describe('setting up a backup folder', () => {
  it('writes a key that the passphrase opens, as age-keygen writes it', async () => {
    const world = await appWithBackups();
    expect(await openedKey(world)).toMatch(
      /^# created: 2026-01-02T03:04:05Z\n# public key: age1\w+\nAGE-SECRET-KEY-1\w+\n$/,
    );
    for (const text of [world.settingsFile.text ?? '', await vaultTextOf(world)]) {
      expect(text).not.toContain('AGE-SECRET-KEY');
      expect(text).not.toContain(passphrase);
    }
  });

  it('writes a first backup with all codes and without the token', async () => {
    const world = await appWithBackups();
    expect(namesIn(world)).toEqual([keyName, 'latchkey-backup-20260102T030405000Z-0000.age']);
    const document = await opened(world);
    expect(document).toMatchObject({
      format: 'latchkey-backup',
      madeAt: '2026-01-02T03:04:05.000Z',
      accounts: [{ label: 'Work', sets: [{ codes: codes.map((code) => ({ code })) }] }],
    });
    expect(JSON.stringify(document)).not.toContain(token);
  });

  it('is remembered, and counts as a check', async () => {
    const world = await appWithBackups();
    const now = world.clock.now();
    const { backups } = await snapshotOf(restart(world));
    expect(backups).toMatchObject({
      folders: [{ path: stick, health: 'current', writtenAt: now, checkedAt: now, kept: 1 }],
      checkDueAt: now + 90 * 24 * 60 * 60 * 1000,
      writing: false,
    });
  });

  it('is possible before there is anything to back up', async () => {
    const world = makeApp();
    await setUpIn(world, stick);
    expect((await opened(world)).accounts).toEqual([]);
  });

  it('needs a folder', async () => {
    const world = await appWithAccount();
    expect(await codeOf(setUp(world))).toBe('no-folder-chosen');
    expect(await world.backend.chooseBackupFolder({})).toEqual({ chosen: null });
    expect(await codeOf(setUp(world))).toBe('no-folder-chosen');
    expect(await codeOf(choose(world, '/media/unplugged'))).toBe('backup-folder-gone');
    expect(await codeOf(setUp(world))).toBe('no-folder-chosen');
  });

  it('tells whether a folder holds backups already', async () => {
    const world = await appWithBackups();
    world.files.make('/empty', { 'notes.txt': new Uint8Array() });
    expect(await choose(world, '/empty')).toEqual({ chosen: { path: '/empty', holds: 'nothing' } });
    expect(await choose(world, stick)).toEqual({ chosen: { path: stick, holds: 'backups' } });
  });

  it.each(['', '1234567', '       x', 'ä'.normalize('NFD').repeat(7)])(
    'refuses the passphrase %j and writes nothing',
    async (typed) => {
      const world = await appWithCodes(codes);
      world.files.make(stick);
      await choose(world, stick);
      expect(await codeOf(setUp(world, typed))).toBe('passphrase-too-short');
      expect(namesIn(world)).toEqual([]);
      await setUp(world);
      expect(namesIn(world)).toHaveLength(2);
    },
  );

  it('backs up what changes meanwhile', async () => {
    const world = await appWithCodes(codes);
    world.files.make(stick);
    await choose(world, stick);
    const setting = setUp(world);
    const changing = world.backend.useNextCode(ofLedger(world));
    await Promise.all([setting, changing]);
    await settled(world);
    expect(await holds(world)).toEqual(['Work: used unused unused']);
    expect((await folderAt(world)).health).toBe('current');
  });

  it('refuses a second click meanwhile', async () => {
    const world = await appWithCodes(codes);
    world.files.make(stick);
    await choose(world, stick);
    const first = setUp(world);
    expect(await codeOf(setUp(world))).toBe('busy');
    await first;
    expect(backupNames(world)).toHaveLength(1);
  });
});

describe('a backup folder that cannot be set up stays as it was', () => {
  it.each<[string, (world: World) => unknown, string]>([
    ['the folder goes away', ({ files }) => files.trouble.set(stick, 'gone'), 'backup-folder-gone'],
    [
      'it is write-protected',
      ({ files }) => files.writeTrouble.set(stick, 'not-allowed'),
      'backup-folder-not-writable',
    ],
    ['it is full', ({ files }) => files.writeTrouble.set(stick, 'full'), 'backup-folder-full'],
    ['it fails', ({ files }) => files.writeTrouble.set(stick, 'failed'), 'backup-not-written'],
    ['it cuts files', ({ files }) => (files.stores = (file) => file.slice(1)), 'backup-not-written'],
    ['what is sealed is spoiled', ({ sealer }) => (sealer.seals = () => 'spoiled'), 'backup-not-written'],
    [
      'what is sealed lacks a code',
      ({ sealer }) => (sealer.seals = (text) => text.replace(codes[0] ?? '', '')),
      'backup-not-written',
    ],
    [
      'the key is not the one it was',
      ({ sealer }) => (sealer.seals = (text) => text.replace(/(?<=KEY-1FAKE)\w+/, '9999')),
      'backup-not-written',
    ],
    ['the vault cannot be written', ({ vaultFile }) => (vaultFile.full = true), 'vault-not-saved'],
  ])('when %s', async (_what, happens, code) => {
    const world = await appWithCodes(codes);
    world.files.make(stick, { 'notes.txt': new Uint8Array([1]) });
    await choose(world, stick);
    happens(world);
    expect(await codeOf(setUp(world))).toBe(code);
    expect(namesIn(world)).toEqual(['notes.txt']);
    expect((await snapshotOf(world)).backups).toBeNull();
    expect(world.bugs).toEqual([]);
  });

  it('while the keychain is locked, for a backup of a closed vault would be empty', async () => {
    const world = restart(await appWithCodes(codes));
    world.secrets.trouble = 'locked';
    world.files.make(stick);
    expect(await codeOf(choose(world, stick))).toBe('locked');
    expect(await codeOf(setUp(world))).toBe('locked');
    expect(namesIn(world)).toEqual([]);
  });

  it('while the vault is of a later Latchkey', async () => {
    const before = makeApp();
    before.secrets.entries.set(oldIdentityEntry, identity);
    const vaultFile = new MemoryVaultFile(await newerWith(before.sealer, 'x'));
    const world = makeApp({ ...before, vaultFile });
    world.files.make(stick);
    await choose(world, stick);
    expect(await codeOf(setUp(world))).toBe('vault-read-only');
    expect(namesIn(world)).toEqual([]);
  });
});

describe('a folder that has a key already', () => {
  it('goes on with it when the passphrase opens it, and nothing is written over', async () => {
    const first = await appWithBackups();
    const before = picture(first);
    const second = elsewhere(first);
    await second.backend.addHandKept({ label: 'Second', codes: rowsOf('mnop-5678') });
    second.clock.pass(1000);
    await setUpIn(second, stick);
    expect(picture(second)).toMatchObject(before);
    expect(backupNames(second)).toHaveLength(2);
    expect(await holds(second)).toEqual(['Second: unused']);
    expect(await holds(second, stick, backupNames(second)[1])).toEqual(['Work: unused unused unused']);
    expect((await folderAt(second)).kept).toBe(1);
  });

  it('is not touched when the passphrase does not open it', async () => {
    const first = await appWithBackups();
    const before = picture(first);
    expect(await codeOf(setUpIn(elsewhere(first), stick, 'another passphrase'))).toBe('backup-folder-in-use');
    expect(picture(first)).toEqual(before);
  });

  it.each<[string, (world: World) => unknown]>([
    ['damaged', (world) => spoil(world, keyName)],
    ['no key', ({ files }) => files.folders.get(stick)?.set(keyName, new Uint8Array(10))],
    ['too large', ({ files }) => files.folders.get(stick)?.set(keyName, new Uint8Array(2_000_000))],
    ['empty', ({ files }) => files.folders.get(stick)?.set(keyName, new Uint8Array())],
  ])('is not touched when it is %s', async (_what, happens) => {
    const first = await appWithBackups();
    happens(first);
    const before = picture(first);
    expect(await codeOf(setUpIn(elsewhere(first), stick))).toBe('backup-key-damaged');
    expect(picture(first)).toEqual(before);
  });

  it('keeps its key when the set-up fails', async () => {
    const first = await appWithBackups();
    const before = picture(first);
    const second = elsewhere(first);
    second.vaultFile.full = true;
    expect(await codeOf(setUpIn(second, stick))).toBe('vault-not-saved');
    expect(picture(first)).toEqual(before);
    expect(fileIn(first, keyName)).toBeDefined();
  });
});
