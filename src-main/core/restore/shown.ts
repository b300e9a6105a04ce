import type { ShownEntry } from '#contract/shown-entry';
import type { Kept } from '../records/backed-up';

/** What a person may read of an entry before anything is restored. What makes its one-time codes is only counted. */
export const shownOf = ({ user, note, authenticators, sets }: Kept): ShownEntry => ({
  user,
  note,
  authenticators: authenticators.length,
  sets: sets.map(({ name, fetchedAt, replacedAt, codes }, place) => ({
    name,
    fetchedAt,
    replacedAt: place === 0 ? null : replacedAt,
    codes: [...codes],
  })),
});
