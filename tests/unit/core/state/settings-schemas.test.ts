import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeApp } from '../../../app/make-app';
import { MemorySettingsFile } from '../../../fakes/memory-settings-file';
import { snapshotOf } from '../story';

/** What each schema looked like when it was current: these files never change. */
const vector = (schema: number): Promise<string> =>
  readFile(path.join(import.meta.dirname, `../../../vectors/settings-${schema}.json`), 'utf8');

const json = (text: string | null): unknown => JSON.parse(text ?? 'null');

/** An app on a settings file of that schema. */
const startOn = async (schema: number) =>
  makeApp({ settingsFile: new MemorySettingsFile(await vector(schema)) });

describe('a settings file of', () => {
  it('schema 1 is taken over into the vault, and next written as schema 3 without what lies there', async () => {
    const world = await startOn(1);
    expect(await snapshotOf(world)).toMatchObject({
      settings: 'good',
      theme: 'dark',
      backups: null,
      accounts: [
        { label: 'Work', serviceUrl: 'https://service.test/v1', recoveryInDoubt: true, sunset: null },
        { label: 'Practice service', token: 'missing' },
      ],
    });
    await world.backend.setTheme({ theme: 'light' });
    for (const text of [world.settingsFile.text, world.settingsFile.backup]) {
      expect(json(text)).toMatchObject({ schema: 3 });
      expect(text).not.toContain('Work');
    }
    expect((await snapshotOf(makeApp(world))).accounts).toHaveLength(2);
  });

  it.each([1, 2])('schema %d stays whole until the vault has what it held', async (schema) => {
    const world = await startOn(schema);
    world.vaultFile.full = true;
    const { accounts } = await snapshotOf(world);
    await world.backend.setTheme({ theme: 'dark' });
    const old = json(await vector(schema)) as object;
    expect(json(world.settingsFile.text)).toMatchObject({ backups: null, ...old, schema: 2, theme: 'dark' });
    world.vaultFile.full = false;
    expect((await snapshotOf(makeApp(world))).accounts).toMatchObject(accounts.map(({ id }) => ({ id })));
  });

  it('schema 2 is taken over with its backup folders', async () => {
    const world = await startOn(2);
    expect(await snapshotOf(world)).toMatchObject({
      settings: 'good',
      takenOver: { folders: ['/media/stick', '/mnt/nas'] },
      backups: {
        folders: [
          { path: '/media/stick', writtenAt: 1767322900000, checkedAt: 1767322950000, kept: 2 },
          { path: '/mnt/nas', writtenAt: null, checkedAt: null, kept: 0 },
        ],
      },
    });
  });

  it('schema 3 is read whole, and written as it stands there', async () => {
    const world = await startOn(3);
    expect(await snapshotOf(world)).toMatchObject({
      settings: 'good',
      theme: 'dark',
      updates: { mode: 'automatic' },
      desktop: { closeToTray: false, shortcut: 'Alt+Shift+L', notifications: { codeSent: false } },
    });
    await world.backend.setTheme({ theme: 'dark' });
    expect(json(world.settingsFile.text)).toEqual(json(await vector(3)));
  });

  it('a later schema needs its vector here', async () => {
    const world = makeApp();
    await world.backend.setTheme({ theme: 'dark' });
    expect(json(world.settingsFile.text)).toMatchObject({ schema: 3 });
  });
});
