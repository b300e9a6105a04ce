import { shortcuts } from '#contract/commands';
import { frameWords } from '#words/frame/frame';
import { shortcutSheetWords as words } from '#words/settings/shortcut-sheet';
import { shortcutInWords } from '../../state/settings/shortcut-text';

/** One line of the sheet of shortcuts: any of the `keys` does it. */
interface ShortcutLine {
  readonly what: string;
  readonly keys: readonly string[];
}

interface ShortcutGroup {
  readonly title: string;
  readonly lines: readonly ShortcutLine[];
}

/**
 * Every shortcut of Latchkey, as the sheet shows it.
 *
 * @param quickVerify what opens quick verify from any program, in Electron's words; null while it is switched off
 */
export function shortcutGroups(quickVerify: string | null, isMac: boolean): ShortcutGroup[] {
  const named = (keys: readonly string[]): string[] => keys.map((one) => shortcutInWords(one, isMac));
  const line = (what: string, keys: readonly string[]): ShortcutLine => ({ what, keys: named(keys) });
  const { screens } = frameWords;
  return [
    {
      title: frameWords.list,
      lines: [
        line(screens.verify, shortcuts.verify),
        line(screens['recovery-codes'], shortcuts['recovery-codes']),
        line(screens.backups, shortcuts.backups),
        line(screens.settings, shortcuts.settings),
        line(words.sheet, shortcuts.shortcuts),
      ],
    },
    {
      title: words.codes,
      lines: [
        quickVerify === null
          ? { what: words.quickVerify, keys: [words.off] }
          : line(words.quickVerify, [quickVerify]),
        line(words.verifyTyped, ['Enter']),
        line(words.search, ['/', 'CommandOrControl+F']),
        line(words.close, ['Escape']),
      ],
    },
    {
      title: words.window,
      lines: [
        line(words.larger, shortcuts.zoomIn),
        line(words.smaller, shortcuts.zoomOut),
        line(words.usualSize, shortcuts.resetZoom),
        line(words.fullScreen, [isMac ? 'Control+Command+F' : 'F11']),
        line(words.lock, shortcuts.lock),
        line(words.closeWindow, shortcuts.close),
        line(words.quit, shortcuts.quit),
      ],
    },
  ];
}
