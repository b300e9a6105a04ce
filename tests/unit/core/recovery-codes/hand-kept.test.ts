import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { rowsOf } from '../../../app/rows-of';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { appWithCodes, codesOf, ofLedger, restart, snapshotOf, entriesOf, entriesByHand } from '../story';
import { writeContents } from '../../../../src-main/core/vault/vault-contents';
import type { Ledger } from '../../../../src-main/core/records/ledger-record';
import { contentsOf, identity, type sealedWith, startOn } from '../vault/vault-world';

/** A list with one code of its own. */
const listOf = (code: string): Omit<Ledger, 'id'> => ({
  label: 'Full',
  sets: [
    {
      name: 'K7-4QD',
      fetchedAt: 1_000,
      replacedAt: null,
      codes: [{ code, state: 'unused', at: null, note: '' }],
    },
  ],
});
const full: typeof sealedWith = (sealer) => {
  const ledgers = Array.from({ length: limits.ledgers }, (_, place) => ({
    ...listOf(`code-${place}`),
    id: crypto.randomUUID(),
  }));
  return sealer.sealTo('age1fake0000', writeContents(contentsOf(ledgers), identity));
};
const listed = async (world: World) =>
  (await snapshotOf(world)).handKept.map(({ label, recovery }) => [label, recovery.total]);
const add = (world: World, label = 'Bank', lines = 'abcd efgh\nijkl mnop') =>
  world.backend.addHandKept({ label, codes: rowsOf(lines) });

describe('codes that are kept by hand', () => {
  it('are sealed, described in the snapshot, and revealed like any others', async () => {
    const world = makeApp();
    const { ledgerId } = await add(world, '  My\tbank ');
    expect(world.announced.at(-1)?.handKept).toEqual([
      {
        id: ledgerId,
        label: 'My bank',
        recovery: {
          name: expect.stringMatching(/^..-...$/) as unknown,
          fetchedAt: world.clock.now(),
          total: 2,
          unused: 2,
          perhapsUsed: 0,
          stamp: expect.any(Number) as unknown,
          sealed: true,
          replacedSets: 0,
        },
      },
    ]);
    expect(await entriesOf(world, ledgerId)).toEqual(Array(2).fill({ state: 'unused', at: null, note: '' }));
    expect(JSON.stringify(world.announced)).not.toMatch(/abcd|ijkl/);
    const later = makeApp(world);
    expect(await later.backend.revealRecoveryCodes({ ledgerId })).toMatchObject({
      codes: ['abcd efgh', 'ijkl mnop'],
    });
    await later.backend.useNextCode({ ledgerId });
    expect(later.desktop.clipboard).toBe('abcd efgh');
    expect((await entriesByHand(later))[0]?.state).toBe('used');
  });

  it('are refused when there are as many lists as Latchkey keeps', async () => {
    const world = await startOn(full);
    await world.app.warmUp();
    expect((await snapshotOf(world)).handKept).toHaveLength(limits.ledgers);
    expect(await codeOf(add(world))).toBe('too-many-ledgers');
    expect(world.vaultFile.written).toEqual([]);
  });

  it('need a name that can be seen and at least one code', async () => {
    const world = makeApp();
    expect(await codeOf(add(world, ' \u200b '))).toBe('label-invalid');
    expect(await codeOf(add(world, 'Bank', '***'))).toBe('recovery-code-empty');
    expect([await listed(world), world.vaultFile.written, world.secrets.touches]).toEqual([[], [], []]);
  });

  it('are renamed without a change of their codes', async () => {
    const world = makeApp();
    const { ledgerId } = await add(world);
    await world.backend.useNextCode({ ledgerId });
    const [before] = (await snapshotOf(world)).handKept;
    await world.backend.changeHandKept({ ledgerId, label: ' Savings ', codes: [] });
    expect((await snapshotOf(world)).handKept).toEqual([{ ...before, label: 'Savings' }]);
  });

  it('are replaced by new ones, and the old ones stay behind them', async () => {
    const world = makeApp();
    const { ledgerId } = await add(world);
    await world.backend.changeHandKept({ ledgerId, label: 'Bank', codes: rowsOf('qrst-1111') });
    const later = makeApp(world);
    expect(await later.backend.revealRecoveryCodes({ ledgerId })).toMatchObject({
      codes: ['qrst-1111'],
      replaced: [{ codes: ['abcd efgh', 'ijkl mnop'], replacedAt: world.clock.now() }],
    });
  });

  it('keep their marks when the list is pasted again with a forgotten code', async () => {
    const world = makeApp();
    const { ledgerId } = await add(world);
    await world.backend.useNextCode({ ledgerId });
    await world.backend.changeHandKept({
      ledgerId,
      label: 'Bank',
      codes: rowsOf('abcd efgh\nijkl mnop\nqrst uvwx'),
    });
    const kept = await entriesByHand(world);
    expect(kept.map(({ state }) => state)).toEqual(['used', 'unused', 'unused']);
  });

  it('stay as they were when the change has no name or no code in it', async () => {
    const world = makeApp();
    const { ledgerId } = await add(world);
    const before = await snapshotOf(world);
    const change = (label: string, lines: string) =>
      world.backend.changeHandKept({ ledgerId, label, codes: rowsOf(lines) });
    expect(await codeOf(change(' ', 'qrst-1111'))).toBe('label-invalid');
    expect(await codeOf(change('Bank', '***'))).toBe('recovery-code-empty');
    expect(await snapshotOf(world)).toEqual(before);
  });

  it('are removed, for good, and no others with them', async () => {
    const world = makeApp();
    const { ledgerId } = await add(world);
    await add(world, 'Second');
    await world.backend.removeHandKept({ ledgerId });
    expect(await listed(world)).toEqual([['Second', 2]]);
    const later = makeApp(world);
    await later.app.warmUp();
    expect(await listed(later)).toEqual([['Second', 2]]);
    expect(await codeOf(later.backend.removeHandKept({ ledgerId }))).toBe('no-such-code');
  });

  it('stay when their removal cannot be written', async () => {
    const world = makeApp();
    const { ledgerId } = await add(world);
    world.vaultFile.full = true;
    expect(await codeOf(world.backend.removeHandKept({ ledgerId }))).toBe('vault-not-saved');
    expect(await listed(world)).toEqual([['Bank', 2]]);
  });

  it('are not those of an account, which can be neither removed nor changed by hand', async () => {
    const story = await appWithCodes(['abcd-1234']);
    const { backend } = story;
    expect(await listed(story)).toEqual([]);
    expect(await codeOf(backend.removeHandKept(ofLedger(story)))).toBe('no-such-account');
    const change = backend.changeHandKept({ ...ofLedger(story), label: 'x', codes: rowsOf('qrst-1111') });
    expect(await codeOf(change)).toBe('no-such-account');
    expect(await codesOf(restart(story))).toEqual(['abcd-1234']);
  });

  it('need no account and no network', async () => {
    const world = makeApp();
    const { ledgerId } = await add(world);
    await world.backend.copyRecoveryCode({ ledgerId, index: 1 });
    expect([world.desktop.clipboard, world.http.calls]).toEqual(['ijkl mnop', []]);
  });
});
