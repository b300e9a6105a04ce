import type { ScreenGuard } from '../../core/ports/shell/screen-guard';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import type { Command } from '#contract/commands';
import { CrashGuard } from '../../core/desktop/crash-guard';
import { FreshPage } from './fresh-page';
import { tellOne } from '../pages/ipc';
import type { PlaceFile } from './place-file';
import { openMainWindow } from './window';
import { firstPlace, fittedPlace, isInSight } from './window-place';
import { bringBackPage } from './window-trouble';

interface Parts {
  /** The file that runs in front of the page. */
  readonly preload: string;
  /** The picture that stands for it in the panels of Linux. */
  readonly icon: string;
  readonly places: PlaceFile;
  /** Which of the developers' languages the page speaks; null for English. */
  readonly language: string | null;
  /** Told when the page's process ended, and why. */
  readonly noteCrash: (reason: string) => void;
}

/** The main window: at most one, which is made anew when it was closed. */
export class MainWindow implements ScreenGuard {
  /** Linux has no way to say so. */
  readonly works = process.platform !== 'linux';
  readonly #parts: Parts;
  readonly #guard = new CrashGuard();
  #window: BrowserWindow | null = null;
  #page: FreshPage | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get isOpen(): boolean {
    return this.#window !== null;
  }

  /** Opens it, or brings it to the front as it stands; one whose screen has gone meanwhile, onto one that is there. */
  show(): void {
    if (this.#window === null) this.#open();
    else {
      if (this.#window.isMinimized()) this.#window.restore();
      bringInSight(this.#window);
      this.#window.show();
      this.#window.focus();
    }
  }

  /** Opens it in the taskbar, so that it can be found, and takes the keyboard from nobody who types. */
  showMinimized(): void {
    if (this.#window === null) this.#open({ minimized: true });
  }

  hideFromCaptures(on: boolean): void {
    if (this.works) this.#window?.setContentProtection(on);
  }

  /** As `show`, and goes to a screen there, or shows the sheet of shortcuts. */
  showThere(what: Command): void {
    if (this.#window === null) this.#open({ what });
    else {
      this.show();
      tellOne(this.#window.webContents, 'command', { show: what });
    }
  }

  /** See FreshPage. It shows what it showed, as far as it may. */
  renewPage(): void {
    void this.#page?.renew();
  }

  #open({ what, minimized = false }: { readonly what?: Command; readonly minimized?: boolean } = {}): void {
    const { places, noteCrash } = this.#parts;
    const remembered = places.read();
    const place = remembered
      ? fittedPlace(remembered, workAreas(), titleBar)
      : firstPlace(screen.getPrimaryDisplay().workArea, titleBar);
    const window = openMainWindow(this.#parts, { place, what, minimized });
    this.#window = window;
    this.#page = new FreshPage(window.webContents);
    rememberPlace(window, places);
    bringBackPage(window.webContents, this.#guard, {
      note: noteCrash,
      // Its address still says which screen it was.
      bringBack: () => {
        if (!window.isDestroyed()) window.webContents.reload();
      },
    });
    window.once('closed', () => {
      this.#window = null;
      this.#page = null;
    });
  }
}

/** On Linux the window manager puts a title bar of its own on top of a place. Those of most desktops are no higher. */
const titleBar = process.platform === 'linux' ? 40 : 0;

/** What is free of panels on each screen, the main screen's first. */
function workAreas(): Rectangle[] {
  const first = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== first.id);
  return [first, ...others].map(({ workArea }) => workArea);
}

/** A window that fills its screen goes where the system has it. */
function bringInSight(window: BrowserWindow): void {
  if (window.isMaximized() || window.isFullScreen()) return;
  const areas = workAreas();
  const place = { ...window.getBounds(), maximized: false };
  if (isInSight(place, areas)) return;
  const { x, y, width, height } = fittedPlace(place, areas, titleBar);
  window.setBounds({ x, y, width, height });
}

function rememberPlace(window: BrowserWindow, places: PlaceFile): void {
  const note = (): void => {
    if (window.isMinimized() || window.isFullScreen()) return;
    places.note({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  };
  // Where the window manager puts it at first comes in many steps.
  window.once('ready-to-show', () => {
    note();
    window.on('move', note);
    window.on('resize', note);
    window.on('maximize', note);
    window.on('unmaximize', note);
    window.on('close', () => {
      note();
      void places.save();
    });
  });
}
