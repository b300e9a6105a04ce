import { describe, expect, it } from 'vitest';
import type { BackedUp } from '../../../../../src-main/core/records/backed-up';
import { groupSets } from '../../../../../src-main/core/backup/content/group-sets';
import { matchLedgers, tooCommon } from '../../../../../src-main/core/backup/content/matching';
import { dice, type Roll } from '../../state/mutations';
import { anAccount, aSet, someAccounts } from './documents';
import { groupEachWithEach, matchEachWithEach } from './each-with-each';

/** Ledgers that share codes, names, services and ids by chance, with no code in more than a few of them. */
function tangled(roll: Roll): BackedUp[] {
  const uses = new Map<string, number>();
  const draw = (): string[] => {
    const code = `code-${roll(24)}`;
    const used = uses.get(code) ?? 0;
    uses.set(code, used + 1);
    return used < tooCommon ? [code] : [];
  };
  return Array.from({ length: roll(9) }, () => {
    const sets = Array.from({ length: roll(4) }, () =>
      aSet([...new Set(Array.from({ length: roll(6) }, draw).flat())], {
        name: ['', 'K7-4QD', '2M-X0A', '00-ZZZ'][roll(4)] ?? '',
      }),
    );
    const one = anAccount(roll(12), sets, {
      label: `L${roll(3)}`,
      serviceUrl: roll(2) === 0 ? null : 'https://a.test',
    });
    return roll(3) === 0 ? { ...one, id: null } : one;
  });
}

describe('what belongs together, found by an index', () => {
  it('is what comparing each with each finds', () => {
    const roll = dice(20_261_127);
    let pairs = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const [there, here] =
        round % 3 === 0 ? [someAccounts(roll), someAccounts(roll)] : [tangled(roll), tangled(roll)];
      const found = matchLedgers(there, here);
      pairs += found.filter((place) => place !== null).length;
      expect(found).toEqual(matchEachWithEach(there, here));
      const sets = [...there, ...here].flatMap((one) => one.sets.map((set) => ({ ...set, name: '' })));
      const groups = groupSets([sets]).map((group) =>
        [...new Set(group.flatMap(({ codes }) => codes.map(({ code }) => code)))].sort(),
      );
      expect(groups.sort()).toEqual(groupEachWithEach(sets).sort());
    }
    expect(pairs).toBeGreaterThan(3_000);
  });

  it('makes nothing of a code that stands everywhere', () => {
    const everywhere = Array.from({ length: tooCommon + 1 }, (_, place) =>
      anAccount(place, [aSet(['0000'])], { serviceUrl: null, label: 'Bank' }),
    );
    const stranger = { ...anAccount(99, [aSet(['0000'])], { serviceUrl: null, label: 'Bank' }), id: null };
    expect(matchLedgers([stranger], everywhere)).toEqual([null]);
    expect(matchLedgers([stranger], everywhere.slice(1))).toEqual([0]);
  });
});
