import * as v from 'valibot';
import type { FaultKind } from '#contract/backups';
import { limits } from '#contract/limits';
import { type CodeSet, codeSetRecord, eachCodeOnce } from '../../records/code-set';
import { type RecoveryCode, recoveryCodeRecord } from '../../records/recovery-code';
import { readServiceUrl } from '../../records/service-url';
import { readVersioned, type Versioned } from '../../records/versioned';
import { computerId, documentMigrations, documentSchema } from './document';
import { isTooFull } from '../../records/too-full';
import { type BackedUp, type BackupDocument, entryRecord } from '../../records/backed-up';
import { optionalTime } from '../../records/fields';
import { readOtpauth } from '../../records/otpauth';
import { otpauthLink } from '../../records/otpauth-link';
import type { Fault } from '../../ports/sealing/foreign';
import { idFrom } from '../../records/id-from';

/** `too-full`: more than can be compared and kept. */
export type ReadDocument =
  | { readonly kind: 'good'; readonly value: BackupDocument; readonly faults: readonly Fault[] }
  | { readonly kind: 'newer' | 'damaged' | 'too-full' };

const roughText: Versioned<RoughDocument> = {
  schema: documentSchema,
  shape: v.object({
    format: v.literal('latchkey-backup'),
    madeAt: v.fallback(optionalTime, null),
    computer: computerId,
    accounts: v.array(v.unknown()),
  }),
  migrations: documentMigrations,
};

type Place = Omit<Fault, 'what'>;

interface RoughDocument {
  readonly madeAt: number | null;
  readonly computer: string | null;
  readonly accounts: readonly unknown[];
}

const roughAccount = v.object({
  ...entryRecord.document.entries,
  authenticators: v.optional(v.array(v.unknown()), []),
  sets: v.array(v.unknown()),
});
const roughSet = v.object({
  ...codeSetRecord.document.entries,
  codes: v.pipe(v.array(v.unknown()), v.maxLength(limits.codesInSet)),
});

/**
 * Reads what came out of a backup or kit, a stranger's or a person's own, too. What is not understood is left out and
 * named, and the rest stands: the code, the set, or the entry. Every entry has an id then, the same each time that the
 * file is read, so that restoring twice adds nothing. Never throws.
 */
export function readDocument(text: string): ReadDocument {
  // Editors put a byte order mark before what a person types.
  const read = readVersioned(roughText, text.replace(/^\uFEFF/, ''));
  if (read.kind !== 'good') return read;
  const { madeAt, computer, accounts } = read.value;
  if (isTooFull(accounts)) return { kind: 'too-full' };
  const faults: Fault[] = [];
  const known = accounts.flatMap((one, place) => readAccount(one, place + 1, faults));
  return { kind: 'good', value: { madeAt, computer, accounts: withIds(known) }, faults };
}

/** What is said of an account beside its codes: where it is not understood, the account stands without it. */
const descriptions = ['user', 'note', 'tags', 'pinned', 'archived', 'inDoubt', 'authenticators'] as const;

function readAccount(written: unknown, entry: number, faults: Fault[]): BackedUp[] {
  const at: Place = { label: labelIn(written), entry, set: null, code: null, authenticator: null };
  const read = v.safeParse(roughAccount, withoutFaults(written, at, faults));
  if (!read.success) {
    faults.push({ ...at, what: faultOf(read.issues) });
    return [];
  }
  const { serviceUrl, authenticators, sets } = read.output;
  return [
    {
      ...read.output,
      // A person may have written a slash at the end, or capitals.
      serviceUrl: serviceUrl === null ? null : readServiceUrl(serviceUrl),
      authenticators: readAuthenticators(authenticators, at, faults),
      sets: sets
        .flatMap((set, place) => readSet(set, { ...at, set: place + 1 }, faults))
        .map(([set, isSilent], place, [first]) =>
          // Whoever writes by hand need not know when: behind the first it was replaced.
          isSilent && place > 0 && first ? { ...set, replacedAt: first[0].fetchedAt } : set,
        ),
    },
  ];
}

/** Leaves out, and names, what is wrong of the descriptions. */
function withoutFaults(written: unknown, at: Place, faults: Fault[]): unknown {
  if (typeof written !== 'object' || written === null) return written;
  const fields = written as Readonly<Record<string, unknown>>;
  const wrong = descriptions.filter((name) => !v.is(roughAccount.entries[name], fields[name]));
  for (const what of wrong) faults.push({ ...at, what });
  return wrong.length === 0
    ? written
    : { ...fields, ...Object.fromEntries(wrong.map((name) => [name, undefined])) };
}

/** Those that are links of which codes can be made, each once. */
function readAuthenticators(written: readonly unknown[], at: Place, faults: Fault[]): string[] {
  const links = written.flatMap((one, place) => {
    const read = v.safeParse(otpauthLink, one);
    if (read.success && readOtpauth(read.output)) return [read.output];
    faults.push({ ...at, authenticator: place + 1, what: 'authenticator' });
    return [];
  });
  return [...new Set(links)];
}

type SetRead = readonly [set: CodeSet, isSilent: boolean];

/** With whether it says nothing of being replaced. */
function readSet(written: unknown, at: Place, faults: Fault[]): SetRead[] {
  const read = v.safeParse(roughSet, written);
  if (!read.success) {
    faults.push({ ...at, what: faultOf(read.issues) });
    return [];
  }
  const codes = read.output.codes.flatMap((one, place): RecoveryCode[] => {
    const known = v.safeParse(recoveryCodeRecord.document, one);
    // One without anything to see is none: nobody can type, copy or send it.
    if (known.success && known.output.code !== '') return [known.output];
    faults.push({ ...at, code: place + 1, what: known.success ? 'code' : faultOf(known.issues) });
    return [];
  });
  const isSilent = !Object.hasOwn(Object(written) as object, 'replacedAt');
  return [[{ ...read.output, codes: eachCodeOnce(codes) }, isSilent]];
}

/** Every field of a file has a name for what is wrong with it. */
const fieldNames: readonly (keyof BackedUp | keyof CodeSet | keyof RecoveryCode)[] = [
  ...entryRecord.names,
  ...codeSetRecord.names,
  ...recoveryCodeRecord.names,
];

/** Which field is at fault. */
function faultOf([issue]: readonly v.BaseIssue<unknown>[]): FaultKind {
  const field = issue?.path?.[0]?.key;
  return fieldNames.find((name) => name === field) ?? 'shape';
}

function labelIn(written: unknown): string {
  const read = v.safeParse(v.object({ label: entryRecord.document.entries.label }), written);
  return read.success ? read.output.label : '';
}

/** An id of its own for each that has none, or one that stood in the file before. */
function withIds(accounts: readonly BackedUp[]): BackedUp[] {
  const seen = new Set(accounts.map(({ id }) => id));
  const used = new Set<string>();
  /** How many alike came before: they are told apart by their order. */
  const alike = new Map<string, number>();
  return accounts.map((one) => {
    let id = one.id;
    const key = JSON.stringify([one.id, one.label, one.serviceUrl]);
    while (id === null || used.has(id)) {
      const number = alike.get(key) ?? 0;
      alike.set(key, number + 1);
      const made = idFrom([key, number]);
      id = seen.has(made) ? null : made;
    }
    used.add(id);
    return { ...one, id };
  });
}
