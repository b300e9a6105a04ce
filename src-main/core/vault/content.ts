import type { Random } from '../ports/random';
import { changedEntries } from '../store/facts/changed-entries';
import { backedUpOf } from '../store/view/backed-up-of';
import type { Entry } from '../store/view/entry';
import { entryOf } from '../store/view/view';
import type { Store } from '../store/facts/store';
import type { Local } from './local';
import type { VaultContents } from './vault-contents';

/** What is to be kept, with another stamp where backups would hold something else than before. */
export const stamped = (before: VaultContents, after: VaultContents, random: Random): VaultContents =>
  isOtherContent(before, after)
    ? { ...after, local: { ...after.local, contentStamp: random.hex(8) } }
    : after;

/**
 * Whether a backup of one would hold something else than a backup of the other. No proof, countdown or session counts,
 * and it costs what differs.
 */
const isOtherContent = (before: VaultContents, after: VaultContents): boolean =>
  isOtherPractice(before.local, after.local) ||
  entriesOf(before.store, after.store).some(([one, other]) => written(one) !== written(other));

/** The entries that differ, as they were and as they are. */
export const entriesOf = (
  before: Store,
  after: Store,
): (readonly [before: Entry | null, after: Entry | null])[] =>
  before === after
    ? []
    : changedEntries(before, after).map((id) => [entryOf(before, id), entryOf(after, id)] as const);

const written = (entry: Entry | null): string => JSON.stringify(entry && backedUpOf(entry));

/** The practice service's accounts lie on one computer, and backups name them. */
function isOtherPractice({ accounts: before }: Local, { accounts: after }: Local): boolean {
  return before !== after && namesOf(before) !== namesOf(after);
}

const namesOf = (accounts: Local['accounts']): string =>
  JSON.stringify(accounts.flatMap(({ id, practice }) => (practice ? [[id, practice.label]] : [])));
