import { backupTime } from './backup-names';

/**
 * Which backups are too many. The newest stays, and the one that was last checked; of the others goes the one that is
 * closest in time to the next newer, so that a burst of changes does not push all older versions out.
 *
 * @param files of one folder, in any order
 * @param keep how many may stay
 */
export function surplus(files: readonly string[], checked: string | null, keep: number): string[] {
  const left = [...files].sort();
  const gone: string[] = [];
  while (left.length > keep) {
    const candidates = left.slice(0, -1).filter((name) => name !== checked);
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
