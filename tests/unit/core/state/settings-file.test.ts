import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StoredSettings } from '../../../../src-main/core/ports/files/settings-file';
import { json } from '../../../fakes/fake-http';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { MemorySettingsFile } from '../../../fakes/memory-settings-file';
import { appWithAccount, restart, snapshotOf } from '../story';

/** The text of a good settings file, and the same of a later version of Latchkey. */
async function goodAndNewer(): Promise<{ good: string; newer: string }> {
  const world = makeApp();
  await world.backend.setTheme({ theme: 'light' });
  const good = world.settingsFile.text ?? '';
  return { good, newer: good.replace('"schema": 3', '"schema": 4') };
}
function startOn(text: string | null, backup: string | null): World {
  const world = makeApp({ settingsFile: new MemorySettingsFile(text, backup) });
  world.http.on('GET /user', json(200, {}));
  return world;
}

describe('the settings file', () => {
  it('is not written by a first start', async () => {
    const world = startOn(null, null);
    expect(await snapshotOf(world)).toMatchObject({ accounts: [], theme: 'system', settings: 'good' });
    expect(world.settingsFile.written).toEqual([]);
  });

  it('brings back what was there', async () => {
    const story = await appWithAccount();
    await story.backend.setTheme({ theme: 'light' });
    const before = await snapshotOf(story);
    const after = await snapshotOf(restart(story));
    expect(after).toEqual({
      ...before,
      accounts: before.accounts.map((account) => ({
        ...account,
        texts: { ...account.texts, phoneEnding: null },
      })),
    });
  });

  it('can be read by a person, and ends with a line end', async () => {
    const { good } = await goodAndNewer();
    expect(good).toMatch(/^\{\n {2}"schema": 3,\n/);
    expect(good.endsWith('}\n')).toBe(true);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '"text"',
    '{}',
    '{"schema":1}',
    '{"schema":"1"}',
    '{"schema":0}',
    '\u0000'.repeat(4_096),
  ])('that is damaged (%j) is set aside, and its last good version is opened', async (damaged) => {
    const { good } = await goodAndNewer();
    const world = startOn(damaged, good);
    expect(await snapshotOf(world)).toMatchObject({ settings: 'set-aside', theme: 'light' });
    expect(world.settingsFile.aside).toEqual([damaged]);
    expect(world.settingsFile.backup).toBe(good);
    await world.backend.setTheme({ theme: 'dark' });
    expect(await snapshotOf(makeApp(world))).toMatchObject({
      settings: 'good',
      theme: 'dark',
    });
  });

  it('that is damaged like its last good version is set aside for a fresh start', async () => {
    const world = startOn('{', '{"schema":1}');
    expect(await snapshotOf(world)).toMatchObject({ settings: 'set-aside', accounts: [] });
    expect(world.settingsFile.aside).toEqual(['{']);
  });

  it('that is gone is replaced by its last good version', async () => {
    const { good } = await goodAndNewer();
    const world = startOn(null, good);
    expect(await snapshotOf(world)).toMatchObject({ settings: 'set-aside', theme: 'light' });
    expect(world.settingsFile.aside).toEqual([]);
  });

  it('of a later version of Latchkey is never written', async () => {
    const { good, newer } = await goodAndNewer();
    const world = startOn(newer, good);
    expect(await snapshotOf(world)).toMatchObject({ settings: 'newer' });
    expect(await codeOf(world.backend.setTheme({ theme: 'dark' }))).toBe('settings-read-only');
    expect(world.settingsFile).toMatchObject({ text: newer, backup: good, written: [], aside: [] });
  });

  it('whose last good version is of a later Latchkey is not written over it', async () => {
    const { newer } = await goodAndNewer();
    const world = startOn('{', newer);
    expect(await snapshotOf(world)).toMatchObject({ settings: 'newer' });
    expect(await codeOf(world.backend.setTheme({ theme: 'dark' }))).toBe('settings-read-only');
    expect(world.settingsFile).toMatchObject({ backup: newer, written: [] });
  });

  it('that cannot be read is told of and not written over', async () => {
    class Unreadable extends MemorySettingsFile {
      override read(): Promise<StoredSettings> {
        return Promise.reject(new Error('EACCES'));
      }
    }
    const world = makeApp({ settingsFile: new Unreadable('{}') });
    expect((await snapshotOf(world)).lock, 'it may hold the accounts of an older version').toMatchObject({
      locked: true,
      reason: 'unreadable',
    });
    await world.app.warmUp();
    expect([world.settingsFile.written, world.vaultFile.written]).toEqual([[], []]);
    const story = await appWithAccount();
    const later = makeApp({ ...story, settingsFile: new Unreadable('{}') });
    expect(await snapshotOf(later)).toMatchObject({ settings: 'unreadable', accounts: [{ label: 'Work' }] });
    expect(await codeOf(later.backend.setTheme({ theme: 'dark' }))).toBe('settings-unreadable');
    expect(later.settingsFile.written).toEqual([]);
  });

  it('that is damaged and cannot be set aside is not written over', async () => {
    class Stuck extends MemorySettingsFile {
      override setAside(): Promise<void> {
        return Promise.reject(new Error('EPERM'));
      }
    }
    const story = await appWithAccount();
    const world = makeApp({ ...story, settingsFile: new Stuck('{') });
    expect(await snapshotOf(world)).toMatchObject({ settings: 'unreadable' });
    expect(await codeOf(world.backend.setTheme({ theme: 'dark' }))).toBe('settings-unreadable');
    expect(world.settingsFile).toMatchObject({ text: '{', written: [] });
  });

  it.each([
    ['http to another machine', 'http://evil.test'],
    ['another scheme', 'file:///etc/passwd'],
    ['credentials', 'https://ada:secret@service.test'],
    ['no address', 'nonsense'],
    ['nothing', ''],
  ])('sends no token to %s, whoever wrote it there', async (_what, url) => {
    const old = await readFile(path.join(import.meta.dirname, '../../../vectors/settings-1.json'), 'utf8');
    const world = startOn(old.replace(/"serviceUrl": "[^"]+"/, `"serviceUrl": "${url}"`), null);
    expect(await snapshotOf(world)).toMatchObject({ settings: 'set-aside', accounts: [] });
  });

  it('keeps every one of many changes at once', async () => {
    const story = await appWithAccount();
    const { backend, accountId, http } = story;
    http.on('GET /user', json(200, {}));
    const adding = backend.addPracticeAccount({});
    const renaming = Array.from({ length: 20 }, (_, index) =>
      backend.renameAccount({ accountId, label: `Name ${index}` }),
    );
    await Promise.all([adding, ...renaming, backend.setTheme({ theme: 'dark' })]);
    expect(await snapshotOf(restart(story))).toMatchObject({
      theme: 'dark',
      accounts: [{ label: 'Name 19' }, { label: 'Practice service' }],
    });
  });

  it('goes on after a save that failed', async () => {
    const story = await appWithAccount();
    story.settingsFile.full = true;
    expect(await codeOf(story.backend.setTheme({ theme: 'dark' }))).toBe('settings-not-saved');
    story.settingsFile.full = false;
    await story.backend.setTheme({ theme: 'light' });
    expect((await snapshotOf(restart(story))).theme).toBe('light');
  });
});
