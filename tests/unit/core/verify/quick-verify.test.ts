import { describe, expect, it } from 'vitest';
import { shortcut as schema, usualShortcut } from '#contract/shortcut';
import * as v from 'valibot';
import { offeredCode } from '../../../../src-main/core/verify/offered-code';
import { codeOf } from '../../../app/failure-of';
import { makeApp } from '../../../app/make-app';
import { MemorySettingsFile } from '../../../fakes/memory-settings-file';
import { snapshotOf } from '../story';

describe('the code on the clipboard', () => {
  it.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    ['123-456', '123456'],
    [' 123456\r\n', '123456'],
    ['１２３４５６', '123456'],
    ['\u200e123\u00a0456\u200e', '123456'],
    ['000000', '000000'],
  ])('%j is offered as %s', async (clipboard, code) => {
    const { backend, desktop } = makeApp();
    desktop.clipboard = clipboard;
    expect(await backend.offerClipboardCode({})).toEqual({ code, byLink: false });
  });

  it('is told with whether a link opened the window', async () => {
    const { backend, quickVerify } = makeApp();
    quickVerify.openedByLink = true;
    expect(await backend.offerClipboardCode({})).toEqual({ code: null, byLink: true });
  });

  it.each([
    '',
    '12345',
    '1234567',
    '12 34 56',
    '123  456',
    '1234 56',
    'Your code is 123456',
    '123456 is your code',
    '123456\n654321',
    'abcdef',
    '12345a',
    '+123456',
    '-123456',
    '123,456',
    '٣٤٥٦٧٨',
    'correct horse battery staple',
    'acdef-34679',
    ' '.repeat(40) + '123456',
    '1'.repeat(1_000_000),
  ])('%j is none of our business', async (clipboard) => {
    const { backend, desktop } = makeApp();
    desktop.clipboard = clipboard;
    expect(await backend.offerClipboardCode({})).toEqual({ code: null, byLink: false });
    expect(offeredCode(clipboard)).toBeNull();
  });
});

describe('the shortcut', () => {
  it('is the usual one until another is chosen, and is listened to', async () => {
    const { app, backend, quickVerify } = makeApp();
    await app.holdShortcut();
    expect(quickVerify.shortcut).toBe(usualShortcut);
    expect((await backend.readSnapshot({})).desktop).toMatchObject({
      shortcut: usualShortcut,
      shortcutTaken: false,
    });
  });

  it('that is chosen replaces it, and is there after a restart', async () => {
    const world = makeApp();
    await world.backend.setShortcut({ shortcut: 'Control+Alt+K' });
    expect(world.quickVerify.shortcut).toBe('Control+Alt+K');
    const again = makeApp(world);
    await again.app.holdShortcut();
    expect(again.quickVerify.shortcut).toBe('Control+Alt+K');
  });

  it('can be switched off, and stays off', async () => {
    const world = makeApp();
    await world.backend.setShortcut({ shortcut: '' });
    expect(world.quickVerify.shortcut).toBeNull();
    const again = makeApp(world);
    await again.app.holdShortcut();
    expect(again.quickVerify.shortcut).toBeNull();
    expect((await snapshotOf(again)).desktop).toMatchObject({ shortcut: null, shortcutTaken: false });
  });

  it('that another program holds at the start is told of', async () => {
    const world = makeApp();
    world.quickVerify.taken.add(usualShortcut);
    await world.app.holdShortcut();
    await world.app.opened();
    expect(world.announced.at(-1)?.desktop).toMatchObject({ shortcut: usualShortcut, shortcutTaken: true });
  });

  it('that another program holds is not set, and the one from before stays', async () => {
    const { app, backend, quickVerify } = makeApp();
    await app.holdShortcut();
    quickVerify.taken.add('Alt+K');
    expect(await codeOf(backend.setShortcut({ shortcut: 'Alt+K' }))).toBe('shortcut-taken');
    expect(quickVerify.shortcut).toBe(usualShortcut);
    expect((await backend.readSnapshot({})).desktop).toMatchObject({
      shortcut: usualShortcut,
      shortcutTaken: false,
    });
  });

  it('that could not be kept is given back', async () => {
    const { app, backend, quickVerify, settingsFile } = makeApp();
    await app.holdShortcut();
    settingsFile.write = () => Promise.reject(new Error('full'));
    expect(await codeOf(backend.setShortcut({ shortcut: 'Alt+K' }))).toBe('settings-not-saved');
    expect(quickVerify.shortcut).toBe(usualShortcut);
  });

  it.each([
    'L',
    'Shift+L',
    'Control',
    'Control+',
    'Control+Tab',
    'Control+L+K',
    'control+l',
    'Escape',
    'text',
  ])('%j is no combination', async (shortcut) => {
    const { backend, quickVerify } = makeApp();
    expect(await codeOf(backend.setShortcut({ shortcut }))).toBe('shortcut-invalid');
    expect(quickVerify.shortcut).toBeNull();
  });

  it.each([usualShortcut, 'Alt+1', 'Super+Space', 'F9', 'Shift+F12', 'Control+Alt+Shift+PageUp'])(
    '%j is one',
    (shortcut) => {
      expect(v.is(schema, shortcut)).toBe(true);
    },
  );

  it('that nobody can press, in the file, is the usual one and harms nothing else', async () => {
    const world = makeApp();
    await world.backend.setTheme({ theme: 'dark' });
    const text = (world.settingsFile.text ?? '').replace(usualShortcut, 'Banana');
    const again = makeApp({ settingsFile: new MemorySettingsFile(text, null) });
    const { theme, settings, desktop } = await snapshotOf(again);
    expect({ theme, settings }).toEqual({ theme: 'dark', settings: 'good' });
    expect(desktop.shortcut).toBe(usualShortcut);
  });

  it('is the usual one where a file of before does not say', async () => {
    const world = makeApp();
    await world.backend.setTheme({ theme: 'dark' });
    const before = JSON.parse(world.settingsFile.text ?? '') as Record<string, unknown>;
    delete before['desktop'];
    const again = makeApp({ settingsFile: new MemorySettingsFile(JSON.stringify(before), null) });
    expect((await snapshotOf(again)).desktop).toMatchObject({ closeToTray: true, shortcut: usualShortcut });
  });
});

it('closing and going on in the main window are passed on', async () => {
  const { backend, quickVerify } = makeApp();
  await backend.closeQuickVerify({});
  await backend.showLatchkey({});
  expect(quickVerify).toMatchObject({ closed: 1, mainShown: 1 });
});
