import { describe, expect, it } from 'vitest';
import type { Snapshot } from '#contract/snapshot';
import type { World } from '../../../app/make-app';
import { openFirstVersion, passphrases } from '../../../app/profile-of-first-version';

/** Opens it as a person does, and looks around. */
async function lookedAt(world: World, passphrase = ''): Promise<Snapshot> {
  await world.backend.readSnapshot({});
  if (passphrase !== '') await world.backend.unlock({ passphrase });
  await world.app.warmUp();
  return world.backend.readSnapshot({});
}
const codesOf = async ({ backend }: World, ledgerId: string) => backend.revealRecoveryCodes({ ledgerId });

/** What every profile with a vault holds: a service's codes, made anew once, and a list that was pasted twice. */
async function expectAllOfIt(world: World, snapshot: Snapshot): Promise<void> {
  expect(snapshot.accounts.map(({ label }) => label)).toEqual(['Practice service', 'Work']);
  const work = snapshot.accounts.find(({ id }) => id === snapshot.activeAccountId);
  expect(work).toMatchObject({ label: 'Work', token: 'keychain', recovery: { total: 10, unused: 9 } });
  const ofWork = await codesOf(world, work?.id ?? '');
  expect(ofWork.codes).toHaveLength(10);
  expect(ofWork.replaced.map(({ codes }) => codes.length)).toEqual([10]);
  const [list] = snapshot.handKept;
  // What it was pasted over with shares a code, so that both are one list: what was left out is gone.
  expect(list).toMatchObject({ label: 'Müller & Söhne', recovery: { total: 6, unused: 3 } });
  const pasted = await codesOf(world, list?.id ?? '');
  expect(pasted.replaced).toEqual([]);
  const { entries } = await world.backend.readLedger({ ledgerId: list?.id ?? '' });
  expect(pasted.codes.map((code, place) => `${code} ${entries[place]?.state ?? ''}`)).toEqual([
    'aaaa-1111 unused',
    'bbbb-2222 used',
    'cccc-3333 gone',
    'dddd-4444 gone',
    'eeee-5555 unused',
    'ffff-6666 unused',
  ]);
  expect(snapshot.theme).toBe('dark');
  expect(snapshot.lock.afterIdle).toBe(900);
  expect(world.bugs).toEqual([]);
}

describe('a profile of Latchkey 0.1.0, as that wrote it', () => {
  it('opens with its key in the keychain, and its backups are checked', async () => {
    const world = openFirstVersion('keychain');
    const snapshot = await lookedAt(world);
    await expectAllOfIt(world, snapshot);
    expect(snapshot.takenOver?.accounts.map(({ label }) => label)).toEqual(['Work']);
    expect(snapshot.takenOver?.folders).toEqual(['/backups']);
    await world.backend.believeTakenOver({});
    const [folder] = snapshot.backups?.folders ?? [];
    const outcome = await world.backend.checkBackup({
      folderId: folder?.id ?? '',
      passphrase: passphrases.backups,
    });
    // The list that was pasted over is one with its first version now: the next backup has it so.
    const differing = outcome.ledgers.filter(({ kind }) => kind !== 'same').map(({ label }) => label);
    expect(differing).toEqual(['Müller & Söhne']);
    await world.app.settled();
    const again = await world.backend.checkBackup({
      folderId: folder?.id ?? '',
      passphrase: passphrases.backups,
    });
    expect(again).toMatchObject({ outcome: 'same' });
  });

  it('opens with the passphrase that it was locked with', async () => {
    const world = openFirstVersion('passphrase');
    expect((await world.backend.readSnapshot({})).accounts).toEqual([]);
    await expectAllOfIt(world, await lookedAt(world, passphrases.lock));
  });

  it('says that new codes were asked for when it was killed', async () => {
    const world = openFirstVersion('in-doubt');
    const snapshot = await lookedAt(world);
    await expectAllOfIt(world, snapshot);
    expect(snapshot.accounts.map(({ recoveryInDoubt }) => recoveryInDoubt)).toEqual([false, true]);
  });

  it('keeps what was sealed beside an account that lived in memory', async () => {
    const world = openFirstVersion('memory');
    const snapshot = await lookedAt(world);
    expect(snapshot.accounts).toMatchObject([{ label: 'For now', token: 'missing', recovery: null }]);
    const [list] = snapshot.handKept;
    expect((await codesOf(world, list?.id ?? '')).codes).toEqual(['1111-2222', '3333-4444']);
  });

  it('goes on with the vault that was begun anew when the key was gone', async () => {
    const world = openFirstVersion('keyless');
    const snapshot = await lookedAt(world);
    expect(snapshot.accounts.map(({ label }) => label)).toEqual(['Practice service', 'Work']);
    const [list] = snapshot.handKept;
    expect((await codesOf(world, list?.id ?? '')).codes).toEqual(['9999-0000', '8888-0000']);
  });

  it('opens where no vault was made yet', async () => {
    const snapshot = await lookedAt(openFirstVersion('no-vault'));
    expect(snapshot.accounts).toMatchObject([{ label: 'Practice service', token: 'keychain' }]);
    expect(snapshot.vault.state).toBe('open');
  });
});
