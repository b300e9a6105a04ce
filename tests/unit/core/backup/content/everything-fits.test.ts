import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../../../src-main/core/records/ledger-record';
import { snapshotOf } from '../../story';
import { expectItFits, startOn } from './fitting';
import { filled, firstText, noted, ofFirst, patient, short } from './full-vaults';

describe('whatever fits into the vault', patient, () => {
  it.each<[string, Ledger[]]>([
    ['lists with notes', filled((index) => noted(index, 150), ofFirst, firstText)],
    ['lists with a word beside each code', filled((index) => noted(index, 9), ofFirst, firstText)],
    ['lists of ten fresh codes', filled(short, ofFirst, firstText)],
  ])('of an older Latchkey (%s) fits into a backup and a kit', async (_what, ledgers) => {
    const world = await startOn(firstText(ledgers));
    expect((await snapshotOf(world)).vault.state).toBe('open');
    await expectItFits(world);
    expect(world.bugs).toEqual([]);
  });
});
