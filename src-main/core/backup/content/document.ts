import * as v from 'valibot';
import { limits } from '#contract/limits';
import { type BackupDocument, entryRecord } from '../../records/backed-up';
import { asTimeOrNothing, optionalTime } from '../../records/fields';
import { type Read, readVersioned, type Versioned, writeJson } from '../../records/versioned';

/** The schema of backups and kits that this version writes (docs/backup-format.md). */
export const documentSchema = 2;

/** What schema 2 has beyond the first may be left out, so that a file of schema 1 is one of schema 2 as it is. */
export const documentMigrations: Versioned<unknown>['migrations'] = { 1: (old) => old };

/** Says nothing where it is none of ours: no file is refused for it. */
export const computerId = v.fallback(v.optional(v.nullable(v.pipe(v.string(), v.uuid())), null), null);

export const documentText: Versioned<BackupDocument> = {
  schema: documentSchema,
  shape: v.object({
    format: v.literal('latchkey-backup'),
    madeAt: optionalTime,
    computer: computerId,
    accounts: v.pipe(v.array(entryRecord.document), v.maxLength(limits.entries)),
  }),
  migrations: documentMigrations,
};

/** Reads what came out of a backup or kit that Latchkey wrote, whole or not at all; never throws. */
export const parseDocument = (text: string): Read<BackupDocument> => readVersioned(documentText, text);

/** The text that is sealed: JSON that a person can read once it is open. */
export function writeDocument({ madeAt, computer, accounts }: BackupDocument): string {
  const written: { readonly [Key in keyof BackupDocument]-?: unknown } = {
    madeAt: asTimeOrNothing(madeAt) ?? null,
    computer: computer ?? undefined,
    accounts: accounts.map(entryRecord.write),
  };
  return writeJson({ format: 'latchkey-backup', schema: documentSchema, ...written });
}
