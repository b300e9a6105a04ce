import { limits } from '#contract/limits';
import { readLabel } from '../label';
import type { Ledger } from '../ledger';
import { freeLabel, newAccount } from '../new-account';
import type { Clock, Random } from '../ports';
import type { Settings } from '../settings';
import type { State } from '../state';
import type { Vault } from '../vault';
import { type BackedUp, documentOf } from './document';
import { type Kept, merge, type Merged } from './merge';

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly random: Random;
}

/** What was opened: a place is one in both lists, the second behind the first. */
export interface TakenFrom {
  readonly accounts: readonly BackedUp[];
  /** Only what `accounts` does not hold, so that both may speak of the same ledger. */
  readonly older: readonly BackedUp[];
}

/**
 * Merges ledgers of a file into the vault, by one change of it. Those of accounts that do without the keychain are
 * merged in memory, where the others of them are.
 *
 * @param places of those to take
 * @returns those that were taken, each once, with their ids and labels here; the rest had no room
 * @throws AppError as Vault.change, with no ledger changed
 */
export async function takeLedgers(
  { state, vault, clock, random }: Parts,
  { accounts: newest, older }: TakenFrom,
  places: readonly number[],
): Promise<Kept[]> {
  const isMemoryOnly = (id: string): boolean =>
    state.settings.accounts.some((one) => one.id === id && one.token === 'memory');
  await vault.open();
  // What could not be sealed earlier stands before the sealed ledgers and would hide what is merged into them.
  for (const { id, label } of vault.ledgers) {
    if (!vault.isSealed(id) && !isMemoryOnly(id)) await vault.changeLedger(id, label, (ledger) => ledger);
  }
  let merged: Merged = { accounts: [], ids: [] };
  await vault.change((contents) => {
    const { accounts } = documentOf(state.settings.accounts, vault.ledgers, clock.now(), state.computer);
    const here = accounts.flatMap((one): Kept[] => (one.id === null ? [] : [{ ...one, id: one.id }]));
    merged = mergeBoth(here, newest, older, places, random);
    const changed = ledgersOf(merged).filter(({ id }) => !isMemoryOnly(id));
    const news = new Map(changed.map((ledger) => [ledger.id, ledger]));
    const known = contents.ledgers.map((ledger) => news.get(ledger.id) ?? ledger);
    const ids = new Set(known.map(({ id }) => id));
    return { ...contents, ledgers: [...known, ...changed.filter(({ id }) => !ids.has(id))] };
  });
  for (const { id, label, sets } of ledgersOf(merged).filter((one) => isMemoryOnly(one.id))) {
    await vault.changeLedger(id, label, (ledger) => ({ ...ledger, sets }));
  }
  const here = new Map(merged.accounts.map((one) => [one.id, one]));
  const there = [...newest, ...older];
  const taken = places.flatMap((place, order) => {
    const [one, known] = [there[place], here.get(merged.ids[order] ?? '')];
    return one && known ? [{ ...one, id: known.id, label: known.label }] : [];
  });
  return [...new Map(taken.map((one) => [one.id, one])).values()];
}

/** One list after the other, for each may know the same ledger. */
function mergeBoth(
  here: readonly Kept[],
  newest: readonly BackedUp[],
  older: readonly BackedUp[],
  places: readonly number[],
  random: Random,
): Merged {
  const inNewest = places.filter((place) => place < newest.length);
  const inOlder = places.filter((place) => place >= newest.length).map((place) => place - newest.length);
  const first = merge(newest, here, inNewest, random);
  const second = merge(older, first.accounts, inOlder, random);
  const ids = { newest: [...first.ids], older: [...second.ids] };
  return {
    accounts: second.accounts,
    ids: places.map((place) => (place < newest.length ? ids.newest : ids.older).shift() ?? null),
  };
}

/** The ledgers that were taken. One without codes needs no place in the vault. */
function ledgersOf({ accounts, ids }: Merged): Ledger[] {
  const taken = new Set(ids);
  return accounts
    .filter(({ id, sets }) => taken.has(id) && sets.length > 0)
    .map(({ id, label, sets }) => ({ id, label, sets }));
}

/**
 * Adds accounts for what was taken and belongs to none here. Their tokens are in no backup: each asks for one. Where
 * there are too many accounts, the codes stay without one.
 *
 * @returns how many were added
 * @throws AppError as State.change
 */
export async function takeAccounts(state: State, taken: readonly Kept[]): Promise<number> {
  if (withAccounts(state.settings, taken) === state.settings) return 0;
  let added = 0;
  await state.change((settings) => {
    const next = withAccounts(settings, taken);
    added = next.accounts.length - settings.accounts.length;
    return next;
  });
  return added;
}

function withAccounts(settings: Settings, taken: readonly Kept[]): Settings {
  let next = settings;
  for (const { id, label, serviceUrl, tokenPrefix } of taken) {
    const isKnown = next.accounts.some((account) => account.id === id);
    if (serviceUrl === null || isKnown || next.accounts.length >= limits.accounts) continue;
    const basics = {
      id,
      label: freeLabel(next, seenLabel(label)),
      kind: 'own' as const,
      serviceUrl,
      tokenPrefix,
    };
    next = {
      ...next,
      accounts: [...next.accounts, newAccount(basics, 'missing')],
      activeAccountId: next.activeAccountId ?? id,
    };
  }
  return next;
}

/** A label that a person can see, whatever stood in the file. */
function seenLabel(label: string): string {
  try {
    return readLabel(label);
  } catch {
    return 'Restored';
  }
}
