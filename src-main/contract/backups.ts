import * as v from 'valibot';
import { count, id, text, time } from './basics';
import { limits } from './limits';
import { label, setName, shownFileName, typedLabel, words } from './texts';

/**
 * The health of the backups in one folder.
 *
 * - `current`: the newest holds what the vault holds. `stale`: the codes changed since it was written.
 * - `missing`: the folder is there, and the last backup or the key is not. `damaged`: it does not open, or is not there
 *   as it was written.
 * - `folder-gone`: unplugged, renamed or removed. `not-writable`, `full`, `failed`: why the last write came to nothing.
 * - `other-key`: the key in the folder is not the one that this computer put there, so that nothing is written. Another
 *   computer may have changed the passphrase: a check with it tells, and backups go on.
 * - `unproven`: an older version kept the key where anybody could have changed it, and nothing is written before a check.
 */
export const folderHealth = v.picklist([
  'current',
  'stale',
  'missing',
  'damaged',
  'folder-gone',
  'not-writable',
  'full',
  'other-key',
  'unproven',
  'failed',
]);

const folder = v.strictObject({
  id,
  path: text(limits.path),
  health: folderHealth,
  /** Codes or accounts changed since the last backup there, as far as that can be told. */
  behind: v.boolean(),
  /** When this computer last wrote a backup there. */
  writtenAt: v.nullable(time),
  /** When a backup there was last opened with the passphrase and compared. */
  checkedAt: v.nullable(time),
  /** How many backups of this computer are kept there. */
  kept: count,
});

/** The backup folders; null until one is set up. */
export const backups = v.nullable(
  v.strictObject({
    folders: v.array(folder),
    /** From when on a check is worth a reminder: 90 days after the last one. */
    checkDueAt: time,
    writing: v.boolean(),
    /** The vault has no file any more, and had one when it was last backed up: only the backups hold its codes. */
    vaultGone: v.boolean(),
  }),
);

/** What a restore brings of an entry beside its codes, where another or no such thing is here. */
const broughtFields = ['user', 'note', 'tags', 'inDoubt', 'authenticators'] as const;

/** How one ledger in a file compares with what is known here. */
const ledgerDifference = v.strictObject({
  label,
  /** The service's URL; null for codes that are kept by hand. */
  serviceUrl: v.nullable(text(limits.serviceUrl)),
  /** The current set's name, the same as on every screen; empty where there are no codes. */
  setName,
  /** `only-here`: not in the file. `only-there`: not known here. */
  kind: v.picklist(['same', 'differs', 'only-here', 'only-there']),
  /** Codes of the current set in the file, and how many of them are unused; of the one here for `only-here`. */
  codes: count,
  left: count,
  /** Codes of all sets: in the file alone, here alone, and in both with another state or note. */
  codesOnlyThere: count,
  codesOnlyHere: count,
  codesChanged: count,
  /** What else the one in the file has that is not here; empty for one that is in one place only. */
  brings: v.array(v.picklist(broughtFields)),
});

/**
 * What can differ of an entry, of its sets and of its codes: the field, or `sets` where the same codes are put together
 * otherwise. `entryNote` and `setId` stand for fields whose name another one has, too.
 */
const differingFields = [
  ...(['id', 'label', 'serviceUrl', 'tokenPrefix', 'sets'] as const),
  ...(['user', 'entryNote', 'tags', 'pinned', 'archived', 'inDoubt', 'authenticators'] as const),
  ...(['setId', 'name', 'fetchedAt', 'replacedAt'] as const),
  ...(['state', 'at', 'note'] as const),
] as const;

/** What a check says of one ledger: besides the codes, every field in which the backup is not what is here. */
const checkedLedger = v.strictObject({
  ...ledgerDifference.entries,
  differing: v.array(v.picklist(differingFields)),
});

/** What a check of a backup found. */
export const checkOutcome = v.strictObject({
  outcome: v.picklist(['same', 'differs']),
  /** The name of the file that opened. */
  file: shownFileName,
  madeAt: time,
  ledgers: v.array(checkedLedger),
  /** Newer backups in the folder that did not open. */
  damaged: v.array(shownFileName),
});

