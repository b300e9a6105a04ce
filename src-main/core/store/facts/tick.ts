/**
 * The logical time of a fact, and who made it: it orders what was seen before what came after, whatever clocks say.
 * It is never shown as a time: what is shown is an `at` of a fact.
 */
export type Tick = readonly [time: number, computer: string];

/** A time above this is none: whatever comes after it could not be counted. */
export const lastTime = 2 ** 52;

/** The computer of facts that come out of an old vault or a backup: nobody's, so that all make the same ones. */
export const nobody = '0'.repeat(16);

/** What has seen ticks: a store. */
interface HasSeen {
  /** The largest time of them. */
  readonly time: number;
}

/** Who changes something, and when by the clock there. */
export interface Actor {
  /** 16 hexadecimal digits. Nothing is lost where two computers have the same. */
  readonly computer: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Orders ticks: below zero where the first is the earlier. */
export const compareTicks = (one: Tick, other: Tick): number =>
  one[0] - other[0] || compareTexts(one[1], other[1]);

/** Orders texts by their UTF-16 units, which is the same on every computer. */
export const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The tick of a change: later than everything that the store has seen, and not before the clock. */
export const nextTick = (store: HasSeen, { computer, now }: Actor): Tick => [
  Math.min(lastTime, Math.max(Math.floor(now), store.time + 1)),
  computer,
];

/** Ticks of several changes that are made at once, one after the other. */
export function ticksOf(store: HasSeen, actor: Actor): () => Tick {
  let { time } = store;
  return () => {
    const tick = nextTick({ time }, actor);
    [time] = tick;
    return tick;
  };
}
