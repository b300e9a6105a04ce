import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodeState } from '#contract/snapshot';
import type { CodeSet } from '../../../../../src-main/core/records/code-set';
import { mergeSets } from '../../../../../src-main/core/backup/content/merge-sets';
import { history, type History, ledgersAfter, OwnRandom, seen } from './histories';

const join = (there: readonly CodeSet[], here: readonly CodeSet[]): CodeSet[] =>
  mergeSets(there, here, new OwnRandom(9));
const weight: Record<CodeState, number> = { unused: 0, 'perhaps-used': 1, gone: 2, used: 3 };
const codesOf = (sets: readonly CodeSet[]) => sets.flatMap(({ codes }) => codes);

/** Holds for what three computers know, whatever happened to them. */
function always(what: (a: CodeSet[], b: CodeSet[], c: CodeSet[]) => void, pastesOver = true): void {
  fc.assert(
    fc.property(history, (one: History) => {
      const [a = [], b = [], c = []] = ledgersAfter(one, pastesOver).map(({ sets }) => [...sets]);
      what(a, b, c);
    }),
    { numRuns: 1_500, seed: 20_261_128 },
  );
}

describe('merging what computers know of one list', () => {
  it('shows the same whichever of two is the file', () => {
    always((a, b) => {
      expect(seen(join(a, b))).toEqual(seen(join(b, a)));
    });
  });

  it('shows the same in whatever order three are merged', () => {
    always((a, b, c) => {
      const all = seen(join(join(a, b), c));
      expect(seen(join(a, join(b, c)))).toEqual(all);
      expect(seen(join(b, join(c, a)))).toEqual(all);
    });
  });

  it('twice is once, and after it both computers merge to the same', () => {
    always((a, b) => {
      const both = join(b, a);
      expect(join(b, both)).toEqual(both);
      expect(join(both, both)).toEqual(both);
      expect(seen(join(both, b))).toEqual(seen(both));
    });
  });

  it('of a list with itself changes nothing that is seen', () => {
    const bySet = (sets: readonly CodeSet[]) => [
      sets[0]?.name,
      seen(sets).sort((one, other) => (one.name < other.name ? -1 : 1)),
    ];
    always((a) => {
      expect(bySet(join(a, a))).toEqual(bySet(a));
    }, false);
  });

  it('loses no code and no note, and makes no code less used', () => {
    always((a, b) => {
      const merged = new Map(codesOf(join(a, b)).map((one) => [one.code, one]));
      for (const { code, state, note } of [...codesOf(a), ...codesOf(b)]) {
        const known = merged.get(code);
        expect(weight[known?.state ?? 'unused']).toBeGreaterThanOrEqual(weight[state]);
        const notes = known?.note.split('; ') ?? [];
        expect(notes).toEqual(expect.arrayContaining(note.split('; ').filter((part) => part !== '')));
      }
      expect(merged.size).toBe(new Set([...codesOf(a), ...codesOf(b)].map(({ code }) => code)).size);
    });
  });

  it('keeps each code in one set', () => {
    always((a, b) => {
      const texts = codesOf(join(a, b)).map(({ code }) => code);
      expect(new Set(texts).size).toBe(texts.length);
    });
  });

  it('never makes a set current that one side knows to be replaced, where one is left that nobody does', () => {
    always((a, b) => {
      const replaced = new Set(
        codesOf([...a, ...b].filter((set) => set.replacedAt !== null)).map(({ code }) => code),
      );
      const isReplaced = (set: CodeSet) => set.codes.some(({ code }) => replaced.has(code));
      const [current, ...others] = join(a, b);
      if (current && isReplaced(current)) expect(others.filter((set) => !isReplaced(set))).toEqual([]);
    }, false);
  });
});
