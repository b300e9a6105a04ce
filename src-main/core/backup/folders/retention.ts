import { backupTime } from '../content/file-names';

/**
 * Which backups are too many. Of those that may go, it is the one that is closest in time to the next newer, so that a
 * burst of changes does not push all older versions out. One that a wrong clock named after all others goes first.
 *
 * @param files of one folder, in any order
 * @param stay those that never go: the one that was written last, and the one that was last checked
 * @param keep how many may stay
 */
export function surplus(files: readonly string[], stay: readonly string[], keep: number): string[] {
  const left = [...files].sort();
  const gone: string[] = [];
  while (left.length > keep) {
    const candidates = left.filter((name) => !stay.includes(name));
    const [closest] = candidates
      .map((name) => ({ name, gap: gapAfter(left, left.indexOf(name)) }))
      .sort((one, other) => one.gap - other.gap);
    if (!closest) break;
    left.splice(left.indexOf(closest.name), 1);
    gone.push(closest.name);
  }
  return gone;
}

const gapAfter = (names: readonly string[], place: number): number =>
  timeOf(names[place + 1]) - timeOf(names[place]);

const timeOf = (name = ''): number => backupTime(name) ?? 0;
