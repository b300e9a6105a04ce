import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { documentSchema } from '../../../../src-main/core/backup/content/document';
import { keyName } from '../../../../src-main/core/backup/content/file-names';
import { OpenFailure } from '../../../../src-main/core/ports/sealing/open-failure';
import { everythingIn } from '../../../app/everything-in';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { damaged } from '../vault/vault-world';
import { backupNames, fileIn, passphrase, stick } from '../backup/folders/backup-world';
import { anAccount, aSet } from '../backup/content/documents';
import { bytes, chooseFile, kitName, kitText, open, put, putKit, withBackups } from './restore-world';

const one = anAccount(1, [aSet(['aaaa-1111'])]);
const identity = 'AGE-SECRET-KEY-1FAKE0007';

describe('a file that was chosen', () => {
  it('is nothing when the dialog was closed, and what was chosen before stays', async () => {
    const world = makeApp();
    await putKit(world, kitText([one]));
    await world.backend.chooseRestoreSource({ what: 'file' });
    world.dialogs.sealedFile = null;
    expect(await world.backend.chooseRestoreSource({ what: 'file' })).toEqual({ source: null });
    expect(await world.backend.chooseRestoreSource({ what: 'folder' })).toEqual({ source: null });
    expect((await open(world)).ledgers).toHaveLength(1);
  });

  it('is a kit when a passphrase opens it, also in a backup folder', async () => {
    const world = await withBackups();
    put(world, kitName, await world.sealer.sealWithPassphrase('another phrase', kitText([one]), 'armored'));
    const source = { kind: 'kit', name: kitName, opensWith: 'passphrase' };
    expect(await chooseFile(world, kitName)).toEqual({ source });
    expect(await codeOf(open(world))).toBe('wrong-passphrase');
    expect(await open(world, 'another phrase')).toMatchObject({ file: kitName });
  });

  it('is a backup that the key beside it opens, exactly that one', async () => {
    const world = await withBackups(3);
    const [, , oldest = ''] = backupNames(world);
    const source = { kind: 'backup', name: oldest, opensWith: 'passphrase' };
    expect(await chooseFile(world, oldest)).toEqual({ source });
    expect(await open(world)).toMatchObject({ file: oldest, refused: [] });
    put(world, oldest, damaged(fileIn(world, oldest)));
    await chooseFile(world, oldest);
    expect(await codeOf(open(world))).toBe('file-damaged');
  });

  it('stands for its folder when it is the key', async () => {
    const world = await withBackups(2);
    expect(await chooseFile(world, keyName)).toMatchObject({ source: { name: backupNames(world)[0] } });
  });

  it('is told apart when it is the key alone, chosen or in its folder', async () => {
    const world = await withBackups();
    const key = fileIn(world, keyName);
    world.files.make(stick, { [keyName]: key });
    expect(await codeOf(chooseFile(world, keyName))).toBe('backup-key-alone');
    world.dialogs.folder = stick;
    expect(await codeOf(world.backend.chooseRestoreSource({ what: 'folder' }))).toBe('backup-key-alone');
  });

  it.each([
    [kitName, 'kit'],
    ['latchkey-backup-20261123T101112345Z.age', 'backup'],
  ])('%s needs an age identity where no key lies beside it', async (name, kind) => {
    const world = makeApp();
    world.files.make(stick, { [name]: await world.sealer.sealTo('age1fake0007', kitText([one])) });
    expect(await chooseFile(world, name)).toEqual({ source: { kind, name, opensWith: 'key' } });
    expect(await codeOf(open(world, 'AGE-SECRET-KEY-1FAKE0008'))).toBe('file-wrong-key');
    expect(await codeOf(open(world))).toBe('file-wrong-key');
    expect((await open(world, ` ${identity}\n`)).ledgers).toMatchObject([{ label: 'Account 1' }]);
  });

  it.each<[string, string, (world: World) => unknown]>([
    ['file-unreadable', 'is gone', (world) => world.files.make(stick)],
    ['file-unreadable', 'cannot be read', (world) => world.files.trouble.set(stick, 'failed')],
    ['file-too-large', 'is large', (world) => put(world, kitName, new Uint8Array(limits.sealed + 1))],
    ['file-not-sealed', 'is no age file', (world) => put(world, kitName, bytes('%PDF-1.4'))],
    ['file-not-downloaded', 'is empty', (world) => put(world, kitName, new Uint8Array())],
    ['file-not-downloaded', 'is all zeros', (world) => put(world, kitName, new Uint8Array(900))],
  ])('gives %s when it %s', async (code, _what, trouble) => {
    const world = makeApp();
    await putKit(world, kitText([one]));
    await trouble(world);
    expect(await codeOf(chooseFile(world, kitName))).toBe(code);
    expect(await codeOf(open(world))).toBe('nothing-to-restore');
  });

  it.each<[string, string]>([
    ['file-not-latchkey', 'a letter'],
    ['file-not-latchkey', '{"schema":1,"accounts":[]}'],
    ['file-not-latchkey', `# created: x\n${identity}\n`],
    ['file-newer', kitText([one]).replace(`"schema": ${documentSchema}`, `"schema": ${documentSchema + 1}`)],
  ])('gives %s when %j was in it', async (code, text) => {
    const world = makeApp();
    await putKit(world, text);
    await chooseFile(world, kitName);
    expect(await codeOf(open(world))).toBe(code);
    expect([world.vaultFile.written, world.settingsFile.written, world.bugs]).toEqual([[], [], []]);
  });

  it('gives what keeps it from opening', async () => {
    const world = makeApp();
    await putKit(world, kitText([one]));
    put(world, kitName, damaged(fileIn(world, kitName)));
    await chooseFile(world, kitName);
    expect(await codeOf(open(world))).toBe('file-damaged');
    world.sealer.openWithPassphrase = () => Promise.reject(new OpenFailure('too-costly'));
    expect(await codeOf(open(world))).toBe('file-too-costly');
  });

  it('gives nothing of the passphrase or of its text away', async () => {
    const world = makeApp();
    await putKit(world, 'acdef-34679 is a code');
    await chooseFile(world, kitName);
    for (const secret of [passphrase, 'another secret', identity]) {
      const told = everythingIn(await open(world, secret).catch((error: unknown) => error));
      expect(told + JSON.stringify(world.announced)).not.toMatch(
        /correct horse|another secret|acdef|SECRET-KEY/,
      );
    }
  });
});
