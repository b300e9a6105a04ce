import { connectToBus, type Listener } from './connection';

/** Milliseconds before the next try, after the first failure and at most. */
const pauses = { first: 1_000, longest: 60_000 } as const;

/**
 * Listens to a message bus, and to the next one in its place when it goes: at first after a second, then after pauses
 * that grow to a minute for as long as no bus stays.
 *
 * @param place the bus's socket; null where there is none, and none will come
 * @param listener is told of each bus that comes and goes; `gone` after each try that failed, too
 * @returns what ends it; nothing is told afterwards
 */
export function listenToBus(place: string | null, listener: Listener): () => void {
  if (place === null) {
    listener.gone();
    return () => undefined;
  }
  let pause: number = pauses.first;
  let openedAt = Infinity;
  let next: NodeJS.Timeout | undefined;
  let end = (): void => undefined;

  const begin = (): void => {
    openedAt = Infinity;
    end = connectToBus(place, {
      ...listener,
      opened(bus) {
        openedAt = performance.now();
        listener.opened(bus);
      },
      gone() {
        if (performance.now() - openedAt >= pauses.longest) pause = pauses.first;
        next = setTimeout(begin, pause);
        pause = Math.min(2 * pause, pauses.longest);
        listener.gone();
      },
    });
  };
  begin();
  return () => {
    clearTimeout(next);
    end();
  };
}
