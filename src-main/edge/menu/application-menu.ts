import { app, Menu } from 'electron';
import { type MenuParts, menuTemplate } from './menu-template';

/** Before `ready`: keeps Electron from making its own menu, which has the developer's tools and links of its own. */
export function withoutElectronsMenu(): void {
  Menu.setApplicationMenu(null);
}

/** Gives the application its menu. It can wait for the first paint: nobody has found the keys by then. */
export function setApplicationMenu(parts: Omit<MenuParts, 'platform' | 'isPackaged'>): void {
  const { platform } = process;
  const template = menuTemplate({ platform, isPackaged: app.isPackaged, ...parts });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
