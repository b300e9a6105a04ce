import * as v from 'valibot';
import { id, time } from '#contract/basics';
import { limits } from '#contract/limits';

const fileName = v.pipe(v.string(), v.maxLength(limits.fileName));
/** A key takes about 600 bytes. */
export const longestSealedKey = 4096;
/** A `latchkey-key.age`: armored, and sealed by a passphrase, so that it may lie in a file like this. */
const sealedKey = v.pipe(v.string(), v.maxLength(longestSealedKey));
const stamp = v.pipe(v.string(), v.maxLength(64));

/** A backup, and what tells it from any other file; see backup/folders/file-stamp.ts. */
const writtenFile = v.pipe(
  v.object({ file: fileName, mark: stamp }),
  v.transform(({ file, mark }) => ({ file, stamp: mark })),
);

/** The file calls a folder a copy, and a stamp a mark: it was written so since the first version. */
const folder = v.pipe(
  v.object({
    id,
    folder: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.path)),
    /** The key as this computer last wrote it there: only that one is ever replaced. */
    key: sealedKey,
    writtenAt: v.nullable(time),
    /** Of the vault and the accounts that the last backup was made from; see backup/content/content-stamp.ts. */
    vaultMark: v.nullable(stamp),
    /** The last backup that was opened with the passphrase, and when: it is never deleted. */
    checked: v.nullable(v.object({ at: time, file: fileName })),
    /** The backups that this computer wrote there, oldest first: no other file is ever deleted. */
    files: v.pipe(v.array(fileName), v.maxLength(limits.backupsKept + 1)),
    /** The newest of them as it was written; null where an older version wrote it. */
    last: v.optional(v.nullable(writtenFile), null),
    /** Noted before it is written, so that what a killed run left there is known as ours. */
    begun: v.optional(v.nullable(writtenFile), null),
    /** The troubles that people were told of, until it was good in between. */
    told: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.maxLength(10)), []),
  }),
  v.transform(({ folder: path, vaultMark: contentStamp, ...stored }) => ({ ...stored, path, contentStamp })),
);

/** Where backups go, as the settings file has it. */
export const storedBackups = v.pipe(
  v.object({
    /** The public half of the key, `age1…`. */
    recipient: v.pipe(v.string(), v.maxLength(limits.recipient)),
    /** The key as it is now, sealed by the passphrase of now. */
    key: sealedKey,
    since: time,
    copies: v.pipe(v.array(folder), v.minLength(1), v.maxLength(limits.backupFolders)),
  }),
  v.transform(({ copies: folders, ...stored }) => ({ ...stored, folders })),
);

export type StoredBackups = v.InferOutput<typeof storedBackups>;
export type StoredFolder = StoredBackups['folders'][number];
export type WrittenFile = v.InferOutput<typeof writtenFile>;

/** As the settings file has it. */
export const backupsForFile = ({
  folders,
  ...backups
}: StoredBackups): v.InferInput<typeof storedBackups> => ({
  ...backups,
  copies: folders.map(({ path, contentStamp, last, begun, ...stored }) => ({
    ...stored,
    folder: path,
    vaultMark: contentStamp,
    last: forFile(last),
    begun: forFile(begun),
  })),
});

const forFile = (written: WrittenFile | null) => written && { file: written.file, mark: written.stamp };
