import { beginAnew } from './begin-anew';
import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { emptyVault, writeContents } from '../../../../src-main/core/vault/vault-contents';
import { codeOf } from '../../../app/failure-of';
import { makeApp, type World } from '../../../app/make-app';
import { MemoryProfileFile } from '../../../fakes/memory-profile-file';
import { codes, passphrase } from '../lock/lock-world';
import { appWithCodes, serviceUrl, snapshotOf } from '../story';
import {
  addByHand,
  contentsWith,
  firstWith,
  identity,
  oldIdentityEntry,
  sealedWith,
  warmedUp,
} from '../vault/vault-world';
import { asFirst, carried } from './carried-vault';
import { bytes, chooseFile, ledgerOf, open, put, putKit } from './restore-world';
import { stick } from '../backup/folders/backup-world';

const keylessName = 'vault.keyless-20260102030405000.age';
const atHand = (name: string) => ({ source: { kind: 'vault', name, opensWith: 'at-hand' } });

/** A computer that began anew because its keychain had lost the key, with what it put aside on a stick. */
async function begunAnew(): ReturnType<typeof beginAnew> {
  const { world, entries } = await beginAnew();
  const [aside] = world.vaultFile.aside;
  world.files.make(stick, { [keylessName]: aside ?? new Uint8Array() });
  return { world, entries };
}

const takeAll = async (world: World) => {
  const { ledgers } = await open(world, '');
  return world.backend.restore({
    take: [...ledgers.keys()].filter((place) => ledgers[place]?.kind !== 'only-here'),
  });
};
const labelsIn = async (world: World) => (await snapshotOf(world)).handKept.map(({ label }) => label);

describe('a vault that was put aside', () => {
  it('opens without a word once its key is back in the keychain, and is merged', async () => {
    const { world, entries } = await begunAnew();
    for (const [name, key] of entries) world.secrets.entries.set(name, key);
    expect(await chooseFile(world, keylessName)).toEqual(atHand(keylessName));
    expect(await open(world, '')).toMatchObject({
      madeAt: null,
      ledgers: [
        { label: 'Mail', kind: 'only-there', codes: 1 },
        { label: 'New', kind: 'only-here' },
      ],
    });
    expect(await world.backend.restore({ take: [0] })).toMatchObject({ ledgers: 1, accounts: 0 });
    expect((await labelsIn(world)).sort()).toEqual(['Mail', 'New']);
    expect((await warmedUp(makeApp(world))).labels.sort()).toEqual(['Mail', 'New']);
  });

  it('opens after a restart, and in a copy of the profile, too', async () => {
    const { world, entries } = await begunAnew();
    for (const [name, key] of entries) world.secrets.entries.set(name, key);
    expect(await chooseFile(makeApp(world), keylessName)).toEqual(atHand(keylessName));
    const profileFile = new MemoryProfileFile('/home/ada/copy');
    profileFile.text = world.profileFile.text;
    expect(await chooseFile(makeApp({ ...world, profileFile }), keylessName)).toEqual(atHand(keylessName));
  });

  it('asks for its key while the keychain has none', async () => {
    const { world } = await begunAnew();
    expect(await chooseFile(world, keylessName)).toEqual({
      source: { kind: 'vault', name: keylessName, opensWith: 'key' },
    });
    expect(await codeOf(open(world, ''))).toBe('file-wrong-key');
  });

  it('asks for its key where the keychain is locked', async () => {
    const { world, entries } = await begunAnew();
    for (const [name, key] of entries) world.secrets.entries.set(name, key);
    await snapshotOf(world);
    world.secrets.trouble = 'locked';
    expect(await chooseFile(world, keylessName)).toMatchObject({ source: { opensWith: 'key' } });
  });

  it.each([
    ['this version', sealedWith],
    ['the first', firstWith],
  ])('(of %s) opens with the key of the first version, whoever began anew', async (_version, make) => {
    const world = makeApp();
    world.files.make(stick, { [keylessName]: await make(world.sealer, 'Mail') });
    world.secrets.entries.set(oldIdentityEntry, identity);
    expect(await chooseFile(world, keylessName)).toEqual(atHand(keylessName));
    expect(await takeAll(world)).toMatchObject({ ledgers: 1, accounts: 0 });
    expect(await labelsIn(world)).toEqual(['Mail']);
  });
});

