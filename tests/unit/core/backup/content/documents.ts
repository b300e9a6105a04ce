import type { CodeState } from '#contract/snapshot';
import { type BackedUp, type Kept, undescribed } from '../../../../../src-main/core/records/backed-up';
import type { CodeSet } from '../../../../../src-main/core/records/code-set';
import type { RecoveryCode } from '../../../../../src-main/core/records/recovery-code';
import type { Roll } from '../../state/mutations';

const states: readonly CodeState[] = ['unused', 'used', 'perhaps-used', 'gone'];
const id = (number: number): string => `7d8b4a51-3a2c-4f0e-9a55-${number.toString(16).padStart(12, '0')}`;

export const aCode = (code: string, differs: Partial<RecoveryCode> = {}): RecoveryCode => ({
  code,
  state: 'unused',
  at: null,
  note: '',
  ...differs,
});
export const aSet = (codes: readonly (string | RecoveryCode)[], differs: Partial<CodeSet> = {}): CodeSet => ({
  name: 'K7-4QD',
  fetchedAt: 1_000,
  replacedAt: null,
  codes: codes.map((one) => (typeof one === 'string' ? aCode(one) : one)),
  ...differs,
});
/** An account by the number of its id. */
export const anAccount = (
  number: number,
  sets: readonly CodeSet[],
  differs: Partial<BackedUp> = {},
): Kept => ({
  ...undescribed,
  label: `Account ${number}`,
  serviceUrl: `https://service${number}.test/v1`,
  tokenPrefix: '',
  sets,
  ...differs,
  id: differs.id ?? id(number),
});

function code(text: string, roll: Roll): RecoveryCode {
  const state = states[roll(4)] ?? 'unused';
  const notes = ['', '', 'phone', 'desk', 'x'.repeat(150)];
  return { code: text, state, at: state === 'unused' ? null : roll(9_000), note: notes[roll(5)] ?? '' };
}

/** Sets as an account has them: each code of the account in at most one, the replaced ones newest first. */
function sets(number: number, roll: Roll): CodeSet[] {
  const count = roll(4);
  return Array.from({ length: count }, (_, place) => {
    const codes = Array.from(
      { length: 10 },
      (_, index) => `code-${number}-${(place + roll(2)) * 10 + index}`,
    );
    return {
      name: roll(8) === 0 ? '' : `S${number}-${roll(4)}${place}A`,
      fetchedAt: 5_000 - place * 1_000 + roll(2_000),
      replacedAt: place === 0 ? null : 9_000 - place * 10,
      codes: codes.filter(() => roll(3) > 0).map((text) => code(text, roll)),
    };
  })
    .map((set, place, all) => {
      const earlier = new Set(all.slice(0, place).flatMap(({ codes }) => codes.map((one) => one.code)));
      return { ...set, codes: set.codes.filter((one) => !earlier.has(one.code)) };
    })
    .filter(({ codes }) => codes.length > 0)
    .map((set, place) => (place === 0 ? { ...set, replacedAt: null } : set));
}

/**
 * What a computer may hold of six accounts that all computers know.
 *
 * @param ids `own`: some of them under an id that no other computer has
 */
export function someAccounts(roll: Roll, ids: 'own' | 'shared' = 'own'): Kept[] {
  return [1, 2, 3, 4, 5, 6]
    .filter(() => roll(4) > 0)
    .map((number) => {
      const owner = ids === 'own' && roll(3) === 0 ? number + 16 * (1 + roll(1_000)) : number;
      const serviceUrl = number < 3 ? null : `https://service${number}.test/v1`;
      return anAccount(number, sets(number, roll), { id: id(owner), serviceUrl });
    });
}

/** All codes of some accounts, with what is known of each. */
export const codesIn = (accounts: readonly BackedUp[]): Map<string, RecoveryCode> =>
  new Map(accounts.flatMap((one) => one.sets.flatMap((set) => set.codes)).map((one) => [one.code, one]));
