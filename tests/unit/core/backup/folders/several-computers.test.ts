import { describe, expect, it } from 'vitest';
import { parseDocument, writeDocument } from '../../../../../src-main/core/backup/content/document';
import { keyName } from '../../../../../src-main/core/backup/content/file-names';
import type { Kept } from '../../../../../src-main/core/records/backed-up';
import { FakeRandom } from '../../../../fakes/fake-random';
import { makeApp, type World } from '../../../../app/make-app';
import { appWithCodes, snapshotOf } from '../../story';
import { addByHand } from '../../vault/vault-world';
import { codeOf } from '../../../../app/failure-of';
import { addIn, backupNames, choose, codes, disk, passphrase, setUpIn, stick } from './backup-world';
import { aCode, anAccount, aSet } from '../content/documents';
import { openFolder, put } from '../../restore/restore-world';

const day = 24 * 60 * 60 * 1000;
const identity = 'AGE-SECRET-KEY-1FAKE0007';
const computers = {
  one: '11111111-1111-4111-8111-111111111111',
  two: '22222222-2222-4222-8222-222222222222',
};

/** Another computer with the same folders, whose ids are its own. */
function another({ files, sealer }: World): World {
  const random = new FakeRandom();
  for (let drawn = 0; drawn < 1_000; drawn += 1) random.uuid();
  return makeApp({ files, sealer, random });
}

/** A folder with a key, into which documents are put at will. */
async function folderWith(world: World): Promise<void> {
  world.files.make(stick);
  put(world, keyName, await world.sealer.sealWithPassphrase(passphrase, `${identity}\n`, 'armored'));
}

let written = 0;
async function putBackup(
  world: World,
  accounts: readonly Kept[],
  madeAt: number | null,
  computer: string | null = null,
  name = `latchkey-backup-20260102T0304${String(10 + (written += 1))}000Z.age`,
): Promise<string> {
  const text = writeDocument({ madeAt, computer, accounts });
  put(world, name, await world.sealer.sealTo('age1fake0007', text));
  return name;
}

const found = async (world: World) =>
  (await openFolder(world)).ledgers.map(({ label, kind, codesOnlyThere, isOlder }) => ({
    label,
    kind,
    codesOnlyThere,
    isOlder,
  }));

describe('a folder that several computers write to', () => {
  it('gives the codes of the other one, where this one was set up there first', async () => {
    const first = await appWithCodes(codes);
    await setUpIn(first, stick);
    const fresh = another(first);
    fresh.clock.pass(day);
    await setUpIn(fresh, stick);
    expect(backupNames(fresh)).toHaveLength(2);
    const { ledgers } = await openFolder(fresh);
    expect(ledgers).toMatchObject([{ label: 'Work', kind: 'only-there', codesOnlyThere: 3 }]);
    await fresh.backend.restore({ take: [0] });
    expect((await snapshotOf(fresh)).accounts).toMatchObject([{ recovery: { total: 3 } }]);
  });

  it('gives what each of them wrote last, together', async () => {
    const first = await appWithCodes(codes);
    await setUpIn(first, stick);
    const second = another(first);
    second.clock.pass(1_000);
    await addByHand(second);
    await setUpIn(second, stick);
    const third = another(first);
    const { ledgers, sources } = await openFolder(third);
    expect(ledgers.map(({ label }) => label).sort()).toEqual(['By hand', 'Work']);
    expect(sources).toHaveLength(2);
    expect(await third.backend.restore({ take: [0, 1] })).toMatchObject({ ledgers: 2, accounts: 1 });
  });

  it('takes the newest inside, whatever the files are called', async () => {
    const world = makeApp();
    await folderWith(world);
    const old = anAccount(1, [aSet(['aaaa-1111'])]);
    const now = anAccount(1, [aSet([aCode('aaaa-1111', { state: 'used', at: 5 })])]);
    await putBackup(world, [now], 2_000, computers.one, 'latchkey-backup-20260101T000000000Z.age');
    await putBackup(world, [old], 1_000, computers.one, 'latchkey-backup-20260102T000000000Z.age');
    const preview = await openFolder(world);
    expect(preview).toMatchObject({ madeAt: 2_000, file: 'latchkey-backup-20260101T000000000Z.age' });
    expect(preview.ledgers).toMatchObject([{ kind: 'only-there', left: 0 }]);
  });

  it('never makes a code less used than any of the newest knows it', async () => {
    const world = makeApp();
    await folderWith(world);
    await putBackup(
      world,
      [anAccount(1, [aSet([aCode('aaaa-1111', { state: 'used', at: 5 })])])],
      1_000,
      computers.one,
    );
    await putBackup(world, [anAccount(1, [aSet(['aaaa-1111', 'aaaa-2222'])])], 2_000, computers.two);
    expect((await openFolder(world)).ledgers).toMatchObject([{ codes: 2, left: 1 }]);
  });
});

