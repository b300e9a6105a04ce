import { describe, expect, test } from 'vitest';
import { shortcut as schema } from '#contract/shortcut';
import * as v from 'valibot';
import { shortcutInWords, shortcutOf } from '../../../../src-renderer/state/settings/shortcut-text';

const press = (held: string, key: string, code = `Key${key.toUpperCase()}`) => ({
  key,
  code,
  ctrlKey: held.includes('c'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
  metaKey: held.includes('m'),
});

describe('what was pressed', () => {
  test.each([
    [press('c', 'k'), 'CommandOrControl+K'],
    [press('cs', 'L'), 'CommandOrControl+Shift+L'],
    [press('a', '1', 'Digit1'), 'Alt+1'],
    [press('cs', '!', 'Digit1'), 'CommandOrControl+Shift+1'],
    [press('m', ' ', 'Space'), 'Super+Space'],
    [press('c', 'a', 'KeyQ'), 'CommandOrControl+A'],
    [press('', 'F9', 'F9'), 'F9'],
    [press('ca', 'ArrowUp', 'ArrowUp'), 'CommandOrControl+Alt+Up'],
  ])('%j is %s', (pressed, shortcut) => {
    expect(shortcutOf(pressed, false)).toBe(shortcut);
    expect(v.is(schema, shortcut)).toBe(true);
  });

  test('on a Mac, Cmd is the main modifier and Option does not change the key', () => {
    expect(shortcutOf(press('ms', 'L'), true)).toBe('CommandOrControl+Shift+L');
    expect(shortcutOf(press('c', 'l'), true)).toBe('Control+L');
    expect(shortcutOf(press('ma', '¬', 'KeyL'), true)).toBe('CommandOrControl+Alt+L');
  });

  test.each([
    press('c', 'Control', 'ControlLeft'),
    press('s', 'Tab', 'Tab'),
    press('', 'Tab', 'Tab'),
    press('', 'Escape', 'Escape'),
    press('', 'Enter', 'Enter'),
    press('', ' ', 'Space'),
    press('', 'ArrowDown', 'ArrowDown'),
  ])('%j is left to the field', (pressed) => {
    expect(shortcutOf(pressed, false)).toBeNull();
  });

  test('a bare letter is handed on, so that a sentence says why it will not do', () => {
    expect(shortcutOf(press('', 'k'), false)).toBe('K');
  });
});

test('in words it is what is printed on the keys', () => {
  expect(shortcutInWords('CommandOrControl+Shift+L', false)).toBe('Ctrl + Shift + L');
  expect(shortcutInWords('CommandOrControl+Alt+L', true)).toBe('Cmd + Option + L');
  expect(shortcutInWords('Control+L', true)).toBe('Ctrl + L');
});
