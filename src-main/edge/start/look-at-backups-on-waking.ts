import { app, powerMonitor } from 'electron';
import type { App } from '../../core/app';

/** Has the backup folders looked at when the computer wakes up: timers stood still, and drives came and went. */
export function lookAtBackupsOnWaking(latchkey: App): void {
  const wake = (): void => latchkey.wake();
  powerMonitor.on('resume', wake);
  app.once('will-quit', () => powerMonitor.off('resume', wake));
}
