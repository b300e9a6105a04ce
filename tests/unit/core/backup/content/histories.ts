import * as fc from 'fast-check';
import type { CodeSet } from '../../../../../src-main/core/records/code-set';
import type { Ledger } from '../../../../../src-main/core/records/ledger-record';
import type { Random } from '../../../../../src-main/core/ports/random';
import { mergeSets } from '../../../../../src-main/core/backup/content/merge-sets';
import {
  beginSet,
  changeCode,
  emptyLedger,
  spendCode,
  takeIn,
} from '../../../../../src-main/core/recovery-codes/ledger';

/** Draws for one computer: no two of them ever give the same name. */
export class OwnRandom implements Random {
  #drawn = 0;

  readonly #computer: number;

  constructor(computer: number) {
    this.#computer = computer;
  }

  uuid(): string {
    return `00000000-0000-4000-8000-${this.hex(6)}`;
  }

  hex(bytes: number): string {
    this.#drawn += 1;
    const digits = [this.#computer, Math.floor(this.#drawn / 32), this.#drawn % 32];
    const drawn = digits.map((digit) => digit.toString(16).padStart(2, '0')).join('');
    return drawn.padStart(bytes * 2, '0');
  }

  fraction(): number {
    return 0.5;
  }
}

const whats = [
  ...['fetch', 'fetch', 'fetch', 'use', 'spend', 'note', 'note', 'mark'],
  ...['renew', 'renew', 'renew', 'restore', 'restore', 'again'],
] as const;
const step = fc.record({
  computer: fc.nat(2),
  what: fc.constantFrom(...whats),
  other: fc.nat(2),
  place: fc.nat(5),
  note: fc.constantFrom('phone', 'desk', 'train; tram', 'x'.repeat(120), 'y'.repeat(120)),
  minutes: fc.nat(300),
});

/** How far the clocks of the three are off, in hours; what happens, in order; whether the list is kept by hand. */
export const history = fc.record({
  clocks: fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }), fc.constant(0)),
  steps: fc.array(step, { minLength: 3, maxLength: 30, size: 'max' }),
  byHand: fc.boolean(),
});
export type History = typeof history extends fc.Arbitrary<infer One> ? One : never;

const hour = 60 * 60 * 1000;
const theSet = (number: number): string[] => Array.from({ length: 5 }, (_, place) => `s${number}-${place}`);

/**
 * What three computers know of one list, by the ledger's own rules: they fetch or paste it, use and mark codes, have new
 * ones made, and restore backups of each other.
 *
 * @param pastesOver whether a list may be pasted again over itself, with a code more and one less
 */
export function ledgersAfter({ clocks, steps, byHand }: History, pastesOver = false): Ledger[] {
  const computers = clocks.map((off, number) => ({
    off: off * hour,
    random: new OwnRandom(number + 1),
    ledger: emptyLedger('7d8b4a51-3a2c-4f0e-9a55-000000000001', 'Work'),
  }));
  let now = 1_000 * hour;
  let current = 0;
  let made = 0;
  const spent = new Set<string>();
  for (const { computer, what, other, place, note, minutes } of steps) {
    const one = computers[computer];
    if (!one) continue;
    now += minutes * 60_000;
    const at = now + one.off;
    const listed = theSet(current).filter((code) => !spent.has(code));
    const has = one.ledger.sets.length > 0;
    const code = one.ledger.sets[0]?.codes[place]?.code ?? '';
    if (what === 'fetch' && !byHand) one.ledger = takeIn(one.ledger, listed, at, one.random);
    if (what === 'fetch' && byHand && !has) one.ledger = takeIn(one.ledger, theSet(current), at, one.random);
    // The service goes back to earlier codes, or a person to an earlier list.
    if (what === 'again' && (!byHand || pastesOver)) current = other % (made + 1);
    if (what === 'again' && byHand && pastesOver && has) {
      const over = [...theSet(current).slice(1), `more-${current}`];
      one.ledger = takeIn(one.ledger, over, at, one.random);
    }
    if (what === 'use') one.ledger = changeCode(one.ledger, place, (was) => ({ ...was, state: 'used', at }));
    if (what === 'use' && code !== '') spent.add(code);
    if (what === 'spend' && code !== '') {
      spent.add(code);
      one.ledger = spendCode(one.ledger, code, at);
    }
    if (what === 'mark') {
      one.ledger = changeCode(one.ledger, place, (was) =>
        was.state === 'unused'
          ? { ...was, state: 'perhaps-used', at }
          : { ...was, state: 'unused', at: null },
      );
    }
    if (what === 'note') one.ledger = changeCode(one.ledger, place, (was) => ({ ...was, note }));
    if (what === 'renew' && has) {
      made += 1;
      current = made;
      one.ledger = beginSet(one.ledger, theSet(current), at, one.random);
    }
    if (what === 'restore') {
      const sets = mergeSets(computers[other]?.ledger.sets ?? [], one.ledger.sets, one.random);
      one.ledger = { ...one.ledger, sets };
    }
  }
  return computers.map(({ ledger }) => ledger);
}

/** All that a person sees of the sets, but for the order of the codes in each. */
export const seen = (sets: readonly CodeSet[]): CodeSet[] =>
  sets.map((set) => ({
    ...set,
    codes: [...set.codes].sort((one, other) => (one.code < other.code ? -1 : 1)),
  }));
