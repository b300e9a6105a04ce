import * as v from 'valibot';
import { limits } from '#contract/limits';
import type { AccountBasics } from '../../accounts/new-account';
import { type BackedUp, type BackupDocument, entryRecord, type Kept } from '../../records/backed-up';
import { asTimeOrNothing, optionalTime } from '../../records/fields';
import type { Ledger } from '../../records/ledger-record';
import { type Read, readVersioned, type Versioned, writeJson } from '../../records/versioned';
import { accountLedgers } from '../../records/account-ledgers';
import { emptyLedger } from '../../recovery-codes/ledger';

/** The schema of backups and kits that this version writes (docs/backup-format.md). */
export const documentSchema = 1;

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
  migrations: {},
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

/**
 * Everything that a backup or kit made now would hold: every account, and every ledger without one.
 *
 * @param computer the profile's id, as State knows it
 */
export function documentOf(
  accounts: readonly AccountBasics[],
  ledgers: readonly Ledger[],
  madeAt: number,
  computer: string | null,
): BackupDocument {
  const known = new Map(ledgers.map((ledger) => [ledger.id, ledger]));
  const ofAccounts = accounts.map((account): Kept => ({
    ...(known.get(account.id) ?? emptyLedger(account.id, account.label)),
    ...accountPart(account),
  }));
  const isAccounts = accountLedgers(accounts);
  const others = ledgers
    .filter((ledger) => !isAccounts(ledger))
    .map((ledger): BackedUp => ({ ...ledger, serviceUrl: null, tokenPrefix: '' }));
  return { madeAt, computer, accounts: [...ofAccounts, ...others] };
}

/** Of an account all that is told of it by accountBasics, and by accountsStamp with them. */
type AccountPart = { readonly [Key in Exclude<keyof AccountBasics, 'kind'>]: Kept[Key] };

const accountPart = ({ id, label, kind, serviceUrl, tokenPrefix }: AccountBasics): AccountPart => ({
  id,
  label,
  serviceUrl: kind === 'practice' ? null : serviceUrl,
  tokenPrefix,
});
