import * as v from 'valibot';
import { limits } from '#contract/limits';
import {
  backupsFields,
  folderFields,
  type StoredBackups,
  type WrittenFile,
  writtenFile,
} from './stored-folders';

const { file, stamp } = writtenFile.entries;
const markedFile = v.pipe(
  v.object({ file, mark: stamp }),
  v.transform(({ file, mark }): WrittenFile => ({ file, stamp: mark })),
);
const marked = v.optional(v.nullable(markedFile), null);
const { path, contentStamp, ...others } = folderFields;

/** The settings called a folder a copy, and a stamp a mark. */
const copy = v.pipe(
  v.object({ ...others, folder: path, vaultMark: contentStamp, last: marked, begun: marked }),
  v.transform(({ folder, vaultMark, ...stored }) => ({ ...stored, path: folder, contentStamp: vaultMark })),
);

/** Where backups go, as settings of schema 1 and 2 have it. */
export const oldBackups = v.pipe(
  v.object({
    ...backupsFields,
    copies: v.pipe(v.array(copy), v.minLength(1), v.maxLength(limits.backupFolders)),
  }),
  v.transform(({ copies: folders, ...stored }): StoredBackups => ({ ...stored, isProven: false, folders })),
);

/** As a settings file of schema 2 has it. */
export const backupsForFile = ({ folders, recipient, key, since }: StoredBackups) => ({
  ...{ recipient, key, since },
  copies: folders.map(({ path, contentStamp, last, begun, ...stored }) => ({
    ...stored,
    folder: path,
    vaultMark: contentStamp,
    last: forFile(last),
    begun: forFile(begun),
  })),
});

const forFile = (one: WrittenFile | null) => one && { file: one.file, mark: one.stamp };
