import type { CodeSet } from '../records/code-set';
import type { Ledger } from '../records/ledger-record';
import type { RecoveryCode } from '../records/recovery-code';
import type { Random } from '../ports/random';

/** Letters and digits that are not mistaken for each other (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A name for a set: five characters, 2 + 3. */
export function nameSet(random: Random): string {
  const letters = [...random.hex(5).matchAll(/../g)].map(
    ([pair]) => alphabet[parseInt(pair, 16) % 32] ?? '0',
  );
  return `${letters.slice(0, 2).join('')}-${letters.slice(2).join('')}`;
}

export const emptyLedger = (id: string, label: string): Ledger => ({ id, label, sets: [] });

const unused = (code: string): RecoveryCode => ({ code, state: 'unused', at: null, note: '' });

/** The codes that can still be counted on. */
export const codesLeft = (set: CodeSet): number => set.codes.filter(({ state }) => state === 'unused').length;

/**
 * Takes in what the service lists now.
 *
 * - A list that shares no code with the current set is a new set; the old one stays as replaced. If it shares codes with
 *   a replaced one, that one is the current set again, with all that is known of it.
 * - A code that the service no longer lists is gone, unless it is known to be used.
 * - A code that it lists again, although it was gone, is unused again; what a person marked as used stays used.
 *
 * @param at epoch milliseconds
 */
export function takeIn(ledger: Ledger, listed: readonly string[], at: number, random: Random): Ledger {
  const still = new Set(listed);
  const [current, ...older] = bringBack(ledger.sets, still, at);
  const known = new Set(current?.codes.map(({ code }) => code));
  const isSame = listed.length === 0 || listed.some((code) => known.has(code));
  if (!current || !isSame) return beginSet(ledger, listed, at, random);

  const codes = current.codes.map((one) => {
    if (still.has(one.code))
      return one.state === 'gone' ? { ...one, state: 'unused' as const, at: null } : one;
    return one.state === 'used' || one.state === 'gone' ? one : { ...one, state: 'gone' as const, at };
  });
  const added = [...still].filter((code) => !known.has(code)).map(unused);
  return { ...ledger, sets: [{ ...current, fetchedAt: at, codes: [...codes, ...added] }, ...older] };
}

/**
 * Puts the set first whose codes are listed, also where it had been replaced, as after restoring from a computer whose
 * clock is wrong: then it is known to be the current one, and the others to be replaced.
 */
function bringBack(sets: readonly CodeSet[], still: ReadonlySet<string>, at: number): readonly CodeSet[] {
  const place = sets.findIndex(({ codes }) => codes.some(({ code }) => still.has(code)));
  const back = sets[place];
  if (!back) return sets;
  return [{ ...back, replacedAt: null }, ...asReplaced(sets.toSpliced(place, 1), at)];
}

/** Sets behind a current one; there is no use in one without codes. */
const asReplaced = (sets: readonly CodeSet[], at: number): CodeSet[] =>
  sets
    .filter(({ codes }) => codes.length > 0)
    .map((one) => (one.replacedAt === null ? { ...one, replacedAt: at } : one));

/** Makes a new current set; the one before stays as replaced, unless there was nothing in it. */
export function beginSet(ledger: Ledger, codes: readonly string[], at: number, random: Random): Ledger {
  const set: CodeSet = {
    name: nameSet(random),
    fetchedAt: at,
    replacedAt: null,
    codes: [...new Set(codes)].map(unused),
  };
  return { ...ledger, sets: [set, ...asReplaced(ledger.sets, at)] };
}

/**
 * What is held in memory over what was sealed earlier under the same id. A set that only the sealed one knows, for the
 * vault was closed meanwhile, stays as replaced.
 */
export function joinSets(held: Ledger | undefined, sealed: Ledger): Ledger {
  if (!held) return sealed;
  const names = new Set(held.sets.map(({ name }) => name));
  const at = held.sets[0]?.fetchedAt ?? null;
  const others = sealed.sets
    .filter(({ name, codes }) => !names.has(name) && codes.length > 0)
    .map((one) => ({ ...one, replacedAt: one.replacedAt ?? at }));
  return { ...held, sets: [...held.sets, ...others] };
}

/** Changes one code of the current set. A place that does not exist changes nothing. */
export function changeCode(ledger: Ledger, index: number, how: (code: RecoveryCode) => RecoveryCode): Ledger {
  const [current, ...older] = ledger.sets;
  if (!current) return ledger;
  const codes = current.codes.map((code, place) => (place === index ? how(code) : code));
  return { ...ledger, sets: [{ ...current, codes }, ...older] };
}

/** Marks a code as used wherever it stands, also among those that were replaced. @param at epoch milliseconds */
export function spendCode(ledger: Ledger, code: string, at: number): Ledger {
  const spend = (one: RecoveryCode): RecoveryCode =>
    one.code === code && one.state !== 'used' ? { ...one, state: 'used', at } : one;
  return { ...ledger, sets: ledger.sets.map((set) => ({ ...set, codes: set.codes.map(spend) })) };
}
