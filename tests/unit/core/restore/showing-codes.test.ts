import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../app/rows-of';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { aCode, anAccount, aSet } from '../backup/content/documents';
import { appWithBackups, codes } from '../backup/folders/backup-world';
import { chooseFile, elsewhere, kitText, ledgerOf, openFolder, openKit, putKit } from './restore-world';
import { appWithPassphrase, passphrase } from '../lock/lock-world';
import { carried } from './carried-vault';

const bank = anAccount(
  1,
  [
    aSet([aCode('aaaa-1111', { state: 'used', at: 5, note: 'desk' }), 'aaaa-2222']),
    aSet(['bbbb-1111'], { name: 'AA-AAA', replacedAt: 900 }),
  ],
  {
    ...{ label: 'Bank', serviceUrl: null, user: 'ada', note: 'drawer' },
    authenticators: ['otpauth://totp/a?secret=AAAA'],
  },
);
const shown = (world: World, place = 0) => world.backend.showRestoreCodes({ place });
const textsOf = async (world: World, place = 0) =>
  (await shown(world, place)).sets.map((set) => set.codes.map(({ code }) => code));

describe('the codes of a row', () => {
  it('are shown with what is known of them, and nothing is restored by it', async () => {
    const world = makeApp();
    await openKit(world, [bank]);
    expect(await shown(world)).toEqual({
      ...{ user: 'ada', note: 'drawer', authenticators: 1 },
      sets: [
        {
          ...{ name: 'K7-4QD', fetchedAt: 1_000, replacedAt: null },
          codes: [
            { code: 'aaaa-1111', state: 'used', at: 5, note: 'desk' },
            { code: 'aaaa-2222', state: 'unused', at: null, note: '' },
          ],
        },
        {
          ...{ name: 'AA-AAA', fetchedAt: 1_000, replacedAt: 900 },
          codes: [{ code: 'bbbb-1111', state: 'unused', at: null, note: '' }],
        },
      ],
    });
    expect(JSON.stringify(await shown(world))).not.toContain('secret=');
    expect(world.vaultFile.written).toEqual([]);
    expect(world.screenGuard.on).toBe(true);
  });

  it('are shown of a backup folder, and of a vault', async () => {
    const first = await appWithBackups();
    const world = elsewhere(first);
    await openFolder(world);
    expect(await textsOf(world)).toEqual([codes]);

    const { world: other } = await carried(undefined, await appWithPassphrase());
    await chooseFile(other, 'vault.age');
    await other.backend.openRestore({ secret: passphrase });
    expect((await textsOf(other)).flat().length).toBeGreaterThan(0);
  });

  it('are shown while the preview is open, and no longer', async () => {
    const world = makeApp();
    expect(await codeOf(shown(world))).toBe('nothing-to-restore');
    await openKit(world, [bank]);
    expect(await codeOf(shown(world, 1))).toBe('bad-input');
    await world.backend.leaveRestore({});
    expect(await codeOf(shown(world))).toBe('nothing-to-restore');
    await openKit(world, [bank]);
    await putKit(world, kitText([bank]));
    await world.backend.chooseRestoreSource({ what: 'file' });
    expect(await codeOf(shown(world)), 'something else is chosen').toBe('nothing-to-restore');
  });

  it('are given to nobody who left meanwhile', async () => {
    const world = makeApp();
    await openKit(world, [bank]);
    const show = world.sealer.showForeign.bind(world.sealer);
    world.sealer.showForeign = async (...given) => {
      await world.backend.leaveRestore({});
      return show(...given);
    };
    expect(await codeOf(shown(world))).toBe('nothing-to-restore');
    expect(world.screenGuard.on).toBe(false);
  });

  it('are gone with the lock', async () => {
    const world = await appWithPassphrase();
    await openKit(world, [bank]);
    await world.app.lock();
    expect(await codeOf(shown(world))).toBe('locked');
    await world.backend.unlock({ passphrase });
    expect(await codeOf(shown(world))).toBe('nothing-to-restore');
  });

  it('of what is only here are on another screen', async () => {
    const first = await appWithBackups();
    await first.backend.addHandKept({ label: 'New', codes: rowsOf('qrst-1234') });
    const { ledgers } = await openKit(first, [bank]);
    expect(ledgers.map(({ kind }) => kind)).toEqual(['only-there', 'only-here', 'only-here']);
    expect(await codeOf(shown(first, 1))).toBe('bad-input');
  });
});

describe('a code that is copied out of a file', () => {
  it('is cleared like every other, and comes as perhaps used where it is restored afterwards', async () => {
    const world = makeApp();
    await openKit(world, [bank, anAccount(2, [aSet(['aaaa-2222'])])]);
    await world.backend.copyRestoreCode({ place: 0, set: 0, code: 1 });
    expect(world.desktop.clipboard).toBe('aaaa-2222');
    world.clock.pass(60_000);
    await world.app.clipboard.clear();
    expect(world.desktop.clipboard).toBe('');
    expect(world.vaultFile.written).toEqual([]);
    await world.backend.restore({ take: [0, 1] });
    expect((await ledgerOf(world, bank.id)).codes).toEqual([
      ['aaaa-1111', 'used'],
      ['aaaa-2222', 'perhaps-used'],
    ]);
    const other = anAccount(2, []);
    expect((await ledgerOf(world, other.id)).codes, 'of another list').toEqual([['aaaa-2222', 'unused']]);
  });

  it('is forgotten with the file', async () => {
    const world = makeApp();
    await openKit(world, [bank]);
    await world.backend.copyRestoreCode({ place: 0, set: 0, code: 1 });
    await world.backend.leaveRestore({});
    await openKit(world, [bank]);
    await world.backend.restore({ take: [0] });
    expect((await ledgerOf(world, bank.id)).codes[1]).toEqual(['aaaa-2222', 'unused']);
  });

  it.each([
    [{ place: 0, set: 0, code: 9 }, 'no-such-code'],
    [{ place: 0, set: 9, code: 0 }, 'no-such-code'],
    [{ place: 9, set: 0, code: 0 }, 'bad-input'],
  ])('has to be there: %o', async (which, why) => {
    const world = makeApp();
    await openKit(world, [bank]);
    expect(await codeOf(world.backend.copyRestoreCode(which))).toBe(why);
  });
});
