import * as v from 'valibot';
import { type Ledger, ledgerRecord } from '../records/ledger-record';
import { type Read, readVersioned, type Versioned, writeJson } from '../records/versioned';

/** The schema that this version writes. A vault with a higher number is left alone. */
export const vaultSchema = 1;

/** What is sealed in the vault: every ledger, with all its sets. */
export interface VaultContents {
  readonly schema: typeof vaultSchema;
  readonly ledgers: readonly Ledger[];
}

export const emptyVault: VaultContents = { schema: vaultSchema, ledgers: [] };

export const vaultText: Versioned<VaultContents> = {
  schema: vaultSchema,
  shape: v.object({ schema: v.literal(vaultSchema), ledgers: v.array(ledgerRecord.vault) }),
  migrations: {},
};

/** Reads what came out of a vault; never throws. */
export const parseContents = (text: string): Read<VaultContents> => readVersioned(vaultText, text);

/** The text that is sealed: JSON that a person can read once it is open. */
export const writeContents = (value: VaultContents): string => writeJson(value);
