import { expect, describe, it } from 'vitest';
import { rowsOf } from '../../../app/rows-of';
import { isFirst, parseContents, writeContents } from '../../../../src-main/core/vault/vault-contents';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { appWithPassphrase, passphrase } from '../lock/lock-world';
import { snapshotOf } from '../story';
import { beginAnew } from './begin-anew';
import { asFirst } from './carried-vault';
import { addByHand, startOn } from '../vault/vault-world';

const isOffered = async (world: World) => (await snapshotOf(world)).vaultPutAside;
/** A start, and what is looked for after it. */
async function started(world: World): Promise<World> {
  const next = makeApp(world);
  await next.app.warmUp();
  await next.app.settled();
  return next;
}
const choose = (world: World) => world.backend.chooseRestoreSource({ what: 'put-aside' });
const labelsIn = async (world: World) => (await snapshotOf(world)).handKept.map(({ label }) => label).sort();

/** A profile that began anew because its keychain had lost the key, and what brings the key back. */
async function begunAnew(how = writeContents): Promise<{ readonly world: World; bringBack: () => void }> {
  const { world, entries } = await beginAnew();
  const [, identity = ''] = entries.find(([name]) => name.startsWith('vault-identity:')) ?? [];
  const { sealer, vaultFile } = world;
  const [aside = new Uint8Array()] = vaultFile.aside;
  const read = parseContents(await sealer.openWith(identity, aside), identity);
  if (read.kind !== 'good' || isFirst(read.value)) throw new Error('no vault of this version');
  vaultFile.aside[0] = await sealer.sealTo(await sealer.recipientOf(identity), how(read.value, identity));
  return { world, bringBack: () => entries.forEach(([name, key]) => world.secrets.entries.set(name, key)) };
}

describe('a vault that was put aside', () => {
  it('is not offered while its key is gone', async () => {
    const { world } = await begunAnew();
    const next = await started(world);
    expect(await isOffered(next)).toBe(false);
    expect(await codeOf(choose(next))).toBe('nothing-to-restore');
  });

  it.each([
    ['this version', writeContents],
    ['the first', asFirst],
  ])(
    '(of %s) is offered once its key is back, is merged by a yes alone, and is not offered again',
    async (_version, how) => {
      const { world, bringBack } = await begunAnew(how);
      bringBack();
      const next = await started(world);
      expect(await isOffered(next)).toBe(true);
      expect(await labelsIn(next)).toEqual(['New']);
      expect(await choose(next)).toMatchObject({ source: { kind: 'vault', opensWith: 'at-hand' } });
      expect((await next.backend.openRestore({ secret: '' })).ledgers).toMatchObject([
        { label: 'Mail', kind: 'only-there' },
        { label: 'New', kind: 'only-here' },
      ]);
      expect((await next.backend.showRestoreCodes({ place: 0 })).sets).toHaveLength(1);
      await next.backend.restore({ take: [0] });
      expect(await labelsIn(next)).toEqual(['Mail', 'New']);
      expect(await isOffered(next)).toBe(false);
      expect(await isOffered(await started(next))).toBe(false);
      expect(next.vaultFile.aside).toHaveLength(1);
    },
  );

  it('whose passphrase was forgotten is offered when that is typed: set anew, it opens the key aside', async () => {
    const story = await appWithPassphrase();
    await story.app.lock();
    await story.backend.startOver({});
    await story.backend.addHandKept({ label: 'New', codes: rowsOf('qrst-1234') });
    const next = await started(story);
    expect(await isOffered(next)).toBe(false);
    await next.backend.setLockPassphrase({ passphrase: '', newPassphrase: passphrase });
    await next.app.lock();
    await next.backend.unlock({ passphrase });
    await next.app.settled();
    expect(await isOffered(next)).toBe(true);
    await choose(next);
    expect((await next.backend.openRestore({ secret: '' })).ledgers).toMatchObject([
      { label: 'Work', codesOnlyThere: 2 },
      { label: 'New', kind: 'only-here' },
    ]);
  });

  it('is not told of while Latchkey is locked, and its keys are dropped', async () => {
    const { world, bringBack } = await begunAnew();
    bringBack();
    const next = await started(world);
    await next.app.lock();
    expect(await isOffered(next)).toBe(false);
    await next.backend.unlock({ passphrase: '' });
    await next.app.settled();
    expect(await isOffered(next)).toBe(true);
  });

  it('costs nothing where there is none: the keychain is asked for nothing more', async () => {
    const world = await startOn(null);
    await addByHand(world);
    const next = await started(world);
    const reads = next.secrets.touches.filter((touch) => touch.startsWith('read vault-identity'));
    expect(new Set(reads).size).toBe(1);
  });
});
