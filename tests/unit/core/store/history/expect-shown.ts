import { expect } from 'vitest';
import type { Entry } from '../../../../../src-main/core/store/view/entry';
import type { Store } from '../../../../../src-main/core/store/facts/store';
import { entryOf, viewOf } from '../../../../../src-main/core/store/view/view';
import { entryId } from '../computer';
import { codesOf } from './code-acts';
import { countedOf, type Deed, lastOf, oneWith, standing } from './deeds';

/** Fails unless a store that knows all shows what was said and nobody took back who had seen it, and nothing else. */
export function expectShown(store: Store, deeds: readonly Deed[]): void {
  const ids = [1, 2, 3].map(entryId);
  const groups = [...new Set(ids.map((id) => oneWith(deeds, id).join(' ')))].map((group) => group.split(' '));
  const entries = groups.map((group) => expectGroup(store, group, deeds));
  expect(new Set(viewOf(store))).toEqual(new Set(entries.filter((entry) => entry !== null)));
}

/** @param ids of all that are one */
function expectGroup(store: Store, ids: readonly string[], deeds: readonly Deed[]): Entry | null {
  const stands = standing(deeds).filter((deed) => deed.entries.some((id) => ids.includes(id)));
  const of = (kind: string): Deed[] => stands.filter((deed) => deed.kind === kind);
  const [first, ...others] = ids.map((id) => entryOf(store, id));
  const entry = first ?? null;
  for (const other of others) expect(other).toBe(entry);
  const isThere = [...of('account'), ...of('set'), ...of('otp')].length > 0;
  expect(entry !== null).toBe(isThere);
  if (!entry) return null;

  expect(entry.hasAccount).toBe(of('account').length > 0);
  expect(entry.inDoubt).toBe(of('doubt').length > 0);
  expect(entry.tags).toEqual([...new Set(of('tag').map(({ text }) => text))].sort());
  expect(entry.authenticators.map(({ secret, count }) => `${secret} ${count}`).sort()).toEqual(
    of('otp')
      .map(({ text, fact }) => `${text} ${countedOf(deeds, fact).count}`)
      .sort(),
  );
  expectCodes(entry, of);
  // Of a part that nothing is left of, no value counts.
  expectLatest(
    entry,
    ids.filter((id) => store.entries.has(id)),
    deeds,
  );
  return entry;
}

function expectCodes({ ledger }: Entry, of: (kind: string) => Deed[]): void {
  expect(ledger.sets.map((set) => codesOf({ sets: [set] }).sort()).sort()).toEqual(
    together(of('set').map(({ codes }) => codes)),
  );
  const used = new Set(of('used').flatMap(({ codes }) => codes));
  const shown = ledger.sets.flatMap(({ codes }) => codes);
  for (const { code, state, note } of shown) {
    expect([code, state === 'used']).toEqual([code, used.has(code)]);
    const texts = of('note').filter(({ codes }) => codes[0] === code);
    expect(
      note
        .split('; ')
        .filter((text) => text !== '')
        .sort(),
    ).toEqual([...new Set(texts.map(({ text }) => text))].sort());
  }
}

/** The values that there is one of, and where they are shown. */
const saidOnce = [
  ['label', 'label'],
  ['archived', 'archived'],
  ['url', 'serviceUrl'],
  ['prefix', 'tokenPrefix'],
] as const;

function expectLatest(entry: Entry, ids: readonly string[], deeds: readonly Deed[]): void {
  for (const [name, field] of saidOnce) {
    const said = lastOf(deeds, name, ids);
    const isShown = entry.hasAccount || name === 'label' || name === 'archived';
    if (said && isShown) expect(JSON.stringify(entry[field])).toBe(said.text);
  }
  const listed = lastOf(deeds, 'listed', ids);
  const codes = codesOf(entry.ledger);
  if (listed?.codes.every((code) => codes.includes(code)) === true) {
    expect(codesOf({ sets: entry.ledger.sets.slice(0, 1) })).toEqual(
      expect.arrayContaining([...listed.codes]),
    );
  }
}

/** Lists that share a code as one, by joining any two until none are left that do. */
function together(lists: readonly (readonly string[])[]): string[][] {
  const sets: string[][] = [];
  for (const list of lists) {
    const touched = sets.filter((set) => set.some((code) => list.includes(code)));
    for (const set of touched) sets.splice(sets.indexOf(set), 1);
    sets.push([...new Set([...touched.flat(), ...list])].sort());
  }
  return sets.sort();
}
