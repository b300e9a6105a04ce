import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../app/failure-of';
import { makeApp } from '../../../app/make-app';
import { appWithCodes, restart, snapshotOf } from '../story';
import { identityEntryOf } from '../vault/vault-world';
import { codes, passphrase } from '../backup/folders/backup-world';
import { aCode, anAccount, aSet } from '../backup/content/documents';
import { openKit } from './restore-world';

const one = anAccount(1, [aSet(['aaaa-1111', aCode('aaaa-2222', { state: 'used', at: 5, note: 'desk' })])]);
const two = anAccount(2, [aSet(['bbbb-1111'])], { label: 'Bank', serviceUrl: null });
describe('a restore that fails', () => {
  it('changes nothing when the vault cannot be written, and can be tried again', async () => {
    const world = makeApp();
    await openKit(world, [one, two]);
    world.vaultFile.full = true;
    const before = await snapshotOf(world);
    expect(await codeOf(world.backend.restore({ take: [0, 1] }))).toBe('vault-not-saved');
    expect(await snapshotOf(world)).toMatchObject({ accounts: before.accounts, handKept: before.handKept });
    expect(world.settingsFile.written).toEqual([]);
    world.vaultFile.full = false;
    expect(await world.backend.restore({ take: [0, 1] })).toMatchObject({ ledgers: 2, accounts: 1 });
  });

  it('cut off at any write leaves all of it or nothing', async () => {
    const all = [one, two, anAccount(3, []), anAccount(4, [aSet(['cccc-1111'])])];
    const world = makeApp();
    await openKit(world, all);
    const write = world.vaultFile.write.bind(world.vaultFile);
    let writes = 0;
    world.vaultFile.write = (sealed) => {
      writes += 1;
      return write(sealed).finally(() => (world.vaultFile.full = true));
    };
    expect(await world.backend.restore({ take: [...all.keys()] })).toMatchObject({ ledgers: 4, accounts: 3 });
    expect(writes).toBe(1);
    const { accounts, handKept } = await snapshotOf(restart({ ...world, accountId: '' }));
    expect([accounts.length, handKept.length]).toEqual([3, 1]);
  });

  it.each([[[2]], [[0, 0]], [[0, 1, 2]]])('refuses the places %j', async (take) => {
    const world = makeApp();
    await openKit(world, [one, two]);
    expect(await codeOf(world.backend.restore({ take }))).toBe('bad-input');
    expect([world.vaultFile.written, world.settingsFile.written]).toEqual([[], []]);
  });

  it('waits for a new vault where the key of this one is gone', async () => {
    const story = await appWithCodes(codes);
    story.secrets.entries.delete(identityEntryOf(story));
    const { sealed, backup } = story.vaultFile;
    const world = restart(story);
    expect(await codeOf(openKit(world, [two]))).toBe('locked');
    expect(await codeOf(world.backend.unlock({ passphrase: '' }))).toBe('vault-key-missing');
    expect((await snapshotOf(world)).vault.state).toBe('key-missing');
    expect(await codeOf(openKit(world, [two]))).toBe('locked');
    await world.backend.startOver({});
    expect((await openKit(world, [two])).ledgers).toMatchObject([{ label: 'Bank', kind: 'only-there' }]);
    expect(await world.backend.restore({ take: [0] })).toMatchObject({ ledgers: 1, accounts: 0 });
    expect(world.vaultFile.aside).toEqual([sealed, backup]);
  });

  it('compares with nothing that is locked', async () => {
    const world = restart(await appWithCodes(codes));
    world.secrets.trouble = 'unavailable';
    expect(await codeOf(openKit(world, [one]))).toBe('locked');
    expect(await codeOf(world.backend.restore({ take: [0] }))).toBe('locked');
    world.secrets.trouble = null;
    await world.backend.unlock({ passphrase: '' });
    expect(await codeOf(world.backend.restore({ take: [0] }))).toBe('nothing-to-restore');
    await openKit(world, [one]);
    expect(await world.backend.restore({ take: [0] })).toMatchObject({ ledgers: 1, accounts: 1 });
  });
});

describe('what was opened', () => {
  it('is forgotten when the person leaves', async () => {
    const world = makeApp();
    const { backend } = world;
    await openKit(world, [one]);
    await backend.leaveRestore({});
    expect(await codeOf(backend.restore({ take: [0] }))).toBe('nothing-to-restore');
    expect(await codeOf(backend.openRestore({ secret: passphrase }))).toBe('nothing-to-restore');
  });

  it('is forgotten, too, when it opens only after that', async () => {
    const world = makeApp();
    const { backend } = world;
    await openKit(world, [one]);
    const open = world.sealer.openWithPassphrase.bind(world.sealer);
    world.sealer.openWithPassphrase = async (typed, sealed) => {
      await backend.leaveRestore({});
      return open(typed, sealed);
    };
    await backend.openRestore({ secret: passphrase });
    expect(await codeOf(backend.restore({ take: [0] }))).toBe('nothing-to-restore');
  });

  it('is forgotten when something else is chosen', async () => {
    const world = makeApp();
    await openKit(world, [one]);
    await world.backend.chooseRestoreSource({ what: 'file' });
    expect(await codeOf(world.backend.restore({ take: [0] }))).toBe('nothing-to-restore');
  });

  it('is opened one at a time', async () => {
    const world = makeApp();
    await openKit(world, [one]);
    const secret = { secret: passphrase };
    const both = [world.backend.openRestore(secret), world.backend.openRestore(secret)];
    expect(await Promise.allSettled(both)).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'busy' } },
    ]);
  });
});
