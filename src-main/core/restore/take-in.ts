import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { readLabel } from '../records/label';
import type { Kept } from '../records/backed-up';
import { freeLabel, labelsOf, newAccount } from '../accounts/new-account';
import type { Sealer } from '../ports/sealing/sealer';
import type { StoredAccount } from '../shelves/stored-account';
import type { LedgerShelf } from '../recovery-codes/ledger-shelf';
import type { Vault } from '../vault/vault';
import type { Wording } from '../ports/wording';
import type { AccountShelf } from '../shelves/account-shelf';
import type { CopiedCodes } from './copied-codes';

interface Parts {
  readonly accountShelf: AccountShelf;
  readonly vault: Vault;
  readonly ledgerShelf: LedgerShelf;
  readonly sealer: Sealer;
  readonly wording: Wording;
}

/** What came of it: how many entries there were, and how many accounts came with them. */
export interface TakenIn {
  readonly ledgers: number;
  readonly accounts: number;
}

/** What is here has changed while it was merged with: it has to be merged again. */
class Stale extends Error {}

/**
 * Merges entries of files into the vault, by one change of it: all that is asked for, or nothing.
 *
 * @param contents what was read; see Foreign
 * @param places of those to take
 * @param copied what was copied of them meanwhile
 * @throws AppError as Vault.change, with nothing changed
 */
export async function takeIn(
  parts: Parts,
  contents: string,
  places: readonly number[],
  copied: CopiedCodes,
): Promise<TakenIn> {
  const { vault, ledgerShelf } = parts;
  await vault.open();
  // What could not be sealed earlier stands before the sealed ledgers and would hide what is merged into them.
  for (const { id, label } of ledgerShelf.ledgers) {
    if (!ledgerShelf.isSealed(id)) {
      await ledgerShelf.changeLedger(id, label, (ledger) => ledger);
    }
  }
  for (;;) {
    try {
      return await mergeOnce(parts, contents, places, copied);
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
    }
  }
}

async function mergeOnce(
  { accountShelf, vault, ledgerShelf, sealer, wording }: Parts,
  contents: string,
  places: readonly number[],
  copied: CopiedCodes,
): Promise<TakenIn> {
  const { store } = vault.contents;
  const taken = await sealer.mergeForeign(contents, ledgerShelf.kept, places);
  if (!taken) throw new AppError('vault-full');
  const entries = copied.noted(taken, places);
  let accounts: readonly StoredAccount[] = [];
  await accountShelf.takeIn(
    entries,
    ({ all, activeId }) => {
      accounts = added(all, entries, wording);
      return { all: [...all, ...accounts], activeId: activeId ?? accounts[0]?.id ?? null };
    },
    () => {
      if (vault.contents.store !== store) throw new Stale();
    },
  );
  return { ledgers: entries.length, accounts: accounts.length };
}

/**
 * The accounts that come to those that are here. Their tokens are in no backup: each asks for one. Where there are too
 * many accounts, the codes stay without one.
 */
function added(
  here: readonly StoredAccount[],
  taken: readonly Kept[],
  wording: Wording,
): readonly StoredAccount[] {
  const ids = new Set(here.map(({ id }) => id));
  const labels = labelsOf(here);
  const news: StoredAccount[] = [];
  for (const { id, label: wanted, serviceUrl, tokenPrefix, inDoubt } of taken) {
    const isFull = here.length + news.length >= limits.accounts;
    if (serviceUrl === null || ids.has(id) || isFull) continue;
    const label = freeLabel(labels, seenLabel(wanted, wording));
    const account = newAccount({ id, label, kind: 'own', serviceUrl, tokenPrefix }, 'missing');
    // Whoever trusts codes of which nobody knows stands before a locked door.
    news.push({ ...account, recoveryInDoubt: inDoubt });
    ids.add(id);
    labels.add(label);
  }
  return news;
}

/** A label that a person can see, whatever stood in the file. */
function seenLabel(label: string, wording: Wording): string {
  try {
    return readLabel(label);
  } catch {
    return wording.restored();
  }
}
