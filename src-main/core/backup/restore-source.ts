import { AppError, type ErrorCode } from '#contract/errors';
import type { RestoreSource } from '#contract/backups';
import { OpenFailure, type OpenFailureKind, type Sealer } from '../sealing-ports';
import { backupsIn, backupTime, keyName } from './backup-names';
import type { Shelf } from './shelf';

/** What was chosen to restore from. */
export interface Chosen {
  readonly source: RestoreSource;
  /** The file, or the backups of a folder, newest first; null for one that has gone meanwhile. */
  readonly files: readonly { readonly name: string; readonly read: () => Promise<Uint8Array | null> }[];
  /** The key beside them, sealed by a passphrase. */
  readonly sealedKey: Uint8Array | null;
}

const openCodes: Record<OpenFailureKind, ErrorCode> = {
  'wrong-key': 'file-wrong-key',
  damaged: 'file-damaged',
  'not-sealed': 'file-not-sealed',
  'too-large': 'file-too-large',
  'too-costly': 'file-too-costly',
};

/** How a file that did not open is told; anything else stays what it is. */
export const openError = (error: unknown): unknown =>
  error instanceof OpenFailure ? new AppError(openCodes[error.kind]) : error;

/**
 * A single file. A backup opens by the key beside it; the key itself stands for its whole folder.
 *
 * @throws AppError `file-unreadable`, `file-too-large`, `file-not-sealed`, `file-damaged`, `backup-key-damaged`; as
 * chooseFolder for a key
 */
export async function chooseFile(sealer: Sealer, shelf: Shelf, name: string): Promise<Chosen> {
  if (name === keyName) return chooseFolder(sealer, shelf);
  const sealed = await shelf.read(name);
  if (!sealed) throw new AppError('file-unreadable');
  const lock = await sealer.lockOf(sealed).catch((error: unknown) => {
    throw openError(error);
  });
  const files = [{ name, read: () => Promise.resolve(sealed) }];
  if (lock === 'passphrase') {
    return { source: { kind: 'kit', name, opensWith: 'passphrase' }, files, sealedKey: null };
  }
  const sealedKey = await readKey(shelf);
  if (sealedKey) return { source: { kind: 'backup', name, opensWith: 'passphrase' }, files, sealedKey };
  const kind = backupTime(name) === null ? 'kit' : 'backup';
  return { source: { kind, name, opensWith: 'key' }, files, sealedKey };
}

/**
 * A folder with backups, or with a single kit.
 *
 * @throws AppError `folder-without-backups`, `backup-key-alone`, `backup-key-missing`, `backup-key-damaged`,
 * `backup-folder-gone`; as chooseFile for a kit
 */
export async function chooseFolder(sealer: Sealer, shelf: Shelf): Promise<Chosen> {
  const names = await shelf.names();
  const backups = backupsIn(names);
  const [newest] = backups;
  if (newest === undefined) {
    const [kit, ...others] = names.filter((name) => name.endsWith('.age') && name !== keyName);
    if (kit === undefined && names.includes(keyName)) throw new AppError('backup-key-alone');
    if (kit === undefined || others.length > 0) throw new AppError('folder-without-backups');
    return chooseFile(sealer, shelf, kit);
  }
  const sealedKey = await readKey(shelf);
  if (!sealedKey) throw new AppError('backup-key-missing');
  return {
    source: { kind: 'backup', name: newest, opensWith: 'passphrase' },
    files: backups.map((name) => ({ name, read: () => shelf.read(name) })),
    sealedKey,
  };
}

const readKey = (shelf: Shelf): Promise<Uint8Array | null> =>
  shelf.read(keyName).catch(() => {
    throw new AppError('backup-key-damaged');
  });
