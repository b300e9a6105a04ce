import * as v from 'valibot';
import { UpdateFailure } from '../../core/ports/package-updates';
import { isSigned } from './signature';
import { isNewer, plainVersion } from './version';

/** No list, signature or package is larger, in bytes, whatever a server sends. */
export const caps = { list: 64 * 1024, signature: 1024, package: 400_000_000 } as const;

const day = 24 * 60 * 60_000;
/** A list that holds for longer would be as good as one that holds for ever. */
const longest = 400 * day;
/** A clock that differs by less is no news. */
const tolerance = day;

const instant = v.pipe(v.string(), v.isoTimestamp());

const listed = v.pipe(
  v.object({
    /** The file's name, without a folder. */
    url: v.pipe(v.string(), v.maxLength(120), v.regex(/^[A-Za-z0-9][\w.+-]*$/)),
    /** Base64. */
    sha512: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/)),
    size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(caps.package)),
  }),
  v.transform(({ url, sha512, size }) => ({ name: url, sha512, size })),
);

/** One package of a version. */
export type ListedPackage = v.InferOutput<typeof listed>;

/**
 * What a version consists of, as scripts/packaging/sign-feed.mjs writes it. It says whose list it is and which one, so that a signature of the same key under
 * something else is none of ours; and until when it holds, so that nobody can go on showing an old one.
 */
const updateList = v.object({
  product: v.literal('latchkey'),
  /** The list's own file name: one for each system and processor. */
  list: v.string(),
  version: v.pipe(v.string(), v.regex(plainVersion)),
  date: instant,
  expires: instant,
  files: v.pipe(v.array(listed), v.minLength(1), v.maxLength(10)),
});

export type UpdateList = v.InferOutput<typeof updateList>;

/** The newest of what was ever signed and seen: nothing that is older counts any more. */
export type SeenList = Pick<UpdateList, 'version' | 'date'>;

/** What a server gave, and what is known here. */
export interface Given {
  readonly list: Buffer;
  readonly signature: string;
  readonly publicKey: string;
  /** The name that the list was asked for by. */
  readonly name: string;
  readonly seen: SeenList | null;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The server's own clock, where it told; epoch milliseconds. */
  readonly serverNow: number | null;
}

/**
 * The list, when it is signed, ours, the one that was asked for, in force, and no older than the newest one seen.
 *
 * @throws UpdateFailure `not-genuine`, `outdated`, `expired`, `clock-wrong`
 */
export function provenList({ list, signature, publicKey, name, seen, now, serverNow }: Given): UpdateList {
  if (!isSigned(list, signature, publicKey)) throw new UpdateFailure('not-genuine');
  const read = parsed(list);
  if (read?.list !== name) throw new UpdateFailure('not-genuine');
  const [from, until] = [Date.parse(read.date), Date.parse(read.expires)];
  if (!(from < until && until - from <= longest)) throw new UpdateFailure('not-genuine');
  if (isOlder(read, seen)) throw new UpdateFailure('outdated');
  // The date is signed: nobody signs in the future.
  if (from > now + tolerance) throw new UpdateFailure('clock-wrong');
  if (until <= now) {
    // The server's clock is not signed, and only chooses the sentence: the list is refused either way.
    throw new UpdateFailure(serverNow !== null && serverNow < until ? 'clock-wrong' : 'expired');
  }
  return read;
}

function parsed(list: Buffer): UpdateList | null {
  try {
    const read = v.safeParse(updateList, JSON.parse(list.toString('utf8')));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** A version that goes back, or the same one signed at an earlier time. */
function isOlder(list: UpdateList, seen: SeenList | null): boolean {
  if (seen === null) return false;
  return isNewer(seen.version, list.version) || Date.parse(list.date) < Date.parse(seen.date);
}
