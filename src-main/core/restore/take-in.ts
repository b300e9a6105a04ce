import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { readLabel } from '../records/label';
import { freeLabel, labelsOf, newAccount } from '../accounts/new-account';
import type { Sealer } from '../ports/sealing/sealer';
import type { StoredAccount } from '../shelves/stored-account';
import type { LedgerShelf } from '../recovery-codes/ledger-shelf';
import type { Vault } from '../vault/vault';
import type { TakenForeign } from '../ports/sealing/foreign';
import type { Wording } from '../ports/wording';
import type { AccountShelf } from '../shelves/account-shelf';

interface Parts {
  readonly accountShelf: AccountShelf;
  readonly vault: Vault;
  readonly ledgerShelf: LedgerShelf;
  readonly sealer: Sealer;
  readonly wording: Wording;
}

/** What is here has changed while it was merged with: it has to be merged again. */
class Stale extends Error {}

/**
 * Merges ledgers of files into the vault, by one change of it.
 *
 * @param contents what was read; see Foreign
 * @param places of those to take
 * @returns those that were taken, each once, with their ids and labels here; the rest had no room
 * @throws AppError as Vault.change, with no ledger changed
 */
export async function takeLedgers(
  parts: Parts,
  contents: string,
  places: readonly number[],
): Promise<TakenForeign['accounts']> {
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
      return await mergeOnce(parts, contents, places);
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
    }
  }
}

async function mergeOnce(
  { vault, ledgerShelf, sealer }: Parts,
  contents: string,
  places: readonly number[],
): Promise<TakenForeign['accounts']> {
  const { store } = vault.contents;
  const taken = await sealer.mergeForeign(contents, ledgerShelf.kept, places);
  if (!taken) throw new AppError('vault-full');
  await ledgerShelf.putLedgers(taken.ledgers, () => {
    if (vault.contents.store !== store) throw new Stale();
  });
  return taken.accounts;
}

/**
 * Adds accounts for what was taken and belongs to none here. Their tokens are in no backup: each asks for one. Where
 * there are too many accounts, the codes stay without one.
 *
 * @returns how many were added
 * @throws AppError as AccountShelf.change
 */
export async function takeAccounts(
  { accountShelf, wording }: Pick<Parts, 'accountShelf' | 'wording'>,
  taken: TakenForeign['accounts'],
): Promise<number> {
  if (added(accountShelf.all, taken, wording).length === 0) return 0;
  let news: readonly StoredAccount[] = [];
  await accountShelf.change(({ all, activeId }) => {
    news = added(all, taken, wording);
    return { all: [...all, ...news], activeId: activeId ?? news[0]?.id ?? null };
  });
  return news.length;
}

/** The accounts that come to those that are here. */
function added(
  here: readonly StoredAccount[],
  taken: TakenForeign['accounts'],
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