describe('the vault of another computer', () => {
  it.each([
    ['vault.age', 'vault-key.age'],
    ['vault.age.bak', 'vault-key.age'],
    [keylessName, 'vault-key.keyless-20260102030405001.age'],
    ['vault (1).age', 'vault-key (1).age'],
    ['vault.age', 'vault-key.new'],
  ] as const)('opens by the passphrase of the key beside it: %s', async (vault, key) => {
    const { from, world } = await carried([vault, key]);
    const source = { kind: 'vault', name: vault, opensWith: 'passphrase' };
    expect(await chooseFile(world, vault)).toEqual({ source });
    expect(await codeOf(open(world, 'not the one'))).toBe('wrong-passphrase');
    expect((await open(world, passphrase)).ledgers).toMatchObject([
      { label: 'Work', serviceUrl, kind: 'only-there', codes: 2, left: 2 },
    ]);
    await world.backend.restore({ take: [0] });
    const { accounts, handKept } = await snapshotOf(world);
    expect(handKept).toEqual([]);
    expect(accounts).toMatchObject([{ id: from.accountId, label: 'Work' }]);
    expect((await ledgerOf(world, from.accountId)).codes.map(([code]) => code)).toEqual(codes);
  });

  it.each(['the folder', 'the key', 'both dropped'])('opens by %s', async (what) => {
    const { world } = await carried(['vault.age', 'vault-key.age']);
    world.dialogs.folder = stick;
    const files = [...(world.files.folders.get(stick) ?? [])].map(([name, file]) => ({
      name,
      content: file,
    }));
    const { source } =
      what === 'the folder'
        ? await world.backend.chooseRestoreSource({ what: 'folder' })
        : what === 'the key'
          ? await chooseFile(world, 'vault-key.age')
          : await world.backend.offerRestoreFiles({ files });
    expect(source).toEqual({ kind: 'vault', name: 'vault.age', opensWith: 'passphrase' });
    expect((await open(world, passphrase)).ledgers).toMatchObject([{ label: 'Work' }]);
  });

  it('opens with the age identity that its keychain has', async () => {
    const from = await appWithCodes(codes);
    const [identity = ''] = [...from.secrets.entries.values()].filter((one) =>
      one.startsWith('AGE-SECRET-KEY-1'),
    );
    const world = makeApp({ sealer: from.sealer });
    world.files.make(stick, { 'vault.age': from.vaultFile.sealed ?? new Uint8Array() });
    expect(await chooseFile(world, 'vault.age')).toMatchObject({
      source: { kind: 'vault', opensWith: 'key' },
    });
    expect((await open(world, identity)).ledgers).toMatchObject([{ label: 'Work', codes: 2 }]);
  });

  it('makes no used code unused, and loses none that is only here', async () => {
    const story = await appWithCodes(codes);
    const before = story.vaultFile.sealed ?? new Uint8Array();
    await story.backend.useNextCode({ ledgerId: story.accountId });
    await addByHand(story, 'Mail');
    story.files.make(stick, { 'vault.age': before });
    expect(await chooseFile(story, 'vault.age')).toEqual(atHand('vault.age'));
    expect(await takeAll(story)).toMatchObject({ ledgers: 1, accounts: 0 });
    expect((await ledgerOf(story, story.accountId)).codes).toEqual([
      [codes[0], 'used'],
      [codes[1], 'unused'],
    ]);
    expect(await labelsIn(story)).toEqual(['Mail']);
  });
});

describe('a file that is called like a vault', () => {
  const vaultOf = async (world: World, text: string): Promise<void> => {
    world.secrets.entries.set(oldIdentityEntry, identity);
    world.files.make(stick);
    put(world, 'vault.age', await world.sealer.sealTo('age1fake0000', text));
    await chooseFile(world, 'vault.age');
  };

  it.each<[string, string, string]>([
    ['a later version wrote', JSON.stringify({ schema: 99, ledgers: [] }), 'file-newer'],
    ['holds something else', 'a letter', 'file-not-latchkey'],
    ['holds no ledgers', '{"schema":1}', 'file-not-latchkey'],
    [
      'holds more than any vault',
      JSON.stringify({
        schema: 1,
        ledgers: Array.from({ length: limits.entries + 1 }, () => ({ sets: [] })),
      }),
      'file-too-full',
    ],
  ])('and %s is told so', async (_what, text, code) => {
    const world = makeApp();
    await vaultOf(world, text);
    expect(await codeOf(open(world, ''))).toBe(code);
  });

  it('and is empty inside gives nothing to take', async () => {
    const world = makeApp();
    await vaultOf(world, writeContents(emptyVault, identity));
    expect((await open(world, '')).ledgers).toEqual([]);
  });

  it('and is no age file is told so', async () => {
    const world = makeApp();
    world.files.make(stick, { 'vault.age': bytes('rubbish') });
    expect(await codeOf(chooseFile(world, 'vault.age'))).toBe('file-not-sealed');
  });

  it.each([
    ['this version', writeContents(contentsWith('Mail'), identity)],
    ['the first', asFirst(contentsWith('Mail'))],
  ])('(of %s) gives its codes when it was sealed by a passphrase by hand', async (_version, text) => {
    const world = makeApp();
    await putKit(world, text, 'vault.age');
    await world.backend.chooseRestoreSource({ what: 'file' });
    expect((await open(world)).ledgers).toMatchObject([{ label: 'Mail', codes: 1 }]);
  });
});

it('a key at hand is asked for only where a file may be a vault', async () => {
  const world = makeApp();
  const read: string[] = [];
  const find = world.secrets.read.bind(world.secrets);
  world.secrets.read = (name) => {
    read.push(name);
    return find(name);
  };
  await putKit(world, 'not opened');
  await world.backend.chooseRestoreSource({ what: 'file' });
  expect(read).toEqual([]);
});
