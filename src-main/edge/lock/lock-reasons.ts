import { powerMonitor } from 'electron';
import type { LockNotices } from '#contract/lock';
import { followScreenLock } from '../bus/follow-screen-lock';
import { IdleWatch } from './idle-watch';
import { watchOwnUse } from './own-use';

interface Parts {
  /** Is asked for the seconds after which nobody is there; 0 for never. */
  readonly idle: () => number;
  /** Is told at each of these moments, more than once for one of them perhaps. */
  readonly gone: () => void;
  /** Is told which of them can be noticed. */
  readonly found: (notices: Partial<LockNotices>) => void;
}

/**
 * Watches for the moments at which nobody is at the computer any more: nothing was touched for a while, it goes to
 * sleep, or the screen is locked.
 *
 * @returns `begin`, to be called when somebody is there or the time is another one, and what ends the watch
 */
export function watchForAbsence({ idle, gone, found }: Parts): {
  readonly begin: () => void;
  readonly end: () => void;
} {
  const watch = new IdleWatch({
    systemIdle: () => powerMonitor.getSystemIdleTime(),
    ownIdle: watchOwnUse(),
    limit: idle,
    left: gone,
    counts: (by) => found({ idle: by }),
  });
  powerMonitor.on('suspend', gone);
  // Timers stand still while the computer sleeps.
  powerMonitor.on('resume', () => watch.look());
  let endFollowing = (): void => undefined;
  if (process.platform === 'linux') {
    endFollowing = followScreenLock(process.env, {
      locked: gone,
      screen: (screen) => found({ screen }),
      sleep: (sleep) => found({ sleep }),
    });
  } else {
    powerMonitor.on('lock-screen', gone);
    found({ screen: 'followed', sleep: 'followed' });
  }
  watch.begin();
  return {
    begin: () => watch.begin(),
    end() {
      endFollowing();
      watch.end();
    },
  };
}
