import { limits } from '#contract/limits';

/**
 * Whether entries are more than can be compared and kept: counted before anything is looked at, for each comes at a price.
 *
 * @param accounts as they were read or written; whatever has another shape counts for nothing
 */
export function isTooFull(accounts: readonly unknown[]): boolean {
  if (accounts.length > limits.entries) return true;
  const sets = accounts.flatMap((one) => listIn(one, 'sets'));
  return (
    sets.length > limits.setsInFile ||
    countIn(sets, 'codes') > limits.codesInFile ||
    countIn(accounts, 'tags') > limits.tagsInFile ||
    countIn(accounts, 'authenticators') > limits.authenticatorsInFile
  );
}

type List = 'sets' | 'codes' | 'tags' | 'authenticators';

const countIn = (all: readonly unknown[], name: List): number =>
  all.reduce<number>((sum, one) => sum + listIn(one, name).length, 0);

function listIn(one: unknown, name: List): readonly unknown[] {
  const list: unknown =
    typeof one === 'object' && one !== null ? (one as Record<string, unknown>)[name] : null;
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
}
