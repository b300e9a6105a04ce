import { shortcuts } from '#contract/commands';
import { shortcutInWords } from './shortcut-text';

/** One line of the sheet of shortcuts: any of the `keys` does it. */
interface ShortcutLine {
  readonly what: string;
  readonly keys: readonly string[];
}

export interface ShortcutGroup {
  readonly title: string;
  readonly lines: readonly ShortcutLine[];
}

/**
 * Every shortcut of Latchkey, as the sheet shows it.
 *
 * @param quickVerify what opens quick verify from any program, in Electron's words; null while it is switched off
 */
export function shortcutGroups(quickVerify: string | null, isMac: boolean): ShortcutGroup[] {
  const words = (keys: readonly string[]): string[] => keys.map((one) => shortcutInWords(one, isMac));
  const line = (what: string, keys: readonly string[]): ShortcutLine => ({ what, keys: words(keys) });
  return [
    {
      title: 'Screens',
      lines: [
        line('Verify', shortcuts.verify),
        line('Recovery codes', shortcuts['recovery-codes']),
        line('Backups', shortcuts.backups),
        line('Settings', shortcuts.settings),
        line('This sheet', shortcuts.shortcuts),
      ],
    },
    {
      title: 'Codes',
      lines: [
        quickVerify === null
          ? { what: 'Quick verify, anywhere', keys: ['Off'] }
          : line('Quick verify, anywhere', [quickVerify]),
        { what: 'Verify what was typed', keys: ['Enter'] },
        line('Search the other codes', ['/', 'CommandOrControl+F']),
        { what: 'Close quick verify or a dialog', keys: ['Esc'] },
      ],
    },
    {
      title: 'Window',
      lines: [
        line('Larger', shortcuts.zoomIn),
        line('Smaller', shortcuts.zoomOut),
        line('Usual size', shortcuts.resetZoom),
        { what: 'Full screen', keys: [isMac ? 'Ctrl + Cmd + F' : 'F11'] },
        line('Lock Latchkey', shortcuts.lock),
        line('Close the window', shortcuts.close),
        line('Quit Latchkey', shortcuts.quit),
      ],
    },
  ];
}
