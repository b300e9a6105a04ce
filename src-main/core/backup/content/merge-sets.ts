import { type CodeSet, codeSetRecord, eachCodeOnce } from '../../records/code-set';
import { joinCode, type RecoveryCode } from '../../records/recovery-code';
import { nameSet } from '../../recovery-codes/ledger';
import type { Random } from '../../ports/random';
import { type Group, groupSets } from './group-sets';
import { inOrder } from './order-sets';

/**
 * Joins the sets of a ledger in a file with those of the same ledger here. No code and no note is dropped, and no code
 * becomes less used. What comes of it is the same whichever side is which, in whatever order files are joined, and
 * however often, but for the order of the codes in a set: there what is here stays where it is.
 *
 * - Sets that share a code are one set (groupSets), which is replaced where any side says so.
 * - Which is the current one: inOrder.
 */
export function mergeSets(there: readonly CodeSet[], here: readonly CodeSet[], random: Random): CodeSet[] {
  const joined = groupSets([settle(here), settle(there)]).map(join);
  return inOrder(joined).map((set) => (set.name === '' ? { ...set, name: nameSet(random) } : set));
}

function join([first, ...others]: Group): CodeSet {
  const codes = eachCodeOnce(
    [first, ...others].flatMap((set) => set.codes),
    joinCode,
  );
  return others.reduce((here, there) => codeSetRecord.merge(there, here, { codes }), { ...first, codes });
}

/**
 * Every code of one side in one set. A list that was pasted anew over one that shares codes with it is one set with it;
 * what the newer does not list is gone.
 */
const settle = (sets: readonly CodeSet[]): CodeSet[] =>
  groupSets([sets]).map(([first, ...older]) => {
    const listed = new Set(first.codes.map(({ code }) => code));
    const known = older.flatMap((set) => {
      const at = set.replacedAt ?? first.fetchedAt;
      return set.codes.map((one) => (listed.has(one.code) ? one : asGone(one, at)));
    });
    return { ...first, codes: eachCodeOnce([...first.codes, ...known], joinCode) };
  });

const asGone = (one: RecoveryCode, at: number): RecoveryCode =>
  one.state === 'used' || one.state === 'gone' ? one : { ...one, state: 'gone', at };
