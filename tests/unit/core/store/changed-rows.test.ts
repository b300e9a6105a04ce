import { beforeEach, describe, expect, it } from 'vitest';
import { beginSet, changeCode } from '../../../../src-main/core/recovery-codes/ledger';
import { correctCode, putBackCode, removeCode } from '../../../../src-main/core/recovery-codes/row-changes';
import { Computer, entryId, exchange } from './computer';

const id = entryId(1);
let here: Computer;
let there: Computer;

beforeEach(() => {
  here = new Computer(1);
  there = new Computer(2);
  here.change(id, (ledger) => beginSet(ledger, ['aaaa', 'bbbb', 'cccc'], 1_000, here.random));
  exchange(here, there);
});

/** Both show the same, with what is known of each code. */
function shown(): string[] {
  exchange(here, there);
  expect(there.view()).toEqual(here.view());
  expect(here.ledger(id).sets).toHaveLength(1);
  const [current] = here.ledger(id).sets;
  return (current?.codes ?? []).map(({ code, state, note }) => [code, state, note].join(' ').trim());
}

const note = (text: string, index: number) => (ledger: Parameters<typeof changeCode>[0]) =>
  changeCode(ledger, index, (one) => ({ ...one, note: text }));
const use = (index: number) => (ledger: Parameters<typeof changeCode>[0]) =>
  changeCode(ledger, index, (one) => ({ ...one, state: 'used', at: 2_000 }));

describe('a row that one of two computers changes', () => {
  it('is removed for both, while the other marks one', () => {
    here.change(id, (ledger) => removeCode(ledger, 1));
    there.change(id, use(2));
    expect(shown()).toEqual(['aaaa unused', 'cccc used']);
  });

  it('is corrected for both, with its state and its note', () => {
    here.change(id, note('on the train', 1));
    here.change(id, use(1));
    exchange(here, there);
    here.change(id, (ledger) => correctCode(ledger, 1, 'dddd'));
    there.change(id, note('mine', 0));
    expect(shown()).toEqual(['aaaa unused mine', 'dddd used on the train', 'cccc unused']);
    // Nothing of the old text is left but what became of it.
    const bodies = [...(here.store.entries.get(id)?.facts.values() ?? [])].map(({ body }) => body);
    const notes = bodies.filter(({ kind }) => kind === 'note');
    expect(notes.map((body) => body['code']).sort()).toEqual(['aaaa', 'dddd']);
  });

  it('is put back for both as it was', () => {
    here.change(id, note('on the train', 1));
    const [removed] = here.ledger(id).sets[0]?.codes.slice(1) ?? [];
    here.change(id, (ledger) => removeCode(ledger, 1));
    expect(shown()).toEqual(['aaaa unused', 'cccc unused']);
    here.change(id, (ledger) => (removed ? putBackCode(ledger, 1, removed) : ledger));
    expect(shown()).toEqual(['aaaa unused', 'bbbb unused on the train', 'cccc unused']);
  });

  it('is there again where both removed another one at once, for each said what is left', () => {
    here.change(id, (ledger) => removeCode(ledger, 0));
    there.change(id, (ledger) => removeCode(ledger, 2));
    expect(shown().sort()).toEqual(['aaaa unused', 'bbbb unused', 'cccc unused']);
  });

  it('may be the only one of its list', () => {
    here.change(id, (ledger) => removeCode(removeCode(ledger, 2), 1));
    exchange(here, there);
    here.change(id, (ledger) => correctCode(ledger, 0, 'zzzz'));
    expect(shown()).toEqual(['zzzz unused']);
  });
});
