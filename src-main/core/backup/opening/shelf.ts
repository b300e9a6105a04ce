import { AppError } from '#contract/errors';
import { FileFailure, type FileLook, type Files } from '../../ports/files/files';

/** Where files to restore from lie: a folder that was chosen, or what was dropped on the window. */
export interface Shelf {
  /** @throws AppError `backup-folder-gone`, `file-unreadable` */
  names(): Promise<readonly string[]>;
  /** Null when there is no such file. @throws AppError `file-unreadable` */
  look(name: string): Promise<FileLook | null>;
  /** Null when there is no such file. @throws AppError `file-too-large`, `file-unreadable` */
  read(name: string): Promise<Uint8Array | null>;
}

/** A folder on disk. */
export const folderShelf = (files: Files, folder: string): Shelf => ({
  names: () =>
    files.list(folder).catch((error: unknown) => {
      const isGone = error instanceof FileFailure && error.kind === 'gone';
      throw new AppError(isGone ? 'backup-folder-gone' : 'file-unreadable');
    }),
  look: (name) =>
    files.look({ folder, name }).catch(() => {
      throw new AppError('file-unreadable');
    }),
  read: (name) =>
    files.read({ folder, name }).catch((error: unknown) => {
      const isTooLarge = error instanceof FileFailure && error.kind === 'too-large';
      throw new AppError(isTooLarge ? 'file-too-large' : 'file-unreadable');
    }),
});

/** Files as the window hands them over. */
export function droppedShelf(
  dropped: readonly { readonly name: string; readonly content: Uint8Array }[],
): Shelf {
  const files = new Map(dropped.map(({ name, content }) => [name, content]));
  return {
    names: () => Promise.resolve([...files.keys()]),
    look: (name) => {
      const content = files.get(name);
      // The newest were dropped first.
      const modifiedAt = -[...files.keys()].indexOf(name);
      return Promise.resolve(
        content ? { size: content.length, modifiedAt, start: content.slice(0, 200) } : null,
      );
    },
    read: (name) => Promise.resolve(files.get(name) ?? null),
  };
}
