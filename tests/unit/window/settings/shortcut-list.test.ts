import { shortcuts } from '#contract/commands';
import { describe, expect, test } from 'vitest';
import { shortcutInWords } from '../../../../src-renderer/state/settings/shortcut-text';
import { shortcutGroups } from '../../../../src-renderer/parts/frame/shortcut-list';

const linesOf = (quickVerify: string | null, isMac = false) =>
  shortcutGroups(quickVerify, isMac).flatMap(({ lines }) => lines);
const keysOf = (what: string, quickVerify: string | null = null, isMac = false) =>
  linesOf(quickVerify, isMac).find((line) => line.what.startsWith(what))?.keys;

describe('the list of shortcuts', () => {
  test('has every key that the menu listens to', () => {
    const listed = linesOf(null).flatMap(({ keys }) => keys);
    const wanted = Object.values(shortcuts).flatMap((keys) => keys.map((one) => shortcutInWords(one, false)));
    expect(listed).toEqual(expect.arrayContaining(wanted));
  });

  test('speaks of the keys that this computer has', () => {
    expect(keysOf('Settings')).toEqual(['Ctrl + 4', 'Ctrl + ,']);
    expect(keysOf('Settings', null, true)).toEqual(['Cmd + 4', 'Cmd + ,']);
    expect(keysOf('Full screen')).toEqual(['F11']);
    expect(keysOf('Full screen', null, true)).toEqual(['Ctrl + Cmd + F']);
  });

  test('says what opens quick verify now', () => {
    expect(keysOf('Quick verify', 'CommandOrControl+Shift+L')).toEqual(['Ctrl + Shift + L']);
    expect(keysOf('Quick verify', null)).toEqual(['Off']);
  });

  test('has each line once', () => {
    const names = linesOf(null).map(({ what }) => what);
    expect(new Set(names).size).toBe(names.length);
  });
});
