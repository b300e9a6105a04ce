import { describe, expect, it } from 'vitest';
import { beginSet } from '../../../../src-main/core/recovery-codes/ledger';
import { Computer, entryId, exchange } from './computer';

const id = entryId(1);
const url = 'https://service.test/v1';

function known(): [Computer, Computer] {
  const [here, there] = [new Computer(1), new Computer(2)];
  here.describe(id, { label: 'Work', serviceUrl: url, tokenPrefix: 'Bearer' });
  here.change(id, (ledger) => beginSet(ledger, ['a'], 5, here.random));
  exchange(here, there);
  return [here, there];
}

describe('an account', () => {
  it('is added, renamed, moved and described', () => {
    const [here, there] = known();
    expect(there.entry(id)).toMatchObject({
      label: 'Work',
      serviceUrl: url,
      tokenPrefix: 'Bearer',
      hasAccount: true,
    });
    here.describe(id, { label: 'Home', user: 'ada', pinned: true, note: 'one' });
    there.describe(id, { serviceUrl: 'https://other.test', archived: { at: 1, reason: 'moved' } });
    exchange(here, there);
    expect(here.entry(id)).toEqual(there.entry(id));
    expect(here.entry(id)).toMatchObject({ label: 'Home', user: 'ada', pinned: true, note: 'one' });
    expect(here.entry(id)).toMatchObject({
      serviceUrl: 'https://other.test',
      archived: { at: 1, reason: 'moved' },
    });
    expect(here.ledger(id).label).toBe('Home');
  });

  it('is removed without its codes, and its codes without it', () => {
    const [here, there] = known();
    const seen = here.entry(id);
    if (!seen) throw new Error('nothing is there');
    here.remove(seen, 'account');
    expect(here.entry(id)).toMatchObject({ hasAccount: false, serviceUrl: null, ledger: seen.ledger });
    there.remove(seen, 'codes');
    expect(there.entry(id)).toMatchObject({ hasAccount: true, serviceUrl: url, ledger: { sets: [] } });
    exchange(here, there);
    expect(here.entry(id)).toBeNull();
  });

  it('comes back without the address that an earlier one had', () => {
    const [here] = known();
    const seen = here.entry(id);
    if (!seen) throw new Error('nothing is there');
    here.remove(seen);
    here.describe(id, { label: 'Work' });
    expect(here.entry(id)).toMatchObject({ hasAccount: true, serviceUrl: null, tokenPrefix: '' });
  });

  it('is in doubt until somebody fetched the codes', () => {
    const [here, there] = known();
    here.describe(id, { inDoubt: true });
    exchange(here, there);
    expect(there.entry(id)?.inDoubt).toBe(true);
    there.describe(id, { inDoubt: false });
    exchange(here, there);
    expect(here.entry(id)?.inDoubt).toBe(false);
  });

  it('is not brought back by an edit of another computer', () => {
    const [here, there] = known();
    const seen = here.entry(id);
    if (!seen) throw new Error('nothing is there');
    there.describe(id, { label: 'Edited' });
    here.remove(seen);
    exchange(here, there);
    expect(there.entry(id)).toBeNull();
  });
});

describe('two entries that a person calls one', () => {
  it('show as one everywhere, and as two again when the yes is taken back', () => {
    const [here, there] = known();
    const other = entryId(2);
    there.change(other, (ledger) => beginSet(ledger, ['b'], 6, there.random));
    exchange(here, there);
    here.unite(other, id);
    exchange(here, there);
    expect(there.entry(id)).toEqual(there.entry(other));
    expect(there.entry(id)?.ids).toEqual([id, other]);
    there.part(other);
    exchange(here, there);
    expect(here.entry(id)?.ids).toEqual([id]);
    expect(here.entry(other)?.ids).toEqual([other]);
    expect(here.ledger(other).sets.flatMap(({ codes }) => codes.map(({ code }) => code))).toEqual(['b']);
  });
});
