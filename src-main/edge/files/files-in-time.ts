import { FileFailure, type Files } from '../../core/ports/files/files';

/** Milliseconds: a slow stick takes seconds for some kilobytes. */
export const filePatience = 20_000;

/**
 * Files that answer in time. A folder whose server has gone away answers never, and every step that hangs there keeps one
 * of Node's four threads for files, by which the vault is written, too. So it counts as gone, and nothing more is asked of
 * it until what hangs has come to an end.
 */
export function filesInTime(files: Files): Files {
  const hanging = new Set<string>();
  const inTime = <T>(folder: string, act: () => Promise<T>): Promise<T> => {
    if (hanging.has(folder)) return Promise.reject(new FileFailure('gone'));
    return new Promise<T>((resolve, reject) => {
      const giveUp = setTimeout(() => {
        hanging.add(folder);
        reject(new FileFailure('gone'));
      }, filePatience);
      const end = (): void => {
        clearTimeout(giveUp);
        hanging.delete(folder);
      };
      act().finally(end).then(resolve, reject);
    });
  };
  return {
    list: (folder) => inTime(folder, () => files.list(folder)),
    look: (place) => inTime(place.folder, () => files.look(place)),
    read: (place) => inTime(place.folder, () => files.read(place)),
    write: (place, content, over) => inTime(place.folder, () => files.write(place, content, over)),
    remove: (place) => inTime(place.folder, () => files.remove(place)),
  };
}
