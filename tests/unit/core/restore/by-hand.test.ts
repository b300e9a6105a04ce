import { describe, expect, it } from 'vitest';
import { makeApp, type World } from '../../../app/make-app';
import { newAccount, snapshotOf, ada, whoAmI } from '../story';
import { chooseFile, kitName, ledgerOf, open, putKit } from './restore-world';

const written = (accounts: readonly unknown[], before = ''): string =>
  before + JSON.stringify({ format: 'latchkey-backup', schema: 1, accounts });
const bank = { label: 'Bank', sets: [{ codes: [{ code: 'abcd-1234' }, { code: 'efgh-5678' }] }] };

async function openText(world: World, text: string) {
  await putKit(world, text);
  await chooseFile(world, kitName);
  return open(world);
}

async function restoreAll(world: World, text: string) {
  const { ledgers } = await openText(world, text);
  const places = ledgers.flatMap(({ kind }, place) => (kind === 'only-here' ? [] : [place]));
  return world.backend.restore({ take: places });
}

/** Everything that is here, without what says when. */
async function everything(world: World) {
  const { accounts, handKept } = await snapshotOf(world);
  return [...accounts, ...handKept].map(({ id, label, recovery }) => ({ id, label, recovery }));
}

describe('a kit that a person wrote', () => {
  it('opens with the byte order mark that an editor put before it', async () => {
    const preview = await openText(makeApp(), written([bank], '\uFEFF'));
    expect(preview).toMatchObject({ ledgers: [{ label: 'Bank', codes: 2 }], faultCount: 0 });
  });

  it.each<[string, unknown, object]>([
    [
      'an entry without a label',
      { sets: [] },
      { label: '', entry: 2, set: null, code: null, authenticator: null, what: 'label' },
    ],
    [
      'an entry that is none',
      'Mail',
      { label: '', entry: 2, set: null, code: null, authenticator: null, what: 'shape' },
    ],
    [
      'an address that is none',
      { label: 'Mail', serviceUrl: 'mail', sets: [] },
      { label: 'Mail', entry: 2, set: null, code: null, authenticator: null, what: 'serviceUrl' },
    ],
    [
      'an id that is none',
      { id: '7', label: 'Mail', sets: [] },
      { label: 'Mail', entry: 2, set: null, code: null, authenticator: null, what: 'id' },
    ],
    [
      'sets that are no list',
      { label: 'Mail', sets: {} },
      { label: 'Mail', entry: 2, set: null, code: null, authenticator: null, what: 'sets' },
    ],
    [
      'a set without codes',
      { label: 'Mail', sets: [{ name: 'K7-4QD' }] },
      { label: 'Mail', entry: 2, set: 1, code: null, authenticator: null, what: 'codes' },
    ],
    [
      'a time that is none',
      { label: 'Mail', sets: [{ fetchedAt: 'yesterday', codes: [] }] },
      { label: 'Mail', entry: 2, set: 1, code: null, authenticator: null, what: 'fetchedAt' },
    ],
    [
      'a state that is none',
      { label: 'Mail', sets: [{ codes: [{ code: 'aaaa' }, { code: 'bbbb', state: 'spent' }] }] },
      { label: 'Mail', entry: 2, set: 1, code: 2, authenticator: null, what: 'state' },
    ],
    [
      'a code that is empty',
      { label: 'Mail', sets: [{ codes: [{ code: ' ' }] }] },
      { label: 'Mail', entry: 2, set: 1, code: 1, authenticator: null, what: 'code' },
    ],
    [
      'a code that is a number',
      { label: 'Mail', sets: [{ codes: [12345678] }] },
      { label: 'Mail', entry: 2, set: 1, code: 1, authenticator: null, what: 'shape' },
    ],
    [
      'a note that is no text',
      { label: 'Mail', sets: [{ codes: [{ code: 'aaaa', note: 7 }] }] },
      { label: 'Mail', entry: 2, set: 1, code: 1, authenticator: null, what: 'note' },
    ],
  ])('is restored but for %s, which is named', async (_what, entry, fault) => {
    const world = makeApp();
    const preview = await openText(world, written([bank, entry, { ...bank, label: 'Shop' }]));
    expect([preview.faults, preview.faultCount]).toEqual([[fault], 1]);
    const labels = preview.ledgers.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Bank', 'Shop']));
    expect(JSON.stringify(preview)).not.toMatch(/abcd|efgh|12345678/);
    await world.backend.restore({ take: [0] });
    const { handKept } = await snapshotOf(world);
    expect((await ledgerOf(world, handKept[0]?.id ?? '')).codes).toHaveLength(2);
    expect(world.bugs).toEqual([]);
  });

  it('keeps the other codes of the same list', async () => {
    const sets = [{ codes: [{ code: 'aaaa' }, {}, { code: 'cccc' }] }];
    const { ledgers } = await openText(makeApp(), written([{ label: 'Mail', sets }]));
    expect(ledgers).toMatchObject([{ codes: 2 }]);
  });

  it('has the first list as the current one, where nobody wrote when the others were replaced', async () => {
    const world = makeApp();
    const sets = [{ codes: [{ code: 'zzzz' }] }, { codes: [{ code: 'aaaa' }] }];
    await restoreAll(world, written([{ label: 'Mail', sets }]));
    const id = (await snapshotOf(world)).handKept[0]?.id ?? '';
    expect(await ledgerOf(world, id)).toMatchObject({ codes: [['zzzz', 'unused']], replaced: [['aaaa']] });
  });

  it('names the first faults, and says how many there are', async () => {
    const { faults, faultCount } = await openText(makeApp(), written([bank, ...Array<number>(80).fill(7)]));
    expect([faults.length, faultCount]).toEqual([50, 80]);
  });
});

describe('restoring it twice', () => {
  it.each<[string, readonly unknown[]]>([
    ['lists without ids and names', [bank, bank, { ...bank, label: 'Shop' }]],
    [
      'lists without codes',
      [
        { label: 'Bank', sets: [{ codes: [] }] },
        { label: 'Bank', sets: [] },
      ],
    ],
    [
      'an account whose label another one has here',
      [{ label: 'Work', serviceUrl: 'https://other.test/', sets: [] }],
    ],
    [
      'accounts that are called the same',
      [
        { label: 'Mail', serviceUrl: 'https://one.test', sets: [] },
        { label: 'Mail', serviceUrl: 'https://two.test', sets: [] },
        { label: 'Mail', serviceUrl: 'https://one.test', sets: [] },
      ],
    ],
    [
      'entries that share an id',
      [1, 2].map((number) => ({
        id: '7d8b4a51-3a2c-4f0e-9a55-000000000001',
        label: `Mail ${number}`,
        serviceUrl: `https://mail${number}.test`,
        sets: [],
      })),
    ],
  ])('adds nothing: %s', async (_what, accounts) => {
    const world = makeApp();
    world.http.on(whoAmI, ada);
    await world.backend.addAccount(newAccount());
    await restoreAll(world, written(accounts));
    const once = await everything(world);
    await restoreAll(world, written(accounts));
    expect(await everything(world)).toEqual(once);
  });
});
