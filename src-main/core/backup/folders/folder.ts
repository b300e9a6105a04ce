import { AppError, type ErrorCode } from '#contract/errors';
import type { FolderHealth } from '#contract/backups';
import {
  FileFailure,
  type FileFailureKind,
  type FilePlace,
  type Files,
  type WrittenOver,
} from '../../ports/files/files';
import { sameBytes } from '../../records/same-bytes';
import { TooLongToSeal } from '../../ports/sealing/sealer';
import { backupsIn, keyName } from '../content/file-names';

/** What is wrong in a folder, as it was found last. */
export type Trouble = Exclude<FolderHealth, 'current' | 'stale'>;

/** How a folder that cannot be used is told. */
export const folderCodes: Partial<Record<FileFailureKind, ErrorCode>> = {
  gone: 'backup-folder-gone',
  'not-allowed': 'backup-folder-not-writable',
  full: 'backup-folder-full',
};
const readCodes = { ...folderCodes, 'too-large': 'file-too-large' as const };

const troubles: Partial<Record<ErrorCode, Trouble>> = {
  'backup-folder-gone': 'folder-gone',
  'backup-folder-not-writable': 'not-writable',
  'backup-folder-full': 'full',
  'backup-key-other': 'other-key',
  'backup-key-changed': 'other-key',
};

/** How a failed touch of a folder is told in its health. */
export const troubleOf = (error: unknown): Trouble =>
  (error instanceof AppError ? troubles[error.code] : undefined) ?? 'failed';

/** How a failed write is told: by what is wrong with the folder, or as a backup that was not written. */
export function writeError(error: unknown): AppError {
  if (error instanceof TooLongToSeal) return new AppError('too-much-to-seal');
  return error instanceof AppError && troubles[error.code] ? error : new AppError('backup-not-written');
}

/**
 * A folder with backups. It is never made: where a drive is unplugged, its mount point would be filled instead.
 *
 * Everything throws AppError `backup-folder-gone`, `backup-folder-not-writable` or `backup-folder-full`, and what else
 * is said beside it.
 */
export class BackupFolder {
  readonly #files: Files;
  readonly #path: string;

  constructor(files: Files, path: string) {
    this.#files = files;
    this.#path = path;
  }

  /** @throws AppError `file-unreadable` */
  names(): Promise<readonly string[]> {
    return this.#files.list(this.#path).catch(refused(folderCodes, 'file-unreadable'));
  }

  /** Null when there is no such file. @throws AppError `file-too-large`, `file-unreadable` */
  read(name: string): Promise<Uint8Array | null> {
    return this.#files.read(this.#place(name)).catch(refused(readCodes, 'file-unreadable'));
  }

  /** The sealed key; null when there is none. @throws as `read` */
  key(): Promise<Uint8Array | null> {
    return this.read(keyName);
  }

  /**
   * Writes a file in the place of one with a certain content, and reads it back. What came back otherwise is removed again.
   * Gives false, with nothing done, where the file there is another one.
   *
   * @throws AppError `backup-not-written`
   */
  replace(name: string, old: Uint8Array, content: Uint8Array): Promise<boolean> {
    return this.#put(name, content, { holding: old });
  }

  /**
   * As `replace`, and writes over nothing. Gives false, with nothing done, where anything has that name: a file, a folder, a
   * link.
   *
   * @throws AppError `backup-not-written`
   */
  putNew(name: string, content: Uint8Array): Promise<boolean> {
    return this.#put(name, content, 'nothing');
  }

  async #put(name: string, content: Uint8Array, over: WrittenOver): Promise<boolean> {
    try {
      await this.#files.write(this.#place(name), content, over);
    } catch (error) {
      if (error instanceof FileFailure && error.kind === 'taken') return false;
      return refused(folderCodes, 'backup-not-written')(error);
    }
    await this.#prove(name, content);
    return true;
  }

  /**
   * Looks for a backup that was just written the way a restore does. One that it would not find is removed again.
   *
   * @throws AppError `backup-not-written`; as `names`
   */
  async proveListed(name: string): Promise<void> {
    if (backupsIn(await this.names()).includes(name)) return;
    await this.remove(name).catch(() => undefined);
    throw new AppError('backup-not-written');
  }

  async #prove(name: string, content: Uint8Array): Promise<void> {
    try {
      if (!sameBytes(await this.read(name), content)) throw new AppError('backup-not-written');
    } catch (error) {
      await this.remove(name).catch(() => undefined);
      throw error;
    }
  }

  /** Its absence is no failure. @throws AppError `backup-not-written` */
  remove(name: string): Promise<void> {
    return this.#files.remove(this.#place(name)).catch(refused(folderCodes, 'backup-not-written'));
  }

  #place(name: string): FilePlace {
    return { folder: this.#path, name };
  }
}

const refused =
  (codes: Partial<Record<FileFailureKind, ErrorCode>>, otherwise: ErrorCode) =>
  (error: unknown): never => {
    throw new AppError((error instanceof FileFailure ? codes[error.kind] : undefined) ?? otherwise);
  };
