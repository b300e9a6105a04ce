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
  it('schema 1 is read whole, and next written as schema 2 without backups', async () => {
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
    expect(world.settingsFile.written).toEqual([]);
    await world.backend.setTheme({ theme: 'light' });
    const old = json(await vector(1)) as object;
    expect(json(world.settingsFile.text)).toMatchObject({ ...old, schema: 2, theme: 'light', backups: null });
    expect(world.settingsFile.backup).toBe(await vector(1));
    expect((await snapshotOf(makeApp(world))).settings).toBe('good');
  });

  it('schema 2 is read with its backup folders, and written with nothing lost', async () => {
    const world = await startOn(2);
    expect(await snapshotOf(world)).toMatchObject({
      settings: 'good',
      backups: {
        folders: [
          { path: '/media/stick', writtenAt: 1767322900000, checkedAt: 1767322950000, kept: 2 },
          { path: '/mnt/nas', writtenAt: null, checkedAt: null, kept: 0 },
        ],
      },
    });
    await world.backend.setTheme({ theme: 'dark' });
    const old = json(await vector(2)) as object;
    expect(json(world.settingsFile.text)).toMatchObject({ ...old, theme: 'dark' });
  });
});
