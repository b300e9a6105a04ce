import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { entryRecord } from '../records/backed-up';
import type { CodeSet } from '../records/code-set';
import { textBytes } from '../records/text-bytes';
import { backedUpOf } from '../store/view/backed-up-of';
import type { Store } from '../store/facts/store';
import type { Entry } from '../store/view/entry';
import { entryOf, viewOf } from '../store/view/view';
import { entriesOf } from './content';
import { isTooFull } from '../records/too-full';
import { bytesOfContents, type VaultContents } from './vault-contents';

/** Bytes that only used codes, counters and removals may take: whoever signs in must never be told that there is no room. */
const reserve = 64 * 1024;
/** What a backup or a kit says of itself. */
const headRoom = 512;
/** What a set takes in the vault and in a backup beside its codes. */
const setRoom = 1024;

/**
 * Refuses a change after which the vault, or what a backup or kit of it would hold, is too long to be sealed, so that
 * whatever is in the vault fits into a backup and a kit. What takes no more than before is always allowed, and what only
 * says how codes were used, or what this computer alone has, goes into a room that is kept for it.
 *
 * @throws AppError `vault-full`
 */
export function assertRoom(before: VaultContents, after: VaultContents): void {
  if (before === after) return;
  // No file that holds more would be read again.
  if (weightOf(after.store).isOverfull && !weightOf(before.store).isOverfull)
    throw new AppError('vault-full');
  if (entriesOf(before.store, after.store).some(isTooLong)) throw new AppError('vault-full');
  const bytes = bytesOf(after);
  if (bytes <= limits.sealedText - reserve) return;
  const isMark = bytes <= limits.sealedText && onlyMarks(before, after);
  if (!isMark && bytes > bytesOf(before)) throw new AppError('vault-full');
}

/**
 * Refuses to have new codes made for an account where a set like its current one would find no room afterwards.
 *
 * @throws AppError `vault-full`
 */
export function assertRoomForNewSet(contents: VaultContents, id: string): void {
  const [current] = entryOf(contents.store, id)?.ledger.sets ?? [];
  if (!current) return;
  const more = 2 * textBytes(JSON.stringify(current)) + setRoom;
  if (bytesOf(contents) + more > limits.sealedText - reserve) throw new AppError('vault-full');
}

/** Whether a set has become longer than any that a backup is read with. */
const isTooLong = ([before, after]: readonly [Entry | null, Entry | null]): boolean =>
  longest(after) > limits.codesInSet && longest(after) > longest(before);

const longest = (entry: Entry | null): number =>
  Math.max(0, ...(entry?.ledger.sets ?? []).map(({ codes }) => codes.length));

/** The longer of what the vault takes and what a backup takes, where it is written without blanks. */
const bytesOf = (contents: VaultContents): number =>
  Math.max(bytesOfContents(contents), weightOf(contents.store).bytes);

/** What a backup of a store takes, and whether it holds more than one is read with. */
interface Weight {
  readonly bytes: number;
  readonly isOverfull: boolean;
}

/** A store is never changed, but replaced by another: what this computer alone has changes far more often. */
const weights = new WeakMap<Store, Weight>();

function weightOf(store: Store): Weight {
  const known = weights.get(store);
  if (known) return known;
  const entries = viewOf(store);
  const weight = {
    bytes: entries.reduce((sum, entry) => sum + writtenBytes(entry), headRoom),
    isOverfull: isTooFull(entries.map(backedUpOf)),
  };
  weights.set(store, weight);
  return weight;
}

/** An entry is never changed, either. */
const sizes = new WeakMap<Entry, number>();

function writtenBytes(entry: Entry): number {
  const bytes = sizes.get(entry) ?? textBytes(JSON.stringify(entryRecord.write(backedUpOf(entry)))) + 1;
  sizes.set(entry, bytes);
  return bytes;
}

/** Whether nothing differs that backups hold but how codes were used, and when. */
const onlyMarks = (before: VaultContents, after: VaultContents): boolean =>
  entriesOf(before.store, after.store).every(([one, other]) => bare(one) === bare(other));

const bare = (entry: Entry | null): string =>
  JSON.stringify(entry && { ...backedUpOf(entry), sets: entry.ledger.sets.map(withoutMarks) });

const withoutMarks = (set: CodeSet): CodeSet => ({
  ...set,
  codes: set.codes.map((code) => ({ ...code, state: 'unused', at: null })),
});
