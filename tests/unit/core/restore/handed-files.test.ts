import { expect, test } from 'vitest';
import { codeOf } from '../../../app/failure-of';
import { makeApp } from '../../../app/make-app';
import { snapshotOf } from '../story';
import { passphrase, stick } from '../backup/folders/backup-world';
import { anAccount, aSet } from '../backup/content/documents';
import { chooseFile, kitName, kitText, open, putKit } from './restore-world';

const text = kitText([anAccount(1, [aSet(['aaaa-1111'])])]);
const handed = { folder: stick, name: kitName };

test('a file that is opened with Latchkey is told of, and chosen as often as a page asks, until it is left', async () => {
  const world = makeApp();
  await putKit(world, text);
  expect(await snapshotOf(world)).toMatchObject({ fileHanded: null });
  world.app.handFile(handed);
  expect(world.announced.at(-1)).toMatchObject({ fileHanded: 1 });
  expect(await codeOf(open(world))).toBe('nothing-to-restore');

  const source = { kind: 'kit', name: kitName, opensWith: 'passphrase' };
  expect(await world.backend.chooseHandedFile({})).toEqual({ source });
  expect(await world.backend.chooseHandedFile({})).toEqual({ source });
  expect((await open(world, passphrase)).ledgers).toHaveLength(1);
  await world.backend.leaveRestore({});
  expect(world.announced.at(-1)).toMatchObject({ fileHanded: null });
  expect(await world.backend.chooseHandedFile({})).toEqual({ source: null });
});

test('it is there again once Latchkey was locked and unlocked', async () => {
  const world = makeApp();
  await putKit(world, text);
  await snapshotOf(world);
  world.app.handFile(handed);
  await world.backend.chooseHandedFile({});
  await world.backend.lock({});
  await world.backend.leaveRestore({});
  await world.backend.unlock({ passphrase: '' });
  expect(await world.backend.chooseHandedFile({})).toMatchObject({ source: { name: kitName } });
});

test('one that comes while another source is chosen is not lost with it', async () => {
  const world = makeApp();
  await putKit(world, text);
  await snapshotOf(world);
  const chosen = chooseFile(world, kitName);
  world.app.handFile(handed);
  await chosen;
  expect(await snapshotOf(world)).toMatchObject({ fileHanded: 1 });
});

test('neither its name nor its folder is in a snapshot', async () => {
  const world = makeApp();
  await putKit(world, text);
  world.app.handFile(handed);
  expect(JSON.stringify(world.announced)).not.toContain(kitName);
  expect(JSON.stringify(world.announced)).not.toContain(stick);
});

test('one that is not there is not offered again, and what was chosen before stays', async () => {
  const world = makeApp();
  await putKit(world, text);
  await chooseFile(world, kitName);
  world.app.handFile({ folder: stick, name: 'gone.age' });
  expect(await codeOf(world.backend.chooseHandedFile({}))).toBe('file-unreadable');
  expect(await snapshotOf(world)).toMatchObject({ fileHanded: null });
  expect((await open(world)).file).toBe(kitName);
});

test('a path that leads elsewhere is no name of a file', async () => {
  const world = makeApp();
  await putKit(world, text);
  world.app.handFile({ folder: '/nowhere', name: kitName });
  expect(await codeOf(world.backend.chooseHandedFile({}))).toMatch(/^(file-unreadable|backup-folder-gone)$/);
});