describe('a folder that is set up', () => {
  it('is looked into, and what is not here is told', async () => {
    const first = await appWithCodes(codes);
    await setUpIn(first, stick);
    const fresh = another(first);
    await choose(fresh, stick);
    expect(await fresh.backend.setUpBackup({ passphrase })).toEqual({
      holds: { backups: 1, entries: 1, codes: 3 },
    });
    expect(await fresh.backend.chooseRestoreSource({ what: 'set-up' })).toMatchObject({
      source: { kind: 'backup', opensWith: 'passphrase' },
    });
    await fresh.backend.openRestore({ secret: passphrase });
    expect(await fresh.backend.restore({ take: [0] })).toMatchObject({ ledgers: 1, accounts: 1 });
    const { backups } = await snapshotOf(fresh);
    await fresh.backend.removeBackupFolder({ folderId: backups?.folders[0]?.id ?? '' });
    await choose(fresh, stick);
    expect(await fresh.backend.setUpBackup({ passphrase })).toEqual({ holds: null });
  });

  it('holds nothing else where it is new', async () => {
    const first = await appWithCodes(codes);
    first.files.make(stick);
    await choose(first, stick);
    expect(await first.backend.setUpBackup({ passphrase })).toEqual({ holds: null });
    expect(await codeOf(another(first).backend.chooseRestoreSource({ what: 'set-up' }))).toBe(
      'nothing-to-restore',
    );
  });

  it('says how many backups others wrote where nobody typed a passphrase', async () => {
    const first = await appWithCodes(codes);
    await setUpIn(first, stick);
    await addIn(first, disk);
    const { backups } = await snapshotOf(first);
    const second = backups?.folders.find(({ path }) => path === disk);
    await first.backend.removeBackupFolder({ folderId: second?.id ?? '' });
    await choose(first, disk);
    first.clock.pass(1_000);
    expect(await first.backend.addBackupFolder({})).toEqual({
      holds: { backups: 1, entries: null, codes: null },
    });
  });

  it('is set up, too, where what else lies there cannot be opened', async () => {
    const first = await appWithCodes(codes);
    await setUpIn(first, stick);
    put(first, backupNames(first)[0] ?? '', new Uint8Array([1, 2, 3]));
    const fresh = another(first);
    await choose(fresh, stick);
    expect(await fresh.backend.setUpBackup({ passphrase })).toEqual({ holds: null });
    expect((await snapshotOf(fresh)).backups?.folders).toHaveLength(1);
  });
});

describe('what only an older backup holds', () => {
  it('is said, is not proposed with the rest, and can be taken', async () => {
    const world = makeApp();
    await folderWith(world);
    const both = anAccount(1, [aSet(['aaaa-1111'])]);
    const gone = anAccount(2, [aSet(['bbbb-1111', 'bbbb-2222'])]);
    const fewer = anAccount(3, [aSet(['cccc-1111'])]);
    const more = anAccount(3, [aSet(['cccc-1111', 'cccc-2222'])]);
    await putBackup(world, [both, gone, more], 1_000, computers.one);
    await putBackup(world, [both, fewer], 2_000, computers.one);
    expect(await found(world)).toEqual([
      { label: 'Account 1', kind: 'only-there', codesOnlyThere: 1, isOlder: false },
      { label: 'Account 3', kind: 'only-there', codesOnlyThere: 1, isOlder: false },
      { label: 'Account 2', kind: 'only-there', codesOnlyThere: 2, isOlder: true },
      { label: 'Account 3', kind: 'only-there', codesOnlyThere: 1, isOlder: true },
    ]);
    await world.backend.restore({ take: [0, 1, 2, 3] });
    expect((await found(world)).map(({ kind }) => kind)).toEqual(['same', 'differs', 'same', 'same']);
    const { accounts } = await snapshotOf(world);
    expect(accounts.map(({ recovery }) => recovery?.total)).toEqual([1, 2, 2]);
  });

  it('is what a computer without a name wrote earlier, where both know an account', async () => {
    const world = makeApp();
    await folderWith(world);
    const shared = anAccount(1, [aSet(['aaaa-1111'])]);
    const gone = anAccount(2, [aSet(['bbbb-1111'])]);
    const stranger = anAccount(3, [aSet(['cccc-1111'])]);
    await putBackup(world, [shared, gone], 1_000);
    await putBackup(world, [shared], 2_000);
    await putBackup(world, [shared], 3_000, computers.one);
    await putBackup(world, [stranger], 500);
    const preview = await openFolder(world);
    expect(preview.sources).toHaveLength(2);
    expect(await found(world)).toMatchObject([
      { label: 'Account 1', isOlder: false },
      { label: 'Account 3', isOlder: false },
      { label: 'Account 2', isOlder: true },
    ]);
  });
});

describe('a time that cannot be', () => {
  it('pushes nothing out: the last of the others counts, too', async () => {
    const world = makeApp();
    await folderWith(world);
    const now = world.clock.now();
    await putBackup(world, [anAccount(1, [aSet(['aaaa-1111'])])], now - day, computers.one);
    await putBackup(world, [anAccount(2, [aSet(['bbbb-1111'])])], now + 9_000 * day, computers.one);
    await putBackup(world, [anAccount(3, [aSet(['cccc-1111'])])], null, computers.one);
    expect((await found(world)).filter(({ isOlder }) => isOlder)).toEqual([]);
    expect(await found(world)).toHaveLength(3);
  });
});

describe('the computer in a document', () => {
  it('comes back, and is left out where it is not known', () => {
    const text = (computer: string | null): string => writeDocument({ madeAt: 1, computer, accounts: [] });
    expect(parseDocument(text(computers.one))).toMatchObject({ value: { computer: computers.one } });
    expect(text(null)).not.toContain('computer');
    expect(parseDocument(text(null))).toMatchObject({ value: { computer: null } });
  });

  it.each(['"me"', '7', '{}'])('is nobody where it is %s', (written) => {
    const text = `{"format":"latchkey-backup","schema":1,"computer":${written},"accounts":[]}`;
    expect(parseDocument(text)).toMatchObject({ kind: 'good', value: { computer: null } });
  });
});
