import { describe, expect, it } from 'vitest';
import type { Kept } from '../../../../src-main/core/records/backed-up';
import { type Bodies, byKind } from '../../../../src-main/core/store/kinds/kinds';
import type { LatestValues } from '../../../../src-main/core/store/kinds/latest-keys';
import { backedUpOf } from '../../../../src-main/core/store/view/backed-up-of';
import { otpauthOf } from '../../../../src-main/core/store/view/otpauth';
import { viewOf } from '../../../../src-main/core/store/view/view';
import { makeApp, type World } from '../../../app/make-app';
import { aCode, anAccount, aSet } from '../backup/content/documents';
import { setUpIn, stick } from '../backup/folders/backup-world';
import { openedVault } from '../vault/opened-vault';
import { identityEntryOf } from '../vault/vault-world';
import { chooseFile, elsewhere, openFolder, openKit, restoreKit } from './restore-world';

const linkOf = (
  type: 'totp' | 'hotp' | 'steam',
  differs: { readonly period?: number; readonly count?: number },
) =>
  otpauthOf(
    {
      ...{ id: '', type, secret: 'JBSWY3DPEHPK3PXP', algorithm: 'SHA256', digits: type === 'steam' ? 5 : 8 },
      ...{ period: 30, count: 0, uri: null, app: null, ...differs },
    },
    'Work',
    'ada',
  );

const whole = anAccount(
  1,
  [
    aSet([
      'aaaa-1111',
      aCode('aaaa-2222', { state: 'used', at: 5, note: 'desk' }),
      aCode('aaaa-3333', { state: 'perhaps-used', at: 6 }),
      aCode('aaaa-4444', { state: 'gone', at: 7 }),
    ]),
    aSet(['bbbb-1111'], { name: 'AA-AAA', fetchedAt: 500, replacedAt: 1_000 }),
  ],
  {
    ...{ label: 'Work', user: 'ada', note: 'the phone of old', tags: ['home', 'work'], pinned: true },
    ...{ archived: { at: 9_000, reason: 'left' }, inDoubt: true, tokenPrefix: 'Bearer' },
    authenticators: [linkOf('totp', { period: 60 }), linkOf('hotp', { count: 7 }), linkOf('steam', {})],
  },
);
const byHand = anAccount(2, [aSet(['cccc-1111'])], {
  ...{ label: 'Bank', serviceUrl: null, user: 'eva', note: 'in the drawer', tags: ['money'], pinned: true },
});
const onlyCodes = anAccount(3, [], {
  ...{ label: 'Mail', serviceUrl: null, user: 'ada', tags: ['work'] },
  authenticators: ['otpauth://totp/Mail?secret=GEZDGNBVGY3TQOJQ&issuer=Mail'],
});
const onlyWords = anAccount(4, [], { label: 'Club', serviceUrl: null, note: 'ask at the desk' });
const all = [whole, byHand, onlyCodes, onlyWords];

/** As a backup holds it; the ids of sets are those of facts, and new with each restore. */
const written = ({ sets, ...entry }: Omit<Kept, 'id'>) => ({
  ...entry,
  sets: sets.map((set) => ({ ...set, id: null })),
});
const keptIn = async (world: World) =>
  viewOf((await openedVault(world)).store).map((entry) => written(backedUpOf(entry)));

/** One line for each kind of facts and each key of latest values: a new one does not compile before it is decided on. */
const countOf: { readonly [Name in keyof Bodies]: number } = {
  ...{ account: 2, set: 3, state: 3, note: 4, doubt: 1, otp: 4, tag: 4 },
  // Two that are one are one entry in a backup, and in what was restored.
  same: 0,
};
const isSaid: { readonly [Name in keyof LatestValues]: true } = {
  ...{ label: true, user: true, pinned: true, archived: true, url: true, prefix: true },
  ...{ listed: true, replaced: true },
};

/** How the link of `onlyCodes` is written by Latchkey: with all that it leaves out. */
const mail =
  'otpauth://totp/Mail%3Aada?secret=GEZDGNBVGY3TQOJQ&issuer=Mail&algorithm=SHA1&digits=6&period=30';

async function expectAll(world: World): Promise<void> {
  expect(await keptIn(world)).toEqual(
    [whole, byHand, { ...onlyCodes, authenticators: [mail] }, onlyWords].map(written),
  );
  const { store } = await openedVault(world);
  const known = byKind(store.facts);
  const counts = Object.fromEntries(Object.entries(known).map(([name, facts]) => [name, facts.length]));
  expect(counts).toEqual(countOf);
  const keys = new Set([...store.latest].map(([key]) => key.replace(/:.*/, '')));
  expect([...keys].sort()).toEqual(Object.keys(isSaid).sort());
  expect([...store.counters].map(([, [, count]]) => count)).toEqual([7]);
}

describe('everything that is known of an entry comes back', () => {
  it('from a kit', async () => {
    const world = makeApp();
    await restoreKit(world, all);
    await expectAll(world);
  });

  it('from a backup folder', async () => {
    const first = makeApp();
    await restoreKit(first, all);
    await setUpIn(first, stick);
    const world = elsewhere(first);
    const { ledgers } = await openFolder(world);
    await world.backend.restore({ take: [...ledgers.keys()] });
    await expectAll(world);
  });

  it('from a vault file', async () => {
    const first = makeApp();
    await restoreKit(first, all);
    const world = makeApp({ sealer: first.sealer });
    world.files.make(stick, { 'vault.age': first.vaultFile.sealed ?? new Uint8Array() });
    await chooseFile(world, 'vault.age');
    const secret = first.secrets.entries.get(identityEntryOf(first)) ?? '';
    const { ledgers } = await world.backend.openRestore({ secret });
    await world.backend.restore({ take: [...ledgers.keys()] });
    await expectAll(world);
  });

  it('once, however often it is restored', async () => {
    const world = makeApp();
    await restoreKit(world, all);
    const { ledgers } = await openKit(world, all);
    expect(ledgers.map(({ kind }) => kind)).toEqual(['same', 'same', 'same', 'same']);
    await world.backend.restore({ take: [...ledgers.keys()] });
    await expectAll(world);
  });
});

describe('what comes to an entry that is here', () => {
  it('takes nothing of it away', async () => {
    const world = makeApp();
    const here = anAccount(1, [aSet(['dddd-1111'])], {
      ...{ label: 'Work', serviceUrl: whole.serviceUrl, note: 'desk', tags: ['mine'] },
      authenticators: [linkOf('hotp', { count: 3 })],
    });
    await restoreKit(world, [here]);
    await restoreKit(world, [whole]);
    expect(await keptIn(world)).toMatchObject([
      {
        ...{ label: 'Work', user: 'ada', note: 'desk; the phone of old', tags: ['home', 'mine', 'work'] },
        ...{ pinned: false, archived: null, inDoubt: true, tokenPrefix: '' },
      },
    ]);
    const [entry] = await keptIn(world);
    // The counter goes on where the file's was: no code is made twice.
    expect(entry?.authenticators.map((link) => /counter=\d+/.exec(link)?.[0])).toEqual([
      'counter=7',
      undefined,
      undefined,
    ]);
  });
});
