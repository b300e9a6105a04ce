import * as v from 'valibot';
import { limits } from '#contract/limits';
import { time } from '#contract/basics';
import { codeState } from '#contract/snapshot';
import { label, note, recoveryCode, setName } from '#contract/texts';
import { eachCodeOnce } from '../records/join-codes';
import type { Ledger } from '../records/ledger-record';
import { type Read, readVersioned, type Versioned, writeJson } from '../records/versioned';

/** The schema that this version writes. A vault with a higher number is left alone. */
export const vaultSchema = 1;

const code = v.object({
  code: recoveryCode,
  state: codeState,
  at: v.nullable(time),
  note,
});
const codeSet = v.object({
  name: setName,
  fetchedAt: time,
  replacedAt: v.nullable(time),
  codes: v.pipe(v.array(code), v.maxLength(limits.recoveryCodes), v.transform(eachCodeOnce)),
});
const ledger = v.object({
  id: v.pipe(v.string(), v.uuid()),
  label,
  sets: v.array(codeSet),
});
const contents = v.object({ schema: v.literal(vaultSchema), ledgers: v.array(ledger) });

/** What is sealed in the vault: every ledger, with all its sets. */
export interface VaultContents {
  readonly schema: typeof vaultSchema;
  readonly ledgers: readonly Ledger[];
}

export const emptyVault: VaultContents = { schema: vaultSchema, ledgers: [] };

export const vaultText: Versioned<VaultContents> = { schema: vaultSchema, shape: contents, migrations: {} };

/** Reads what came out of a vault; never throws. */
export const parseContents = (text: string): Read<VaultContents> => readVersioned(vaultText, text);

/** The text that is sealed: JSON that a person can read once it is open. */
export const writeContents = (value: VaultContents): string => writeJson(value);
