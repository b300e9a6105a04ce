import { powerMonitor } from 'electron';
import { followScreenLock } from './bus/follow-screen-lock';
import { IdleWatch } from './idle-watch';

/**
 * Watches for the moments at which nobody is at the computer any more: nothing was touched for a while, it goes to
 * sleep, or the screen is locked.
 *
 * @param idle is asked for the seconds after which nobody is there; 0 for never
 * @param gone is told at each of these moments, more than once for one of them perhaps
 * @returns `begin`, to be called when somebody is there or the time is another one, and what ends the watch
 */
export function watchForAbsence(
  idle: () => number,
  gone: () => void,
): { readonly begin: () => void; readonly end: () => void } {
  const watch = new IdleWatch(() => powerMonitor.getSystemIdleTime(), idle, gone);
  powerMonitor.on('suspend', gone);
  // Timers stand still while the computer sleeps.
  powerMonitor.on('resume', () => watch.look());
  let endFollowing = (): void => undefined;
  if (process.platform === 'linux') endFollowing = followScreenLock(process.env, gone);
  else powerMonitor.on('lock-screen', gone);
  watch.begin();
  return {
    begin: () => watch.begin(),
    end() {
      endFollowing();
      watch.end();
    },
  };
}
