import { app, BrowserWindow, type WebContents } from 'electron';
import type { Paper } from '../../core/ports/shell/paper';
import { paperSize } from './paper-size';

/** What the window shows, on paper: as its print styles have it, in ink alone. */
export const windowPaper: Paper = {
  async print() {
    const contents = page();
    return new Promise((resolve, reject) => {
      contents.print({ pageSize: size(), printBackground: false }, (isPrinted, reason) => {
        if (isPrinted || isCancel(reason)) resolve(isPrinted);
        else reject(new Error('not printed'));
      });
    });
  },

  async pdf() {
    const inches = 0.5;
    const margins = { top: inches, bottom: inches, left: inches, right: inches };
    return page().printToPDF({ pageSize: size(), printBackground: false, margins });
  },
};

/** Electron has spelled it both ways. */
const isCancel = (reason: string): boolean => /cancell?ed/i.test(reason);

const size = () => paperSize(app.getLocaleCountryCode());

function page(): WebContents {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (!window) throw new Error('no window');
  return window.webContents;
}
