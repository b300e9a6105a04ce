import { app } from 'electron';
import type { App } from '../../core/app';
import { watchForAbsence } from './lock-reasons';

/** Locks Latchkey when nobody is at the computer any more. Costs a start nothing when called after it. */
export function lockByItself(latchkey: App): void {
  let known = latchkey.snapshot().lock;
  /** What is locked already needs no watching, and says no time. */
  const idle = (): number => known.afterIdle ?? 0;
  const { begin, end } = watchForAbsence({
    idle,
    gone: () => void latchkey.lock(),
    found: (notices) => latchkey.foundLockNotices(notices),
  });
  latchkey.onSnapshot(({ lock }) => {
    const before = known;
    known = lock;
    if (lock.locked !== before.locked || lock.afterIdle !== before.afterIdle) begin();
  });
  app.once('will-quit', end);
}
