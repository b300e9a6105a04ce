import { describe, expect, it } from 'vitest';
import { beginSet, changeCode, spendCode, takeIn } from '../../../../src-main/core/recovery-codes/ledger';
import type { Ledger } from '../../../../src-main/core/records/ledger-record';
import { join } from '../../../../src-main/core/store/facts/join';
import { storeOf } from '../../../../src-main/core/store/changes/store-of';
import { entryOf } from '../../../../src-main/core/store/view/view';
import { Computer, entryId, exchange } from './computer';

const mail = entryId(1);
const github = entryId(2);

const add = (computer: Computer, id: string, codes: readonly string[]): void => {
  computer.change(id, (ledger) => beginSet(ledger, codes, computer.now, computer.random));
};
const codesOf = ({ sets }: Ledger): string[][] => sets.map((set) => set.codes.map(({ code }) => code));
const pair = (): [Computer, Computer] => [new Computer(1, 5_000), new Computer(2, 1_000)];

describe('the smallest examples that a merge of ledgers fails', () => {
  it('shows the same current set on both: here one is current, there the other was listed later', () => {
    const [here, there] = pair();
    add(here, mail, ['y']);
    add(here, mail, ['x']);
    exchange(here, there);
    expect(codesOf(there.ledger(mail))).toEqual([['x'], ['y']]);
    there.change(mail, (ledger) => takeIn(ledger, ['y'], there.now, there.random));
    exchange(here, there);
    expect(codesOf(here.ledger(mail))).toEqual([['y'], ['x']]);
    expect(there.ledger(mail)).toEqual(here.ledger(mail));
  });

  it('shows one date and one name of a code that both used', () => {
    const old = (computer: Computer, at: number): Ledger =>
      spendCode(beginSet({ id: mail, label: 'Mail', sets: [] }, ['d'], 5, computer.random), 'd', at);
    const [here, there] = pair();
    here.hears(storeOf([], [old(here, 10)]));
    there.hears(storeOf([], [old(there, 20)]));
    exchange(here, there);
    expect(here.ledger(mail).sets).toHaveLength(1);
    expect(here.ledger(mail).sets[0]?.codes).toEqual([{ code: 'd', state: 'used', at: 10, note: '' }]);
    expect(there.ledger(mail)).toEqual(here.ledger(mail));
  });

  it('makes one set of three that hang together, in any order', () => {
    const lists = [['d'], ['a'], ['b', 'a', 'c', 'd']];
    const computers = lists.map((codes, place) => {
      const computer = new Computer(place + 1, 1_000 + place);
      add(computer, mail, codes);
      return computer.store;
    });
    const [first, second, third] = computers as [never, never, never];
    const orders = [
      [first, second, third],
      [third, second, first],
      [second, third, first],
      [second, first, third],
    ];
    for (const order of orders) {
      const all = new Computer(9);
      for (const store of order) all.hears(store);
      expect(codesOf(all.ledger(mail))).toEqual([['d', 'a', 'b', 'c']]);
    }
  });

  it('keeps two entries apart that have a code in common', () => {
    const [here, there] = pair();
    add(here, github, ['11111111']);
    add(there, mail, ['11111111']);
    there.change(mail, (ledger) => spendCode(ledger, '11111111', 7));
    exchange(here, there);
    expect(here.view().map(({ id }) => id)).toEqual([mail, github]);
    expect(here.ledger(github).sets[0]?.codes[0]?.state).toBe('unused');
  });

  it('replaces neither of two lists of one name that have nothing in common', () => {
    const [here, there] = pair();
    add(here, mail, ['a']);
    add(there, github, ['b']);
    exchange(here, there);
    expect(here.view().map(({ label }) => label)).toEqual(['Mail', 'Mail']);
    expect(here.view().flatMap(({ ledger }) => ledger.sets.map(({ replacedAt }) => replacedAt))).toEqual([
      null,
      null,
    ]);
  });

  it('shows both of two long notes, and the next edit joins them', () => {
    const [here, there] = pair();
    const note = (computer: Computer, text: string): void => {
      computer.change(mail, (ledger) => changeCode(ledger, 0, (code) => ({ ...code, note: text })));
    };
    const shown = (): string | undefined => there.ledger(mail).sets[0]?.codes[0]?.note;
    add(here, mail, ['a']);
    exchange(here, there);
    note(here, 'x'.repeat(120));
    note(there, 'y'.repeat(120));
    exchange(here, there);
    expect(shown()?.split('; ').sort()).toEqual(['x'.repeat(120), 'y'.repeat(120)]);
    note(here, 'both');
    exchange(here, there);
    expect(shown()).toBe('both');
  });

  it('brings a code back used that was used while its list was removed', () => {
    const [here, there] = pair();
    add(here, mail, ['d']);
    exchange(here, there);
    const seen = here.entry(mail);
    if (!seen) throw new Error('nothing to remove');
    there.change(mail, (ledger) => spendCode(ledger, 'd', 9));
    here.remove(seen);
    exchange(here, there);
    expect(here.entry(mail)).toBeNull();
    here.change(mail, () => seen.ledger, null);
    exchange(here, there);
    expect(there.ledger(mail).sets[0]?.codes[0]).toEqual({ code: 'd', state: 'used', at: 9, note: '' });
  });

  it('keeps codes that came while their list was removed, in the archive', () => {
    const [here, there] = pair();
    add(here, mail, ['old']);
    here.describe(mail, { archived: { at: 5, reason: 'removed' } });
    exchange(here, there);
    const seen = here.entry(mail);
    if (!seen) throw new Error('nothing to remove');
    add(there, mail, ['new']);
    here.remove(seen);
    exchange(here, there);
    expect(codesOf(there.ledger(mail))).toEqual([['new']]);
    expect(there.entry(mail)?.archived).toEqual({ at: 5, reason: 'removed' });
    expect(here.entry(mail)).toEqual(there.entry(mail));
  });
});

it('shows one entry of two by a yes alone, and its codes together', () => {
  const [here, there] = pair();
  add(here, mail, ['a', 'b']);
  add(there, github, ['b', 'c']);
  exchange(here, there);
  here.unite(github, mail);
  expect(here.view().map(({ ids }) => ids)).toEqual([[mail, github]]);
  expect(codesOf(here.ledger(mail))).toEqual([['b', 'c', 'a']]);
  expect(entryOf(join(there.store, here.store), github)).toEqual(here.entry(mail));
});
