import type { LockNotices, Watch } from '#contract/lock';
import type { Moment } from '#words/settings/lock-settings';

/** What Latchkey cannot notice. `lost`: it was noticed before, and will be again perhaps. */
interface Unnoticed {
  readonly why: 'lost' | 'silent' | 'idle';
  readonly moments: readonly Moment[];
}

/** What is not known yet, in the first moments, is not denied. */
const isNoticed = (watch: Watch): boolean => watch === 'followed' || watch === 'unknown';

/** What locks Latchkey beside the time that was chosen, as far as it can be noticed here. */
export const lockingMoments = ({ screen, sleep }: LockNotices): Moment[] => [
  ...(isNoticed(sleep) ? (['sleep'] as const) : []),
  ...(isNoticed(screen) ? (['screen'] as const) : []),
];

/** What Latchkey cannot notice on this desktop at the moment; none where it notices all. */
export function unnoticed({ screen, sleep, idle }: LockNotices): Unnoticed[] {
  const those = (why: 'lost' | 'silent'): Unnoticed => ({
    why,
    moments: [
      ...(screen === why ? (['screen'] as const) : []),
      ...(sleep === why ? (['sleep'] as const) : []),
    ],
  });
  return [
    ...[those('lost'), those('silent')].filter(({ moments }) => moments.length > 0),
    ...(idle === 'system' ? [] : [{ why: 'idle', moments: [] } as const]),
  ];
}

/** The times to choose from, in seconds; 0 stands for never. */
const usualTimes = [60, 300, 900, 1800, 3600, 0];

/** The times to choose from, in seconds, with the one that holds now, wherever it came from; null while none is known. */
export const lockTimes = (afterIdle: number | null): number[] =>
  afterIdle === null || usualTimes.includes(afterIdle) ? usualTimes : [afterIdle, ...usualTimes];