/** What lies in a folder that was set up, and is not on this computer. */
export const folderHolds = v.strictObject({
  /** Backups that this computer did not write. */
  backups: count,
  /** Entries and codes of them that are not here; null where no passphrase was typed, so that nobody looked. */
  entries: v.nullable(count),
  codes: v.nullable(count),
});

/** What was chosen or dropped to restore from. */
export const restoreSource = v.strictObject({
  kind: v.picklist(['backup', 'kit', 'vault']),
  name: shownFileName,
  /**
   * `key`: it is sealed to an age key, and no key sealed by a passphrase lies beside it. `at-hand`: a key of this computer
   * opens it, and nothing is to be typed; always a vault.
   */
  opensWith: v.picklist(['passphrase', 'key', 'at-hand']),
});

/**
 * Why a file that was found beside others was not taken from.
 *
 * - `damaged`: changed, cut, or not to be read. `other-key`: sealed to a key that is not in the folder.
 * - `newer`: written by a later Latchkey. `not-latchkey`: it opens, and holds something else.
 * - `too-large`, `too-full`: more than Latchkey keeps. `away`: empty here, for a cloud has not brought it yet.
 */
const refusalKinds = [
  'damaged',
  'other-key',
  'newer',
  'not-latchkey',
  'too-large',
  'too-full',
  'away',
] as const;

/** What can be wrong in a file that a person wrote: the field, or `shape` where it is none at all. */
const faultKinds = [
  'id',
  'label',
  'user',
  'tags',
  'pinned',
  'archived',
  'inDoubt',
  'serviceUrl',
  'tokenPrefix',
  'authenticators',
  'authenticator',
  'sets',
  'name',
  'fetchedAt',
  'replacedAt',
  'codes',
  'code',
  'state',
  'at',
  'note',
  'shape',
] as const;

/** Counts from 1 on. */
const place = v.pipe(v.number(), v.integer(), v.minValue(1));

/** A part of a file that is left out, for it is not understood. */
const fault = v.strictObject({
  /** The entry's label; empty where that is at fault. */
  label: typedLabel,
  entry: place,
  /** Null where the whole entry, or the whole set, is meant. */
  set: v.nullable(place),
  code: v.nullable(place),
  /** Null where none of its authenticators is meant. */
  authenticator: v.nullable(place),
  what: v.picklist(faultKinds),
});

/** What is inside, and how it differs from now. The place in `ledgers` names one when it is taken. */
export const restorePreview = v.strictObject({
  /** Of the newest. Null in a file that a person wrote without a time. */
  madeAt: v.nullable(time),
  file: shownFileName,
  /** The newest of each computer, which are joined, newest first. */
  sources: v.array(v.strictObject({ file: shownFileName, madeAt: v.nullable(time) })),
  /** `isOlder`: only a backup that a later one of the same computer has followed holds it. */
  ledgers: v.array(v.strictObject({ ...ledgerDifference.entries, user: words, isOlder: v.boolean() })),
  refused: v.array(v.strictObject({ file: shownFileName, why: v.picklist(refusalKinds) })),
  /** How many more files of the folder were not looked into, for there are too many. */
  unopened: count,
  /** The first of them, and how many there are. */
  faults: v.array(fault),
  faultCount: count,
});

export type BackupsSummary = NonNullable<v.InferOutput<typeof backups>>;
export type FolderSummary = v.InferOutput<typeof folder>;
export type FolderHealth = v.InferOutput<typeof folderHealth>;
export type BroughtField = LedgerDifference['brings'][number];
export type LedgerDifference = v.InferOutput<typeof ledgerDifference>;
export type CheckedLedger = v.InferOutput<typeof checkedLedger>;
export type CheckOutcome = v.InferOutput<typeof checkOutcome>;
export type FolderHolds = v.InferOutput<typeof folderHolds>;
export type RestoreSource = v.InferOutput<typeof restoreSource>;
export type RestoreRefusal = RestorePreview['refused'][number];
export type RefusalKind = RestoreRefusal['why'];
export type FileFault = v.InferOutput<typeof fault>;
export type FaultKind = FileFault['what'];
export type PreviewLedger = RestorePreview['ledgers'][number];
export type RestorePreview = v.InferOutput<typeof restorePreview>;
