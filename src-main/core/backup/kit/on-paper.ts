import type { KitSheet } from '#contract/kits';
import type { BackedUp, BackupDocument } from '../../records/backed-up';
import type { CodeSet } from '../../records/code-set';
import type { RecoveryCode } from '../../records/recovery-code';

/**
 * What people read on the page of a record: the fields that are true. The others are in the QR codes alone, which hold
 * all of it. A field that is not decided on does not compile.
 */
type Printed<Whole, Decided extends { readonly [Key in keyof Whole]-?: boolean }> = Pick<
  Whole,
  { [Key in keyof Whole]-?: Decided[Key] extends true ? Key : never }[keyof Whole]
>;

type PrintedCode = Printed<RecoveryCode, { code: true; state: true; at: false; note: false }>;
type PrintedSet = Printed<
  CodeSet,
  { id: false; name: true; fetchedAt: true; replacedAt: false; codes: true }
>;
type PrintedEntry = Printed<
  BackedUp,
  {
    id: false;
    label: true;
    user: false;
    note: false;
    tags: false;
    pinned: false;
    archived: false;
    inDoubt: false;
    serviceUrl: true;
    tokenPrefix: false;
    authenticators: false;
    sets: true;
  }
>;

/**
 * What stands on the page in plain words: the current set of each entry.
 *
 * @param withCodes the codes themselves, too; else only what the QR codes hold
 */
export const onPaper = (
  { accounts }: BackupDocument,
  withCodes: boolean,
): Pick<KitSheet, 'ledgers' | 'holds'> => ({
  ledgers: withCodes ? accounts.flatMap(withItsCodes) : [],
  holds: accounts.map(({ label, sets: [current] }) => ({ label, setName: current?.name ?? '' })),
});

function withItsCodes({ label, serviceUrl, sets: [current] }: PrintedEntry): KitSheet['ledgers'] {
  if (!current) return [];
  const { name, fetchedAt, codes }: PrintedSet = current;
  return [{ label, serviceUrl, setName: name, fetchedAt, codes: codes.map(toTick) }];
}

/** A code that was perhaps used is spent there: paper cannot be asked again. */
const toTick = ({ code, state }: PrintedCode): KitSheet['ledgers'][number]['codes'][number] => ({
  code,
  spent: state !== 'unused',
});
