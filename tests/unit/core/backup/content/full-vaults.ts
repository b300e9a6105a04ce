import { randomUUID } from 'node:crypto';
import { limits } from '#contract/limits';
import type { CodeSet } from '../../../../../src-main/core/records/code-set';
import type { Ledger } from '../../../../../src-main/core/records/ledger-record';
import { type OldAccount, storeOf } from '../../../../../src-main/core/store/changes/store-of';
import { freshLocal } from '../../../../../src-main/core/vault/local';
import { type VaultContents, writeContents } from '../../../../../src-main/core/vault/vault-contents';
import { assertRoom } from '../../../../../src-main/core/vault/vault-room';

export const mebibyte = 1024 * 1024;
/** What the vault of Latchkey 0.1.0 took. */
export const ofFirst = mebibyte - 1500;
/** Full vaults are of 16 MiB, and many tests may run at once. */
export const patient = { timeout: 180_000 };
export const fetchedAt = Date.UTC(2026, 0, 2, 3, 4, 5);

export const list = (index: number, codes: CodeSet['codes']): Ledger => ({
  id: randomUUID(),
  label: `List ${index}`,
  sets: [{ name: 'K7-4QD', fetchedAt, replacedAt: null, codes }],
});
export const noted = (index: number, length: number): Ledger =>
  list(
    index,
    Array.from({ length: 10 }, (_, place) => ({
      code: `abcd-${index}-${place}`,
      state: 'used' as const,
      at: fetchedAt,
      note: 'n'.repeat(length),
    })),
  );
const fresh = (index: number, note: string): Ledger =>
  list(
    index,
    Array.from({ length: 10 }, (_, place) => ({
      code: `w6c6f-${100 * index + place}`,
      state: 'unused' as const,
      at: null,
      note,
    })),
  );
/** Codes that nobody used, with a long note each. */
export const kept = (index: number): Ledger => fresh(index, 'n'.repeat(1500));
export const short = (index: number): Ledger => fresh(index, '');

/** What is in a vault with these lists and accounts. */
export const contents = (
  ledgers: readonly Ledger[],
  accounts: readonly OldAccount[] = [],
): VaultContents => ({ store: storeOf(accounts, ledgers), local: freshLocal });

/** The text of a vault with these lists. */
export const asNow = (ledgers: readonly Ledger[]): string =>
  writeContents(contents(ledgers), 'AGE-SECRET-KEY-1FAKE0000');

/** As many lists as fit into the text of a vault of so many bytes, and no more codes than are kept. */
export function filled(make: (index: number) => Ledger, bytes = limits.sealedText, write = asNow): Ledger[] {
  const ledgers: Ledger[] = [];
  const one = write([make(999)]).length - write([]).length;
  const codes = Math.max(...make(0).sets.map((set) => set.codes.length));
  for (let index = 0; (index + 1) * one < bytes && (index + 1) * codes <= limits.codesInFile; index += 1) {
    ledgers.push(make(index));
  }
  return ledgers;
}

/** The text of a vault as Latchkey 0.1.0 wrote it. */
export const firstText = (ledgers: readonly Ledger[]): string =>
  `${JSON.stringify({ schema: 1, ledgers }, null, 2)}\n`;

export const takes = (
  before: readonly Ledger[],
  after: readonly Ledger[],
  accounts: readonly OldAccount[] = [],
): boolean => {
  try {
    assertRoom(contents(before, accounts), contents(after, accounts));
    return true;
  } catch {
    return false;
  }
};
/** The fullest vault of one kind of ledgers, by halves, for each look takes long. */
export const fullest = (make: (index: number) => Ledger, accounts: readonly OldAccount[] = []): Ledger[] => {
  const ledgers = filled(make);
  let [fits, most] = [0, ledgers.length];
  while (fits < most) {
    const half = Math.ceil((fits + most) / 2);
    if (takes([], ledgers.slice(0, half), accounts)) fits = half;
    else most = half - 1;
  }
  return ledgers.slice(0, fits);
};

export const emptySets: CodeSet[] = Array.from({ length: 20 }, () => ({
  name: 'K7-4QD',
  fetchedAt: 0,
  replacedAt: 0,
  codes: [],
}));
export const withNotes = (index: number, note: string): Ledger => {
  const { id, label, sets } = noted(index, 0);
  return {
    id,
    label,
    sets: sets.map((set) => ({ ...set, codes: set.codes.map((code) => ({ ...code, note })) })),
  };
};
