import { limits } from '#contract/limits';
import type { Random } from '../../ports/random';
import type { BackedUp, Kept } from '../../records/backed-up';
import { matchLedgers } from './matching';
import { mergeSets } from './merge-sets';

export interface Merged {
  /** What is here then: everything that was here, in its order, and behind it what is new. */
  readonly accounts: readonly Kept[];
  /** Where each ledger that was taken is now, in the order of `take`; null where there is no room for one more. */
  readonly ids: readonly (string | null)[];
}

/**
 * Takes ledgers of a file into what is here, without loss (mergeSets). Labels, ids and services of what is here stay.
 * Never throws.
 *
 * @param take places in `there`
 * @param room how many ledgers there may be in all
 */
export function merge(
  there: readonly BackedUp[],
  here: readonly Kept[],
  take: readonly number[],
  random: Random,
  room: number = limits.ledgers,
): Merged {
  // All of the file is matched, so that what is left out does not change where the others belong.
  const partners = matchLedgers(there, here);
  const accounts = [...here];
  const known = new Set(here.map(({ id }) => id));
  const ids = take.map((index) => {
    const one = there[index];
    if (!one) return null;
    const place = partners[index] ?? -1;
    const partner = here[place];
    if (partner) {
      accounts[place] = { ...partner, sets: mergeSets(one.sets, partner.sets, random) };
      return partner.id;
    }
    if (accounts.length >= room) return null;
    const id = one.id !== null && !known.has(one.id) ? one.id : random.uuid();
    known.add(id);
    accounts.push({ ...one, id, sets: mergeSets(one.sets, [], random) });
    return id;
  });
  return { accounts, ids };
}
