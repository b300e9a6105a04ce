import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeApp } from '../../../app/make-app';
import { steering, textsIn, vaultWith } from '../dirty-texts';
import { snapshotOf, entriesByHand } from '../story';
import { identity } from './vault-world';

describe('an old vault with dirty texts', () => {
  const vector = (): Promise<string> =>
    readFile(path.join(import.meta.dirname, '../../../vectors/vault-1-dirty.json'), 'utf8');

  it('opens, is not called damaged, and loses nothing', async () => {
    const world = await vaultWith(await vector());
    await world.app.warmUp();
    const { handKept, vault } = await snapshotOf(world);
    expect([vault, world.vaultFile.aside]).toEqual([{ state: 'open', setAside: false }, []]);
    expect(handKept.map(({ label, recovery }) => [label, recovery.name])).toEqual([
      ['Work', 'K7 4QD'],
      ['Unnamed', '00-ZZZ'],
      ['می\u200cخواهم 👨‍👩‍👧', 'AA-BBB'],
    ]);
    // The two that have become one keep what was known of either; the one without anything to see is none.
    expect(await entriesByHand(world)).toEqual([
      { state: 'used', at: 1_767_326_400_000, note: 'on the train; in May' },
      { state: 'unused', at: null, note: '' },
    ]);
    const codes = await Promise.all(
      handKept.map(({ id }) => world.backend.revealRecoveryCodes({ ledgerId: id })),
    );
    expect(codes.map((one) => one.codes)).toEqual([
      ['acdef-34679', 'ghjkm-99999'],
      ['abcd efgh'],
      ['vwxyz-22222'],
    ]);
  });

  it('is written clean with the next change, and opens again', async () => {
    const world = await vaultWith(await vector());
    await world.app.warmUp();
    const [first] = (await snapshotOf(world)).handKept;
    await world.backend.useNextCode({ ledgerId: first?.id ?? '' });
    expect(world.desktop.clipboard).toBe('ghjkm-99999');
    const text = await world.sealer.openWith(identity, world.vaultFile.sealed ?? new Uint8Array());
    expect(textsIn(JSON.parse(text)).filter((one) => steering.test(one))).toEqual([]);
    const later = makeApp(world);
    await later.app.warmUp();
    expect((await entriesByHand(later)).map(({ state }) => state)).toEqual(['used', 'used']);
  });
});
