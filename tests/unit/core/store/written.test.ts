import { describe, expect, it } from 'vitest';
import { beginSet, emptyLedger } from '../../../../src-main/core/recovery-codes/ledger';
import { join } from '../../../../src-main/core/store/facts/join';
import { emptyStore } from '../../../../src-main/core/store/facts/store';
import { readStore } from '../../../../src-main/core/store/facts/written-store';
import { lastTime, nextTick } from '../../../../src-main/core/store/facts/tick';
import { entryOf } from '../../../../src-main/core/store/view/view';
import { storeOf } from '../../../../src-main/core/store/changes/store-of';
import { Computer, entryId } from './computer';
import { DrawnRandom } from './drawn-random';
import { canon } from './written-canon';

const id = 'AAAAAAAAAAAAAAA0';
const tick = [1, '0'.repeat(16)];
const fact = { of: entryId(1), tick, body: { kind: 'account' } };
const empty = { facts: {}, gone: [], latest: {}, counters: {} };

describe('a written store', () => {
  it('keeps kinds, fields and keys that this version does not know', () => {
    const json = {
      facts: { [id]: { ...fact, body: { kind: 'proof', said: { deep: [1] } }, more: 1 } },
      gone: ['AAAAAAAAAAAAAAA1'],
      latest: { 'sound:x': { value: { any: null }, tick, more: 2 } },
      counters: { AAAAAAAAAAAAAAA2: [1, 2] },
    };
    const store = readStore(json);
    expect(store && JSON.parse(canon(store))).toEqual(json);
    expect(store?.time).toBe(1);
  });

  it('does not show a known kind that says something else, and keeps it', () => {
    const body = { kind: 'set', codes: 'none' };
    const store = readStore({ ...empty, facts: { [id]: { ...fact, body } } });
    expect(store && entryOf(store, entryId(1))).toBeNull();
    expect(store && canon(store)).toContain('"codes":"none"');
  });

  it('drops a fact that is gone, and never trusts the order', () => {
    const store = readStore({ ...empty, facts: { [id]: fact }, gone: [id] });
    expect(store?.facts.size).toBe(0);
    expect(store?.gone.has(id)).toBe(true);
  });

  const withFact = (differs: object): object => ({ ...empty, facts: { [id]: { ...fact, ...differs } } });
  const deep = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
  it.each([
    ['nothing', null],
    ['a list', []],
    ['a map that is missing', { facts: {}, gone: [], latest: {} }],
    ['a map that is a list', { ...empty, latest: [] }],
    ['a tick over all', withFact({ tick: [lastTime + 1, tick[1]] })],
    ['a tick below zero', withFact({ tick: [-1, tick[1]] })],
    ['a tick that is no number', withFact({ tick: [NaN, tick[1]] })],
    ['a tick with a fraction', withFact({ tick: [1.5, tick[1]] })],
    ['no tick', withFact({ tick: undefined })],
    ['a computer of another length', withFact({ tick: [1, '0'.repeat(15)] })],
    ['a latest value without a tick', { ...empty, latest: { 'label:x': { value: 1 } } }],
    [
      'a latest value with a tick over all',
      { ...empty, latest: { x: { value: 1, tick: [2 ** 53, tick[1]] } } },
    ],
    ['an id that is too short', { ...empty, facts: { AAAA: fact } }],
    ['an id that is too long', { ...empty, gone: [`${id}A`] }],
    ['an entry of another length', withFact({ of: 'x' })],
    ['a counter below zero', { ...empty, counters: { [id]: [0, -1] } }],
    ['a fact without a kind', withFact({ body: {} })],
    ['a body that is too deep', withFact({ body: { kind: 'x', deep: deep(100_000) } })],
    [
      'a prototype as a fact',
      JSON.parse(`{"facts":{"__proto__":${JSON.stringify(fact)}},"gone":[],"latest":{},"counters":{}}`),
    ],
    ['a prototype in a body', withFact({ body: JSON.parse('{"kind":"x","a":{"__proto__":{}}}') as object })],
    [
      'a prototype as a key',
      JSON.parse(
        `{"facts":{},"gone":[],"latest":{"__proto__":{"value":1,"tick":[1,"0000000000000000"]}},"counters":{}}`,
      ),
    ],
  ])('is refused whole with %s', (_, json) => {
    expect(readStore(json)).toBeNull();
  });
});

it('makes ticks that are later than all that was seen, and that can be read', () => {
  const actor = { computer: '0'.repeat(16), now: 5.7 };
  expect(nextTick({ time: 3 }, actor)[0]).toBe(5);
  expect(nextTick({ time: 9 }, actor)[0]).toBe(10);
  expect(nextTick({ time: lastTime }, actor)[0]).toBe(lastTime);
  const ahead = new Computer(1, 1e12);
  const behind = new Computer(2, 5);
  ahead.describe(entryId(1), { label: 'Ahead' });
  behind.hears(ahead.store);
  behind.describe(entryId(1), { label: 'Behind' });
  ahead.hears(behind.store);
  expect(ahead.entry(entryId(1))?.label).toBe('Behind');
});

describe('the store of an older vault', () => {
  const random = new DrawnRandom(5);
  const ledger = beginSet(emptyLedger(entryId(1), 'Mail'), ['a', 'b'], 100, random);
  const used = {
    ...ledger,
    sets: ledger.sets.map((set) => ({
      ...set,
      codes: set.codes.map((one) => ({ ...one, state: 'used' as const, at: 7, note: 'n' })),
    })),
  };
  const account = {
    id: entryId(1),
    label: 'Mail',
    serviceUrl: 'https://mail.test',
    tokenPrefix: 'Bearer' as const,
    inDoubt: true,
  };

  it('is the same wherever it is made', () => {
    const [one, other] = [storeOf([account], [used]), storeOf([account], [used])];
    expect(canon(join(one, other))).toBe(canon(one));
    // One of them went on before it was taken over.
    const both = join(storeOf([account], [ledger]), one);
    expect(canon(both)).toBe(canon(one));
  });

  it('shows what the vault and the settings had', () => {
    const entry = entryOf(storeOf([account], [used]), entryId(1));
    expect(entry).toMatchObject({ ...account, hasAccount: true, ledger: used });
  });

  it('never takes the place of what was said since', () => {
    const computer = new Computer(1);
    computer.hears(storeOf([account], [used]));
    computer.describe(entryId(1), { label: 'Post', serviceUrl: 'https://post.test', inDoubt: false });
    computer.hears(storeOf([account], [used]));
    expect(computer.entry(entryId(1))).toMatchObject({
      label: 'Post',
      serviceUrl: 'https://post.test',
      inDoubt: false,
    });
  });
});

it('joins with nothing to the same', () => {
  const store = storeOf([], [beginSet(emptyLedger(entryId(1), 'Mail'), ['a'], 1, new DrawnRandom(1))]);
  expect(canon(join(emptyStore, store))).toBe(canon(store));
  expect(join(store, store)).toBe(store);
});
