import { describe, expect, test } from 'vitest';
import { type Screen, screenIn } from '../../../src-renderer/state/screens';
import { WindowState } from '../../../src-renderer/state/window.svelte';
import { aSnapshot, anAccount, fakeBackend } from './fake-backend';

const stocked = aSnapshot({ accounts: [anAccount()] });

describe('what the menu says', () => {
  test('is followed to the screens', () => {
    const noted: Screen[] = [];
    const latchkey = new WindowState(fakeBackend().backend, stocked, 'verify', (screen) =>
      noted.push(screen),
    );
    for (const screen of ['recovery-codes', 'backups', 'settings', 'settings', 'verify'] as const) {
      latchkey.follow(screen);
      expect(latchkey.screen).toBe(screen);
    }
    expect(noted).toEqual(['recovery-codes', 'backups', 'settings', 'verify']);
  });

  test('leads nowhere on the first run', () => {
    const latchkey = new WindowState(fakeBackend().backend, aSnapshot());
    latchkey.follow('settings');
    expect(latchkey.screen).toBe('verify');
  });

  test('shows the sheet of shortcuts, and puts it away', () => {
    const latchkey = new WindowState(fakeBackend().backend, stocked);
    latchkey.follow('shortcuts');
    expect(latchkey.shortcutsShown).toBe(true);
    expect(latchkey.screen).toBe('verify');
    latchkey.follow('shortcuts');
    expect(latchkey.shortcutsShown).toBe(false);
    latchkey.follow('shortcuts');
    latchkey.follow('backups');
    expect(latchkey.shortcutsShown).toBe(false);
    expect(latchkey.screen).toBe('backups');
  });
});

describe('a page that is loaded anew', () => {
  test.each([
    ['', 'verify'],
    ['#', 'verify'],
    ['#verify', 'verify'],
    ['#settings', 'settings'],
    ['#restore', 'restore'],
    ['#add-account', 'add-account'],
    ['#kit-sheet', 'backups'],
    ['#passphrase-card', 'backups'],
    ['#shortcuts', 'verify'],
    ['#constructor', 'verify'],
    ['#<script>', 'verify'],
  ])('with %j in its address begins at %s', (fragment, screen) => {
    expect(screenIn(fragment)).toBe(screen);
  });

  test('begins where it was, as far as there is anything there', () => {
    expect(new WindowState(fakeBackend().backend, stocked, 'backups').screen).toBe('backups');
    expect(new WindowState(fakeBackend().backend, aSnapshot(), 'backups').screen).toBe('verify');
    expect(new WindowState(fakeBackend().backend, aSnapshot(), 'restore').screen).toBe('restore');
  });
});

describe('the settings', () => {
  test('ask how the start at login is whenever somebody looks', () => {
    const { backend, asked } = fakeBackend();
    const latchkey = new WindowState(backend, stocked);
    const looks = (): number => asked.filter(([name]) => name === 'lookAtStartAtLogin').length;
    latchkey.lookAgain();
    expect(looks()).toBe(0);
    latchkey.go('settings');
    expect(looks()).toBe(1);
    latchkey.lookAgain();
    expect(looks()).toBe(2);
  });
});
