import { limits } from '#contract/limits';
import type { FileLook } from '../../ports/files/files';
import type { Sealer } from '../../ports/sealing/sealer';
import { backupTime, keyName } from '../content/file-names';
import { awaitedName, isCalledSealed, isOwnName, likeOurs } from './names-like-ours';
import type { Shelf } from './shelf';

/** The sealed files of a folder, by what they hold and not by what they are called. The best come first. */
export interface Found {
  /** By passphrase, and called like a key: one is tried after the other. */
  readonly keys: readonly string[];
  /** Whatever opens by a key, and what is called like a backup although it does not look like one any more. */
  readonly backups: readonly string[];
  /** By passphrase, and no key by name. */
  readonly kits: readonly string[];
  /** Called like ours and empty: a cloud has not brought them yet. */
  readonly away: readonly string[];
  /** Sealed files that are too many, and files that were not looked at. */
  readonly unopened: number;
}

interface Looked {
  readonly name: string;
  readonly look: FileLook | null;
  /** Null for what does not begin like an age file. */
  readonly lock: 'passphrase' | 'key' | null;
}

/**
 * Looks for sealed files: first those that Latchkey named, then those called like them, then all others, the newest
 * first. A folder may be full of other things, so that only so many are looked at, and few bytes of each are read.
 *
 * @param now epoch milliseconds; a name with a time beyond it comes after the others
 * @throws AppError as Shelf.names
 */
export async function findSealed(sealer: Sealer, shelf: Shelf, now: number): Promise<Found> {
  const names = [...(await shelf.names())].sort(byName(now));
  const awaited = names.flatMap((name) => awaitedName(name) ?? []).filter((name) => likeOurs(name) !== null);
  const looked: Looked[] = [];
  for (const name of names.slice(0, limits.filesLookedAt)) {
    const look = await shelf.look(name).catch(() => null);
    looked.push({ name, look, lock: look && sealer.lockAtStart(look.start) });
  }
  const others = looked.filter(({ name }) => awaitedName(name) === null).sort(byAge);
  const away = others.filter(isAway).map(({ name }) => name);
  const here = others.filter((one) => !isAway(one));
  const sealed = here.filter((one) => one.lock !== null || isCandidate(one));
  const keys = sealed.filter(isKey).map(({ name }) => name);
  const rest = sealed.filter((one) => !isKey(one));
  const kits = rest.filter(({ lock }) => lock === 'passphrase').map(({ name }) => name);
  const backups = rest.filter(({ lock }) => lock !== 'passphrase').map(({ name }) => name);
  return {
    keys: keys.slice(0, limits.keysTried),
    backups: backups.slice(0, limits.sealedFiles),
    kits,
    away: [...away, ...awaited],
    unopened:
      Math.max(0, backups.length - limits.sealedFiles) + Math.max(0, names.length - limits.filesLookedAt),
  };
}

/** Own names first, then those like them, then what ends like a sealed file. */
const rankOf = (name: string): number => {
  if (isOwnName(name)) return name === keyName ? 0 : 1;
  if (likeOurs(name) !== null) return 2;
  return isCalledSealed(name) ? 3 : 4;
};

const byName =
  (now: number) =>
  (one: string, other: string): number => {
    const dayAhead = 24 * 60 * 60 * 1000;
    const isFuture = (name: string): number => Number((backupTime(name) ?? 0) > now + dayAhead);
    const rank = rankOf(one) - rankOf(other) || isFuture(one) - isFuture(other);
    return rank || (one < other ? 1 : -1);
  };

/** What Latchkey named stays in the order of its names: they hold a time that no copying changes. */
function byAge(one: Looked, other: Looked): number {
  const ranks = [rankOf(one.name), rankOf(other.name)] as const;
  if (ranks[0] !== ranks[1]) return ranks[0] - ranks[1];
  return isOwnName(one.name) ? 0 : (other.look?.modifiedAt ?? 0) - (one.look?.modifiedAt ?? 0);
}

/** Empty, or all zeros, which is how some clouds leave a file until it is asked for. */
const isAway = ({ name, look }: Looked): boolean =>
  look !== null &&
  (likeOurs(name) !== null || isCalledSealed(name)) &&
  (look.size === 0 || (look.start.length > 0 && look.start.every((byte) => byte === 0)));

/** It is called so, and whether it is one shows when it is opened. */
const isCandidate = ({ name, look }: Looked): boolean =>
  look === null ? isOwnName(name) : likeOurs(name) === 'backup' || name === keyName;

const isKey = ({ name, lock }: Looked): boolean =>
  likeOurs(name) === 'key' && (lock !== 'key' || name === keyName);
