import * as v from 'valibot';
import { type Ledger, ledgerRecord } from '../records/ledger-record';
import { textBytes } from '../records/text-bytes';
import { type Read, readVersioned, type Versioned, writeJson } from '../records/versioned';
import { emptyStore, type Store } from '../store/facts/store';
import { readStore, writeStore, type WrittenStore } from '../store/facts/written-store';
import { freshLocal, type Local, localShape } from './local';
import { hasMac, noMac, withMac } from './vault-mac';

/** The schema that this version writes. A vault with a higher number is left alone. */
export const vaultSchema = 2;

/** What is sealed in the vault. */
export interface VaultContents {
  /** What is known of every account and its codes, as several computers could share it. */
  readonly store: Store;
  /** What this computer alone has. */
  readonly local: Local;
}

export const emptyVault: VaultContents = { store: emptyStore, local: freshLocal };

/** What the vaults of Latchkey 0.1.0 held; their accounts lay in the settings. */
export interface FirstVault {
  readonly ledgers: readonly Ledger[];
}

/** What a vault that opens may hold. */
export type Found = VaultContents | FirstVault;

export const isFirst = (found: Found): found is FirstVault => 'ledgers' in found;

/** What a vault of Latchkey 0.1.0 holds. */
export const firstText: Versioned<FirstVault> = {
  schema: 1,
  shape: v.object({ ledgers: v.array(ledgerRecord.vault) }),
  migrations: {},
};

const store = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, Store>(({ dataset, addIssue, NEVER }) => {
    const read = readStore(dataset.value);
    if (read !== null) return read;
    addIssue();
    return NEVER;
  }),
);

/** What a vault of this version holds. */
export const vaultText: Versioned<VaultContents> = {
  schema: vaultSchema,
  shape: v.object({ store, local: localShape }),
  migrations: {},
};

/**
 * Reads what came out of a vault, of this version or the first; never throws.
 *
 * @param identity the key that opened it: a vault of this version is damaged unless who wrote it had that key. Null where a
 * passphrase did, which is known to nobody but who sealed it
 */
export function parseContents(text: string, identity: string | null): Read<Found> {
  if (identity !== null && hasMac(text, identity)) return readVersioned(vaultText, text);
  const first = readVersioned(firstText, text);
  if (first.kind !== 'newer') return first;
  const read = readVersioned(vaultText, text);
  return identity === null || read.kind === 'newer' ? read : { kind: 'damaged' };
}

interface WrittenVault {
  readonly schema: typeof vaultSchema;
  readonly mac: string;
  readonly store: WrittenStore;
  readonly local: Local;
}

/** Contents are never changed, but replaced by others. */
const texts = new WeakMap<VaultContents, string>();

/** All of the text but that whoever wrote it has the key, which no cache keeps. */
function textOf(contents: VaultContents): string {
  const { store, local } = contents;
  const text =
    texts.get(contents) ??
    writeJson({ schema: vaultSchema, mac: noMac, store: writeStore(store), local } satisfies WrittenVault);
  texts.set(contents, text);
  return text;
}

/**
 * The text that is sealed: JSON that a person can read once it is open.
 *
 * @param identity the key that it is sealed to
 */
export const writeContents = (contents: VaultContents, identity: string): string =>
  withMac(textOf(contents), identity);

/** How many bytes that text takes. */
export const bytesOfContents = (contents: VaultContents): number => textBytes(textOf(contents));
