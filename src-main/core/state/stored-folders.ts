import * as v from 'valibot';
import { id, time } from '#contract/basics';
import { limits } from '#contract/limits';

const fileName = v.pipe(v.string(), v.maxLength(limits.fileName));
/** A key takes about 600 bytes. */
export const longestSealedKey = 4096;
/** A `latchkey-key.age`: armored, and sealed by a passphrase, so that it may lie in a text. */
const sealedKey = v.pipe(v.string(), v.maxLength(longestSealedKey));
const stamp = v.pipe(v.string(), v.maxLength(64));

/** A backup, and what tells it from any other file; see backup/folders/file-stamp.ts. */
export const writtenFile = v.object({ file: fileName, stamp });

/** What a folder is known by, whatever file says so. */
export const folderFields = {
  id,
  path: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.path)),
  /** The key as this computer last wrote it there: only that one is ever replaced. */
  key: sealedKey,
  writtenAt: v.nullable(time),
  /** Of what the last backup was made from; see vault/local.ts. */
  contentStamp: v.nullable(stamp),
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
};

const folder = v.object(folderFields);

/** What is known of all folders. */
export const backupsFields = {
  /** The public half of the key, `age1…`. */
  recipient: v.pipe(v.string(), v.maxLength(limits.recipient)),
  /** The key as it is now, sealed by the passphrase of now. */
  key: sealedKey,
  since: time,
};

/** Where backups go. */
export const storedBackups = v.object({
  ...backupsFields,
  /**
   * A passphrase has shown that `recipient` is the public half of the key. Not so while both were taken over from settings,
   * where anybody could have changed them; nothing is written then.
   */
  isProven: v.optional(v.boolean(), true),
  folders: v.pipe(v.array(folder), v.minLength(1), v.maxLength(limits.backupFolders)),
});

export type StoredBackups = v.InferOutput<typeof storedBackups>;
export type StoredFolder = StoredBackups['folders'][number];
export type WrittenFile = v.InferOutput<typeof writtenFile>;
