import { BrowserWindow, nativeTheme, type WebPreferences } from 'electron';
import type { Command } from '#contract/commands';
import { windowWords } from '#words/outside/windows';
import { bundleOrigin } from '../pages/bundle';
import { loadFenced } from '../pages/fence';
import { quickVerifySize } from './quick-verify-place';
import { type FirstPlace, smallestSize, type WindowPlace } from './window-place';

/** Script does not read the clipboard by pasting. Older runtimes do not know this one: page-settings.ts closes it there. */
const pasteByScript = { enableDeprecatedPaste: false };

/** Written out although they are Electron's defaults: safety must not hang on a default. */
const secureWebPreferences = (preload: string): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  ...pasteByScript,
  // Compiled scripts are kept from the first start on: Chromium would wait for a few runs.
  v8CacheOptions: 'bypassHeatCheck',
});

/** The window's background before its first paint, as in theme.css. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#17191c' : '#f7f7f8');

/** What every page is made with. */
interface PageParts {
  /** The file that runs in front of it. */
  readonly preload: string;
  /** The picture that stands for its window in the panels of Linux, where no installed program says another one. */
  readonly icon: string;
  /** Which of the developers' languages it speaks; null for English. */
  readonly language: string | null;
}

/** Elsewhere the program has one of its own. */
const withIcon = (icon: string): { icon?: string } => (process.platform === 'linux' ? { icon } : {});

/** The address of a page of the bundle. */
const pageAddress = (page: 'index' | 'quick', language: string | null): string =>
  `${bundleOrigin}/${page}.html${language === null ? '' : `?words=${language}`}`;

interface MainWindowStart {
  readonly place: WindowPlace | FirstPlace;
  readonly what: Command | undefined;
  readonly minimized: boolean;
}

/**
 * Opens the main window. It is there at once, in the color of the page that comes: hidden until the page is ready, it
 * would come a sixth of a second later, and the page no sooner.
 *
 * @param place one that was never elsewhere comes to the middle of the screen
 * @param what to show there first
 * @param minimized as a button in the taskbar alone
 */
export function openMainWindow(
  { preload, icon, language }: PageParts,
  { place, what, minimized }: MainWindowStart,
): BrowserWindow {
  const { maximized, ...bounds } = place;
  const window = new BrowserWindow({
    ...bounds,
    ...withIcon(icon),
    show: !minimized,
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    title: windowWords.main,
    backgroundColor: background(),
    autoHideMenuBar: true,
    webPreferences: secureWebPreferences(preload),
  });
  // The settings may choose another theme than the system's while the window opens.
  const follow = (): void => window.setBackgroundColor(background());
  nativeTheme.on('updated', follow);
  window.once('closed', () => nativeTheme.off('updated', follow));
  const maximize = (): void => {
    if (maximized) window.maximize();
  };
  if (minimized) {
    // Straight away, it would take the keyboard for a moment.
    window.showInactive();
    window.minimize();
    // Not before, for that would show it.
    window.once('restore', maximize);
  } else maximize();
  void loadFenced(window, `${pageAddress('index', language)}${what === undefined ? '' : `#${what}`}`);
  return window;
}

/** Makes the small window, unseen; quick-verify-window.ts says when and where it is shown. */
export function makeQuickVerifyWindow({ preload, icon, language }: PageParts): BrowserWindow {
  const window = new BrowserWindow({
    ...quickVerifySize,
    ...withIcon(icon),
    show: false,
    title: windowWords.quickVerify,
    backgroundColor: background(),
    frame: false,
    alwaysOnTop: true,
    skipTaskbar: true,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    // A panel comes up over other programs without bringing the rest of Latchkey to the front.
    ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
    webPreferences: secureWebPreferences(preload),
  });
  void loadFenced(window, pageAddress('quick', language));
  return window;
}
