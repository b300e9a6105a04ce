import { BrowserWindow, Notification } from 'electron';
import type { Notifications } from '../core/ports/shell/notifications';
import { noticeText } from './notice-text';
import { screenInAddress } from './pages/screen-in-address';
import type { Windows } from './windows/windows';

/** More are not waited for: some desktops never tell that one has gone. */
const most = 20;

/** The notifications of the desktop. On Linux they are loaded with the first one. */
export function desktopNotifications({ main }: Windows): Notifications {
  /** By the keys of their notices. Held, because a notification that nobody holds forgets what its click does. */
  const shown = new Map<string, Notification>();
  return {
    inFront() {
      const focused = BrowserWindow.getFocusedWindow();
      return focused && screenInAddress(focused.webContents.getURL());
    },
    show(notice, clicked) {
      if (!Notification.isSupported()) return;
      const notification = new Notification(noticeText(notice));
      const forget = (): void => {
        if (shown.get(notice.key) === notification) shown.delete(notice.key);
      };
      notification.once('click', () => {
        // On Linux it would stay on the screen.
        notification.close();
        forget();
        clicked();
      });
      notification.once('close', forget);
      notification.once('failed', forget);
      shown.set(notice.key, notification);
      const [oldest] = shown.keys();
      if (shown.size > most && oldest !== undefined) shown.delete(oldest);
      notification.show();
    },
    takeBack(key) {
      shown.get(key)?.close();
      shown.delete(key);
    },
    openScreen: (screen) => main.showThere(screen),
  };
}
