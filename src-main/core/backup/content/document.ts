import * as v from 'valibot';
import { limits } from '#contract/limits';
import { codeState } from '#contract/snapshot';
import { label, note, recoveryCode, setName } from '#contract/texts';
import { eachCodeOnce } from '../../records/join-codes';
import type { BackupDocument } from '../../records/backed-up';
import type { Ledger } from '../../records/ledger-record';
import { serviceUrl } from '../../records/service-url';
import type { StoredAccount } from '../../state/settings';
import { type Read, readVersioned, type Versioned, writeJson } from '../../records/versioned';

/** The schema of backups and kits that this version writes (docs/backup-format.md). */
export const documentSchema = 1;

/** People read these files, on a bad day: times are written as 2026-11-23T10:11:12.000Z. */
const time = v.pipe(
  v.string(),
  v.maxLength(40),
  v.transform((written) => Date.parse(written)),
  v.number(),
  v.integer(),
  v.minValue(0),
);
export const optionalTime = v.optional(v.nullable(time), null);

/** One recovery code. */
export const code = v.object({
  code: recoveryCode,
  state: v.optional(codeState, 'unused'),
  at: optionalTime,
  note: v.optional(note, ''),
});

export const codeSet = v.object({
  name: v.optional(setName, ''),
  fetchedAt: v.optional(time, '1970-01-01T00:00:00Z'),
  replacedAt: optionalTime,
  codes: v.pipe(v.array(code), v.maxLength(limits.recoveryCodes), v.transform(eachCodeOnce)),
});

export const account = v.object({
  id: v.optional(v.nullable(v.pipe(v.string(), v.uuid())), null),
  label,
  serviceUrl: v.optional(v.nullable(serviceUrl), null),
  tokenPrefix: v.optional(v.picklist(['', 'Bearer']), ''),
  sets: v.array(codeSet),
});

/** Says nothing where it is none of ours: no file is refused for it. */
export const computerId = v.fallback(v.optional(v.nullable(v.pipe(v.string(), v.uuid())), null), null);

export const documentText: Versioned<BackupDocument> = {
  schema: documentSchema,
  shape: v.object({
    format: v.literal('latchkey-backup'),
    madeAt: optionalTime,
    computer: computerId,
    accounts: v.pipe(v.array(account), v.maxLength(limits.entries)),
  }),
  migrations: {},
};

/** Reads what came out of a backup or kit that Latchkey wrote, whole or not at all; never throws. */
export const parseDocument = (text: string): Read<BackupDocument> => readVersioned(documentText, text);

/** The text that is sealed: JSON that a person can read once it is open. */
export function writeDocument({ madeAt, computer, accounts }: BackupDocument): string {
  const written = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
  return writeJson({
    format: 'latchkey-backup',
    schema: documentSchema,
    madeAt: written(madeAt),
    ...(computer === null ? {} : { computer }),
    accounts: accounts.map(({ id, label, serviceUrl, tokenPrefix, sets }) => ({
      id,
      label,
      serviceUrl,
      ...(tokenPrefix === '' ? {} : { tokenPrefix }),
      sets: sets.map(({ name, fetchedAt, replacedAt, codes }) => ({
        name,
        fetchedAt: written(fetchedAt),
        ...(replacedAt === null ? {} : { replacedAt: written(replacedAt) }),
        codes: codes.map((one) => ({
          code: one.code,
          state: one.state,
          ...(one.at === null ? {} : { at: written(one.at) }),
          ...(one.note === '' ? {} : { note: one.note }),
        })),
      })),
    })),
  });
}

/**
 * Everything that a backup or kit made now would hold: every account, and every ledger without one.
 *
 * @param computer the profile's id, as State knows it
 */
export function documentOf(
  accounts: readonly StoredAccount[],
  ledgers: readonly Ledger[],
  madeAt: number,
  computer: string | null,
): BackupDocument {
  const ofAccounts = accounts.map(({ id, label, kind, serviceUrl, tokenPrefix }) => ({
    id,
    label,
    serviceUrl: kind === 'practice' ? null : serviceUrl,
    tokenPrefix,
    sets: ledgers.find((ledger) => ledger.id === id)?.sets ?? [],
  }));
  const known = new Set(accounts.map(({ id }) => id));
  const others = ledgers
    .filter(({ id }) => !known.has(id))
    .map(({ id, label, sets }) => ({ id, label, serviceUrl: null, tokenPrefix: '' as const, sets }));
  return { madeAt, computer, accounts: [...ofAccounts, ...others] };
}
