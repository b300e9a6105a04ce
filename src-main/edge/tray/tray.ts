import path from 'node:path';
import { Menu, nativeImage, nativeTheme, Tray } from 'electron';
import type { TrayAction, TrayEntry, TrayView } from '../../core/desktop/tray-menu';
import { followTray, type TrayPlace } from '../bus/follow-tray';
import { entryText, tooltipText } from './tray-text';

/** Windows and macOS draw trays at 16 points, the panels of Linux at 22. */
const size = process.platform === 'linux' ? 22 : 16;
/** Longer waits overflow a timer; the next snapshot comes sooner. */
const longestWait = 3_600_000;

/** The icon in the tray: draws what core/desktop/tray-menu.ts says, and decides nothing. */
export class TrayIcon {
  readonly #pictures: string;
  readonly #look: () => TrayView;
  readonly #act: (action: TrayAction) => void;
  #tray: Tray | null = null;
  #drawn = { menu: '', tooltip: '', picture: '' };
  #next: NodeJS.Timeout | undefined;

  /**
   * @param pictures the folder with the PNGs that scripts/vite/tray-icons.mjs makes
   * @param look gives what is to be seen now
   */
  constructor(pictures: string, look: () => TrayView, act: (action: TrayAction) => void) {
    this.#pictures = pictures;
    this.#look = look;
    this.#act = act;
    nativeTheme.on('updated', () => this.draw());
  }

  show(): void {
    if (this.#tray) return;
    const view = this.#look();
    this.#tray = new Tray(this.#picture(this.#pictureName(view)));
    // On macOS a click opens the menu.
    if (process.platform !== 'darwin') this.#tray.on('click', () => this.#act({ do: 'open' }));
    this.draw();
  }

  remove(): void {
    clearTimeout(this.#next);
    this.#tray?.destroy();
    this.#tray = null;
    this.#drawn = { menu: '', tooltip: '', picture: '' };
  }

  /** Brings it up to date; what has not changed is left alone, as every change goes over the bus to the panel. */
  draw(): void {
    clearTimeout(this.#next);
    if (!this.#tray) return;
    const view = this.#look();
    const now = {
      menu: JSON.stringify(view.menu),
      tooltip: tooltipText(view.tooltip),
      picture: this.#pictureName(view),
    };
    const before = this.#drawn;
    this.#drawn = now;
    if (now.picture !== before.picture) this.#tray.setImage(this.#picture(now.picture));
    if (now.tooltip !== before.tooltip) this.#tray.setToolTip(now.tooltip);
    if (now.menu !== before.menu) this.#tray.setContextMenu(this.#menu(view.menu));
    if (view.changesAt === null) return;
    const wait = Math.max(50, Math.min(view.changesAt - Date.now(), longestWait));
    this.#next = setTimeout(() => this.draw(), wait);
  }

  #menu(entries: readonly TrayEntry[]) {
    return Menu.buildFromTemplate(
      entries.map((entry) => {
        if (entry.kind === 'line') return { type: 'separator' };
        const { saying, enabled, checked, action } = entry;
        const choice = checked === null ? {} : { type: 'radio' as const, checked };
        // A lone ampersand would mark the letter after it.
        const label = entryText(saying).replaceAll('&', '&&');
        return { label, enabled, click: () => this.#act(action), ...choice };
      }),
    );
  }

  /** The panels of Linux do not tell how dark they are: either picture can be read on any of them. */
  #pictureName({ badge }: TrayView): string {
    const isDark =
      process.platform === 'linux'
        ? nativeTheme.shouldUseDarkColors
        : nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
    const kind = process.platform === 'darwin' ? 'template' : isDark ? 'dark' : 'light';
    return `${kind}${badge === null ? '' : `-${badge}`}-${size}.png`;
  }

  #picture(name: string): Electron.NativeImage {
    const image = nativeImage.createFromPath(path.join(this.#pictures, name));
    if (process.platform === 'darwin') image.setTemplateImage(true);
    return image;
  }
}

/**
 * Follows whether this desktop has a tray: every Mac and every Windows has; on Linux a panel must show icons.
 *
 * @returns what ends it
 */
export function followTrayPlace(listener: (place: TrayPlace) => void): () => void {
  if (process.platform === 'linux') return followTray(process.env, listener);
  listener('shown');
  return () => undefined;
}
