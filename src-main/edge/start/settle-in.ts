import type { answer } from '#contract/wire';
import type { App } from '../../core/app';
import { setApplicationMenu } from '../menu/application-menu';
import { lookAtBackupsOnWaking } from './look-at-backups-on-waking';
import { lockByItself } from '../lock/lock-by-itself';
import { runTray } from '../tray/run-tray';
import type { Log } from './log';
import { noteCrashes } from '../windows/window-trouble';
import type { Windows } from '../windows/windows';

interface Parts {
  readonly latchkey: App;
  readonly ask: ReturnType<typeof answer>;
  readonly windows: Windows;
  readonly log: Log;
  /** The folder with the pictures of the tray's icon. */
  readonly pictures: string;
  /** Called when the tray has gone: nobody may be left without a way to Latchkey. */
  readonly comeToSight: () => void;
}

/** Does what no first paint waits for: the menu, the tray, the lock, the shortcut, the notifications, the vault. Never rejects. */
export async function settleIn({ latchkey, ask, windows, log, pictures, comeToSight }: Parts): Promise<void> {
  setApplicationMenu({
    show: (what) => windows.main.showThere(what),
    openQuickVerify: () => windows.quickVerify.show(),
    lock: () => void latchkey.lock(),
  });
  noteCrashes((what) => log.event(what));
  runTray({
    latchkey,
    ask,
    windows,
    pictures,
    onGone: comeToSight,
  });
  lockByItself(latchkey);
  lookAtBackupsOnWaking(latchkey);
  try {
    await latchkey.holdShortcut();
    await latchkey.beginNotifying();
    await latchkey.warmUp();
  } catch (error) {
    log.bug('warmUp', error);
  }
}
