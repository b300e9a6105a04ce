import { createSubscriber } from 'svelte/reactivity';

/** Just after the whole second, so that a countdown to a whole second never shows a number twice. */
const untilNextTick = (): number => 1020 - (Date.now() % 1000);

/**
 * The one clock of the window. It ticks once a second, only while the document is visible and only while something
 * on the screen still counts: a countdown at zero, or an age past its limit, no longer holds the clock.
 */
export class Clock {
  readonly #subscribe = createSubscriber((update) => {
    let timer: number | undefined;
    const tick = (): void => {
      clearTimeout(timer);
      if (document.hidden) return;
      timer = window.setTimeout(() => {
        update();
        tick();
      }, untilNextTick());
    };
    const seen = (): void => {
      if (!document.hidden) update();
      tick();
    };
    document.addEventListener('visibilitychange', seen);
    tick();
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  });

  /** Whole seconds until a time, 0 when it has passed or there is none. */
  secondsUntil(time: number | null): number {
    if (time === null || time <= Date.now()) return 0;
    this.#subscribe();
    return Math.ceil((time - Date.now()) / 1000);
  }

  /** Whole seconds since a time, null when there is none or it is more than `longest` seconds ago. */
  secondsSince(time: number | null, longest: number): number | null {
    if (time === null) return null;
    const seconds = Math.max(0, Math.floor((Date.now() - time) / 1000));
    if (seconds > longest) return null;
    this.#subscribe();
    return seconds;
  }
}
