import { beforeEach, describe, expect, it } from 'vitest';
import { setCounter } from '../../../../src-main/core/store/changes/counter-changes';
import type { Authenticator } from '../../../../src-main/core/store/view/entry';
import { Computer, entryId, exchange } from './computer';

const id = entryId(1);
const begun: Authenticator = {
  ...{ id: '', type: 'hotp', secret: 'AAAA', algorithm: 'SHA1', digits: 6, period: 30, count: 4 },
  uri: 'otpauth://hotp/Mail?secret=AAAA&counter=4',
  app: null,
};

describe('authenticators', () => {
  let here: Computer;
  let there: Computer;
  const shown = (computer: Computer): readonly Authenticator[] => computer.entry(id)?.authenticators ?? [];
  const secrets = (computer: Computer): string[] => shown(computer).map(({ secret }) => secret);
  const correct = (computer: Computer, secret: string): void =>
    computer.authenticators(
      id,
      shown(computer),
      shown(computer).map((one) => ({ ...one, secret })),
    );

  beforeEach(() => {
    [here, there] = [new Computer(1), new Computer(2)];
    here.authenticators(id, [], [begun]);
    exchange(here, there);
  });

  it('are shown as they were said, under the ids of their facts', () => {
    const [fact] = [...(here.store.facts.get(shown(here)[0]?.id ?? '')?.tick ?? [])];
    expect(fact).toBe(1_000);
    expect(shown(there)).toEqual([{ ...begun, id: shown(here)[0]?.id }]);
  });

  it('stay where nothing is another, and their counts are not set back', () => {
    here.hears(setCounter(here.store, shown(here)[0]?.id ?? '', 9));
    const before = here.store;
    here.authenticators(
      id,
      shown(here),
      shown(here).map((one) => ({ ...one, count: 2 })),
    );
    expect(here.store).toEqual(before);
    expect(shown(here)[0]?.count).toBe(9);
  });

  it('are corrected as others, which count on', () => {
    const [wrong] = shown(here);
    correct(here, 'BBBB');
    expect(shown(here)).toEqual([{ ...begun, secret: 'BBBB', id: shown(here)[0]?.id }]);
    expect(shown(here)[0]?.id).not.toBe(wrong?.id);
  });

  it('show both of two corrections that were made at once', () => {
    correct(here, 'BBBB');
    correct(there, 'CCCC');
    exchange(here, there);
    expect(secrets(here).sort()).toEqual(['BBBB', 'CCCC']);
    expect(shown(here)).toEqual(shown(there));
  });

  it('keep an entry that was removed by somebody who had not seen them', () => {
    const seen = here.entry(id);
    if (!seen) throw new Error('nothing is there');
    there.authenticators(id, shown(there), [...shown(there), { ...begun, secret: 'DDDD' }]);
    here.remove(seen);
    exchange(here, there);
    expect(secrets(here)).toEqual(['DDDD']);
  });
});

it('keeps a tag that is added while it is removed elsewhere', () => {
  const [here, there] = [new Computer(1), new Computer(2)];
  here.describe(id, { label: 'Mail' });
  const tag = (computer: Computer, tags: readonly string[]): void => {
    const seen = computer.entry(id);
    if (seen) computer.tag(seen, tags);
  };
  tag(here, ['mail', 'work']);
  exchange(here, there);
  tag(here, ['mail']);
  tag(there, ['mail']);
  tag(there, ['work', 'mail', 'work']);
  exchange(here, there);
  expect(here.entry(id)?.tags).toEqual(['mail', 'work']);
  expect(there.entry(id)?.tags).toEqual(['mail', 'work']);
});
