import { BrowserWindow, Notification } from 'electron';
import type { Notifications } from '../core/ports/shell/notifications';
import { noticeText } from './notice-text';
import type { Windows } from './windows/windows';

/** More are not waited for: some desktops never tell that one has gone. */
const most = 20;

/** The notifications of the desktop. On Linux they are loaded with the first one. */
export function desktopNotifications({ main }: Windows): Notifications {
  /** Held, because a notification that nobody holds forgets what its click does. */
  const shown = new Set<Notification>();
  return {
    isInFront: () => BrowserWindow.getFocusedWindow() !== null,
    show(notice, clicked) {
      if (!Notification.isSupported()) return;
      const notification = new Notification(noticeText(notice));
      const forget = (): void => void shown.delete(notification);
      notification.once('click', () => {
        // On Linux it would stay on the screen.
        notification.close();
        forget();
        clicked();
      });
      notification.once('close', forget);
      notification.once('failed', forget);
      shown.add(notification);
      const [oldest] = shown;
      if (shown.size > most && oldest) shown.delete(oldest);
      notification.show();
    },
    openScreen: (screen) => main.showThere(screen),
  };
}
