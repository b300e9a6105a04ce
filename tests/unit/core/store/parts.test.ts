import { beforeEach, describe, expect, it } from 'vitest';
import { beginSet, changeCode, spendCode, takeIn } from '../../../../src-main/core/recovery-codes/ledger';
import { Computer, entryId, exchange } from './computer';

const [first, second] = [entryId(1), entryId(2)];
const url = 'https://service.test';

describe('what is said of entries while they are one', () => {
  let computer: Computer;
  const codesOf = (id: string): string[] =>
    computer.ledger(id).sets.flatMap(({ codes }) => codes.map(({ code }) => code));
  const tell = (id: string) => computer.ledger(id).sets[0]?.codes.map(({ state, note }) => [state, note]);

  beforeEach(() => {
    computer = new Computer(1);
    computer.change(first, (ledger) => beginSet(ledger, ['a'], 5, computer.random));
    computer.change(second, (ledger) => beginSet(ledger, ['b'], 6, computer.random));
    computer.unite(second, first);
  });

  it('holds for the part that has the code when they are two again', () => {
    computer.change(first, (ledger) => spendCode(ledger, 'b', 9));
    const place = computer.ledger(first).sets[0]?.codes.findIndex(({ code }) => code === 'b') ?? 0;
    computer.change(first, (ledger) => changeCode(ledger, place, (one) => ({ ...one, note: 'kept' })));
    computer.part(first);
    expect(tell(second)).toEqual([['used', 'kept']]);
    expect(tell(first)).toEqual([['unused', '']]);
  });

  it('holds for all parts where it is of the whole', () => {
    computer.describe(first, {
      label: 'Both',
      serviceUrl: url,
      tokenPrefix: 'Bearer',
      note: 'n',
      inDoubt: true,
    });
    const seen = computer.entry(first);
    if (seen) computer.tag(seen, ['work']);
    computer.part(first);
    for (const id of [first, second]) {
      expect(computer.entry(id)).toMatchObject({ label: 'Both', note: 'n', inDoubt: true, tags: ['work'] });
    }
    // An account belongs to one of them.
    expect([first, second].map((id) => computer.entry(id)?.serviceUrl)).toEqual([url, null]);
  });

  it('leaves more of a list with the part that had it first', () => {
    computer.change(first, (ledger) => takeIn(ledger, ['b', 'c'], 9, computer.random));
    computer.part(first);
    expect([codesOf(first), codesOf(second)]).toEqual([['a'], ['b', 'c']]);
  });

  it('makes no used code unused in a part that got it from the other', () => {
    computer.change(first, (ledger) => spendCode(ledger, 'b', 9));
    computer.change(first, (ledger) => takeIn(ledger, ['a', 'b', 'c'], 9, computer.random));
    computer.part(second);
    expect(codesOf(first)).toEqual(['a', 'b', 'c']);
    expect(tell(first)?.map(([state]) => state)).toEqual(['unused', 'used', 'unused']);
    expect(tell(second)).toEqual([['used', '']]);
  });
});

it('takes a yes back that it knows, and none that came meanwhile', () => {
  const [here, there] = [new Computer(1), new Computer(2)];
  for (const id of [first, second]) here.describe(id, { label: 'Mail' });
  here.unite(first, second);
  exchange(here, there);
  there.unite(second, first);
  here.part(first);
  exchange(here, there);
  expect(here.entry(first)?.ids).toEqual([first, second]);
  expect(there.entry(second)).toEqual(here.entry(first));
});
