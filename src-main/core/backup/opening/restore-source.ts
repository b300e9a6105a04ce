import { AppError, type ErrorCode } from '#contract/errors';
import type { RestoreSource } from '#contract/backups';
import { limits } from '#contract/limits';
import { sameBytes } from '../../records/same-bytes';
import { OpenFailure, type OpenFailureKind } from '../../ports/sealing/open-failure';
import type { Sealer } from '../../ports/sealing/sealer';
import { backupTime, keyName } from '../content/file-names';
import { findSealed, type Found } from './find-sealed';
import { likeOurs } from './names-like-ours';
import type { Shelf } from './shelf';

/** What was chosen to restore from. */
export interface Chosen {
  readonly source: RestoreSource;
  /** The file, or the sealed files of a folder, the best first; null for one that has gone meanwhile. */
  readonly files: readonly { readonly name: string; readonly read: () => Promise<Uint8Array | null> }[];
  /** The keys beside them, sealed by a passphrase: one, unless a folder was synced in two ways. */
  readonly sealedKeys: readonly Uint8Array[];
  /** Age identities of this computer that open something of it; see withKeysAtHand. */
  readonly identities: readonly string[];
  /** Files that a cloud has not brought yet. */
  readonly away: readonly string[];
  /** How many files of the folder were not looked into. */
  readonly unopened: number;
}

const openCodes: Record<OpenFailureKind, ErrorCode> = {
  'wrong-key': 'file-wrong-key',
  damaged: 'file-damaged',
  'not-sealed': 'file-not-sealed',
  'too-large': 'file-too-large',
  'too-costly': 'file-too-costly',
};

/** How a file that did not open is told; anything else stays what it is. */
const openError = (error: unknown): unknown =>
  error instanceof OpenFailure ? new AppError(openCodes[error.kind]) : error;

/**
 * A single file. A backup opens by a key beside it; a key itself stands for its whole folder.
 *
 * @param now epoch milliseconds
 * @throws AppError `file-unreadable`, `file-too-large`, `file-not-sealed`, `file-damaged`, `file-not-downloaded`,
 * `backup-key-damaged`; as chooseFolder for a key
 */
export async function chooseFile(sealer: Sealer, shelf: Shelf, name: string, now: number): Promise<Chosen> {
  if (name === keyName) return chooseFolder(sealer, shelf, now);
  const sealed = await shelf.read(name);
  if (!sealed) throw new AppError('file-unreadable');
  if (sealed.every((byte) => byte === 0)) throw new AppError('file-not-downloaded');
  const lock = await sealer.lockOf(sealed).catch((error: unknown) => {
    throw openError(error);
  });
  if (lock === 'passphrase' && likeOurs(name) === 'key') return chooseFolder(sealer, shelf, now, sealed);
  const alone = {
    files: [{ name, read: () => Promise.resolve(sealed) }],
    away: [],
    identities: [],
    unopened: 0,
  };
  if (lock === 'passphrase') {
    return { source: { kind: kindOf(name, false), name, opensWith: 'passphrase' }, sealedKeys: [], ...alone };
  }
  const sealedKeys = await readKeys(shelf, (await findSealed(sealer, shelf, now)).keys);
  const opensWith = sealedKeys.length > 0 ? ('passphrase' as const) : ('key' as const);
  return { source: { kind: kindOf(name, sealedKeys.length > 0), name, opensWith }, sealedKeys, ...alone };
}

/** What a single file is, as far as its name and a key beside it tell. */
function kindOf(name: string, hasKey: boolean): RestoreSource['kind'] {
  if (likeOurs(name) === 'vault') return 'vault';
  return hasKey || backupTime(name) !== null || likeOurs(name) === 'backup' ? 'backup' : 'kit';
}

/**
 * A folder with backups, with vaults, or with a single kit.
 *
 * @param now epoch milliseconds
 * @param first a key of it that was chosen: it is tried before the others
 * @throws AppError `folder-without-backups`, `backup-key-alone`, `backup-key-missing`, `backup-key-damaged`,
 * `file-not-downloaded`, `backup-folder-gone`; as chooseFile for a kit
 */
export async function chooseFolder(
  sealer: Sealer,
  shelf: Shelf,
  now: number,
  first?: Uint8Array,
): Promise<Chosen> {
  const found = await findSealed(sealer, shelf, now);
  const { keys, backups, away, unopened } = found;
  const [newest] = backups;
  const hasKey = keys.length > 0 || first !== undefined;
  // What opens by a key, and has none, is another program's where nothing says that it is ours.
  const isBackup = backups.some((name) => likeOurs(name) === 'backup');
  const vaults = hasKey || isBackup ? [] : backups.filter((name) => likeOurs(name) === 'vault');
  const [vault] = vaults;
  if (newest === undefined || !(hasKey || isBackup || vault)) return chooseKit(sealer, shelf, now, found);
  if (vault !== undefined) {
    return {
      source: { kind: 'vault', name: vault, opensWith: 'key' },
      files: filesOf(shelf, vaults),
      sealedKeys: [],
      identities: [],
      away,
      unopened,
    };
  }
  if (!hasKey) {
    throw new AppError(
      away.some((name) => likeOurs(name) === 'key') ? 'file-not-downloaded' : 'backup-key-missing',
    );
  }
  return {
    source: { kind: kindOf(newest, true), name: newest, opensWith: 'passphrase' },
    files: filesOf(shelf, backups),
    identities: [],
    sealedKeys: distinct([...(first ? [first] : []), ...(await readKeys(shelf, keys))]),
    away,
    unopened,
  };
}

const filesOf = (shelf: Shelf, names: readonly string[]): Chosen['files'] =>
  names.map((name) => ({ name, read: () => shelf.read(name) }));

async function chooseKit(
  sealer: Sealer,
  shelf: Shelf,
  now: number,
  { keys, kits, away }: Found,
): Promise<Chosen> {
  const [kit, ...others] = kits;
  if (kit !== undefined && others.length === 0) {
    return { ...(await chooseFile(sealer, shelf, kit, now)), away };
  }
  if (kit === undefined && away.length > 0) throw new AppError('file-not-downloaded');
  throw new AppError(kit === undefined && keys.length > 0 ? 'backup-key-alone' : 'folder-without-backups');
}

async function readKeys(shelf: Shelf, names: readonly string[]): Promise<Uint8Array[]> {
  const read: Uint8Array[] = [];
  for (const name of names) {
    const sealed = await shelf.read(name).catch(() => null);
    if (sealed) read.push(sealed);
  }
  if (read.length === 0 && names.length > 0) throw new AppError('backup-key-damaged');
  return distinct(read);
}

const distinct = (keys: readonly Uint8Array[]): Uint8Array[] =>
  keys
    .filter((one, place) => keys.findIndex((other) => sameBytes(one, other)) === place)
    .slice(0, limits.keysTried);
