import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isFirst,
  parseContents,
  vaultSchema,
  writeContents,
} from '../../../../src-main/core/vault/vault-contents';
import { MemoryVaultFile } from '../../../fakes/memory-vault-file';
import { makeApp } from '../../../app/make-app';
import { withOwnMac } from '../../../app/with-own-mac';
import { damage, dice, graft } from '../state/mutations';
import { snapshotOf, entriesByHand } from '../story';
import { contentsWith, identity, oldIdentityEntry } from './vault-world';

/** What each schema looked like when it was current: these files never change. */
const vector = (schema: number): Promise<string> =>
  readFile(path.join(import.meta.dirname, `../../../vectors/vault-${schema}.json`), 'utf8');

/** An app whose vault has this text in it, opened. */
async function openedOn(text: string) {
  const fakes = makeApp();
  fakes.secrets.entries.set(oldIdentityEntry, identity);
  const vaultFile = new MemoryVaultFile(
    await fakes.sealer.sealTo('age1fake0000', withOwnMac(text, identity)),
  );
  const world = makeApp({ ...fakes, vaultFile });
  await world.app.warmUp();
  return world;
}

describe('what is sealed in the vault', () => {
  it('can be read by a person, and comes back as it was', () => {
    const text = writeContents(contentsWith('Größe "1" 🔑'), identity);
    expect(text).toMatch(/^\{\n {2}"schema": 2,\n {2}"mac": "[0-9a-f]{64}",\n {2}"store": \{\n/);
    expect(text.endsWith('}\n')).toBe(true);
    expect(parseContents(text, identity)).toEqual({ kind: 'good', value: contentsWith('Größe "1" 🔑') });
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"schema":1}',
    '{"schema":"2"}',
    '{"schema":0,"ledgers":[]}',
    '{"schema":1,"ledgers":null}',
    '{"schema":1.5}',
    '{"schema":2}',
    '{"schema":2,"store":{"facts":{},"gone":[],"latest":{},"counters":{}}}',
    '['.repeat(200_000),
  ])('is damaged when it is %j', (text) => {
    expect(parseContents(withOwnMac(text, identity), identity)).toEqual({ kind: 'damaged' });
  });

  it.each(['{"schema":3}', '{"schema":2.5}', '{"schema":1e999,"ledgers":7}'])(
    'is newer when it is %j',
    (text) => {
      expect(parseContents(text, identity)).toEqual({ kind: 'newer' });
    },
  );

  it.each([1, 2])(
    'never throws, nor shows what the window cannot take, however schema %d is mutated',
    async (schema) => {
      const good = await vector(schema);
      const roll = dice(20_260_103);
      const kinds: Record<string, number> = {};
      for (let round = 0; round < 3_000; round += 1) {
        const changed =
          roll(2) === 0 ? damage(good, roll) : JSON.stringify(graft(JSON.parse(good) as unknown, roll));
        // A stranger's would not be looked into any further.
        const text = withOwnMac(changed, identity);
        const read = parseContents(text, identity);
        kinds[read.kind] = (kinds[read.kind] ?? 0) + 1;
        if (read.kind !== 'good') continue;
        const found = read.value;
        if (!isFirst(found))
          expect(parseContents(writeContents(found, identity), identity), text).toEqual(read);
        const world = await openedOn(text);
        const { accounts, handKept, vault } = await snapshotOf(world);
        expect(vault, text).toEqual({ state: 'open', setAside: false });
        const known = accounts.filter(({ recovery }) => recovery !== null);
        for (const { id } of [...handKept, ...known])
          await world.backend.revealRecoveryCodes({ ledgerId: id });
      }
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
      // The mutations must reach every branch to be worth anything.
      expect(kinds['good']).toBeGreaterThan(20);
      expect(kinds['damaged']).toBeGreaterThan(500);
      expect(kinds['newer']).toBeGreaterThan(5);
    },
  );
});

it('is of the newest schema: a new one needs its vector here', () => {
  expect(vaultSchema).toBe(2);
});

it('of schema 2 has a MAC that fits as it lies there', async () => {
  const text = await vector(2);
  expect(parseContents(text, identity).kind).toBe('good');
  expect(parseContents(text.replace('"00-005"', '"00-006"'), identity).kind).toBe('damaged');
});

describe('a vault of schema 1', () => {
  it('is opened with everything in it', async () => {
    const text = await vector(1);
    const world = await openedOn(text);
    const { handKept, vault } = await snapshotOf(world);
    expect(vault).toEqual({ state: 'open', setAside: false });
    expect(handKept.map(({ label, recovery }) => [label, recovery.name, recovery.replacedSets])).toEqual([
      ['Work', 'K7-4QD', 1],
      ['Größe 🔑', '00-ZZZ', 0],
    ]);
    expect(await entriesByHand(world)).toEqual([
      { state: 'unused', at: null, note: '' },
      { state: 'used', at: 1_767_326_400_000, note: 'on the train' },
      { state: 'perhaps-used', at: 1_767_330_000_000, note: '' },
      { state: 'gone', at: 1_767_333_600_000, note: '' },
    ]);
    expect(await world.backend.revealRecoveryCodes({ ledgerId: handKept[0]?.id ?? '' })).toEqual({
      codes: ['acdef-34679', 'ghjkm-99999', 'pqrtu-77777', 'vwxyz-22222'],
      replaced: [{ name: 'M2-9TX', replacedAt: 1_767_322_800_000, codes: ['older-11111'] }],
    });
    // It was taken over, and the next start finds the same.
    const later = makeApp(world);
    expect(await snapshotOf(later)).toMatchObject({ handKept });
  });
});
