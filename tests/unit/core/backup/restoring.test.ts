import { describe, expect, it } from 'vitest';
import { limits } from '#contract/limits';
import { codeOf } from '../../../fakes/failure-of';
import { json } from '../../../fakes/fake-http';
import { makeApp } from '../../../fakes/make-app';
import {
  appWithAccount,
  appWithCodes,
  codesOf,
  listCodes,
  ofLedger,
  restart,
  serviceUrl,
  snapshotOf,
  token,
} from '../story';
import { addByHand, identityEntry } from '../vault-world';
import { appWithBackups, codes, passphrase, useUp } from './backup-world';
import { aCode, anAccount, aSet } from './documents';
import { elsewhere, kitName, ledgerOf, madeAt, openFolder, openKit, restoreKit } from './restore-world';

const one = anAccount(1, [aSet(['aaaa-1111', aCode('aaaa-2222', { state: 'used', at: 5, note: 'desk' })])]);
const two = anAccount(2, [aSet(['bbbb-1111'])], { label: 'Bank', serviceUrl: null });

describe('restoring on a fresh computer', () => {
  it('brings accounts and codes back from a backup folder', async () => {
    const first = await appWithBackups();
    await useUp(first);
    await addByHand(first);
    await first.backend.backUpNow({});
    const world = elsewhere(first);
    const preview = await openFolder(world);
    expect(preview.ledgers.map(({ label, kind, left }) => [label, kind, left])).toEqual([
      ['Work', 'only-there', 2],
      ['By hand', 'only-there', 1],
    ]);
    expect(preview.damaged).toEqual([]);
    expect(await world.backend.restore({ take: [0, 1] })).toEqual({ ledgers: 2, accounts: 1 });
    const later = makeApp(world);
    await later.app.warmUp();
    const { accounts, handKept, activeAccountId } = await snapshotOf(later);
    expect(accounts).toMatchObject([
      {
        id: first.accountId,
        label: 'Work',
        serviceUrl,
        kind: 'own',
        token: 'missing',
        recovery: { sealed: true },
      },
    ]);
    expect([handKept.map(({ label }) => label), activeAccountId]).toEqual([['By hand'], first.accountId]);
    expect(await ledgerOf(later, first.accountId)).toEqual({
      codes: codes.map((code, place) => [code, place === 0 ? 'used' : 'unused']),
      replaced: [],
      sealed: true,
    });
  });

  it('asks for the token, and goes on as ever when it has one', async () => {
    const first = await appWithBackups();
    const world = elsewhere(first);
    await openFolder(world);
    await world.backend.restore({ take: [0] });
    const story = { ...makeApp({ ...world, http: first.http }), accountId: first.accountId };
    const { accountId } = story;
    expect(await codeOf(story.backend.fetchRecoveryCodes({ accountId }))).toBe('token-missing');
    expect((await snapshotOf(story)).keychain.state).not.toBe('locked');
    // Used without a token, and still known after the next start.
    await useUp(story);
    expect((await ledgerOf(restart(story), accountId)).codes[0]).toEqual([codes[0], 'used']);
    expect(await story.backend.replaceToken({ accountId, token, keepInMemory: false })).toEqual({
      tokenChecked: true,
    });
    expect((await snapshotOf(story)).accounts).toMatchObject([{ token: 'keychain' }]);
    story.http.on(listCodes, json(200, { recovery_codes: codes.slice(1) }));
    await story.backend.fetchRecoveryCodes({ accountId });
    expect((await ledgerOf(restart(story), accountId)).codes).toHaveLength(3);
  });

  it('lets a restored account be removed without its token', async () => {
    const world = makeApp();
    await restoreKit(world, [one]);
    const { touches } = world.secrets;
    touches.length = 0;
    await world.backend.removeAccount({ accountId: one.id, leaveKeychainEntry: false });
    expect([(await snapshotOf(world)).accounts, touches]).toEqual([[], []]);
  });

  it('takes what was asked for and nothing else', async () => {
    const world = makeApp();
    await openKit(world, [one, two]);
    expect(await world.backend.restore({ take: [1] })).toEqual({ ledgers: 1, accounts: 0 });
    const { accounts, handKept } = await snapshotOf(world);
    expect([accounts, handKept.map(({ label }) => label)]).toEqual([[], ['Bank']]);
    expect(await world.backend.restore({ take: [] })).toEqual({ ledgers: 0, accounts: 0 });
    expect(await world.backend.restore({ take: [0] })).toEqual({ ledgers: 1, accounts: 1 });
  });

  it('brings back accounts without codes', async () => {
    const world = makeApp();
    expect(await restoreKit(world, [anAccount(1, [])])).toEqual({ ledgers: 1, accounts: 1 });
    expect((await snapshotOf(world)).accounts).toMatchObject([{ label: 'Account 1', recovery: null }]);
  });

  it('says what was in the kit, and when it was made', async () => {
    const preview = await openKit(makeApp(), [one, two]);
    expect(preview).toMatchObject({ madeAt, file: kitName, damaged: [] });
    expect(preview.ledgers).toMatchObject([
      { label: 'Account 1', kind: 'only-there', codes: 2, left: 1, codesOnlyThere: 2 },
      { label: 'Bank', serviceUrl: null },
    ]);
    expect(JSON.stringify(preview)).not.toMatch(/aaaa|bbbb/);
  });
});

describe('restoring where something is already', () => {
  it('loses nothing on either side', async () => {
    const first = await appWithBackups();
    await useUp(first);
    await first.backend.backUpNow({});
    const { accountId } = first;
    // Here, another code was used since, and a set of new ones came.
    await first.backend.markRecoveryCode({ ...ofLedger(first), index: 0, state: 'unused' });
    await first.backend.markRecoveryCode({ ...ofLedger(first), index: 1, state: 'used' });
    await appWithCodes(['new-1111', 'new-2222'], first);
    const preview = await openFolder(first);
    expect(preview.ledgers).toHaveLength(1);
    const before = await ledgerOf(first, accountId);
    expect(await first.backend.restore({ take: [0] })).toEqual({ ledgers: 1, accounts: 0 });
    expect(await ledgerOf(first, accountId)).toEqual({ ...before, replaced: [codes] });
    expect((await snapshotOf(first)).accounts).toMatchObject([{ label: 'Work', token: 'keychain' }]);
  });

  it('takes states that are further on, and doing it again changes nothing', async () => {
    const story = await appWithCodes(codes);
    const { accountId } = story;
    const set = aSet([aCode(codes[1] ?? '', { state: 'used', at: 7 }), 'extra-1111']);
    const there = anAccount(1, [set], { id: accountId, label: 'Elsewhere' });
    await restoreKit(story, [there]);
    const once = await ledgerOf(story, accountId);
    expect(once.codes).toEqual([
      [codes[0], 'unused'],
      [codes[1], 'used'],
      [codes[2], 'unused'],
      ['extra-1111', 'unused'],
    ]);
    const snapshot = await snapshotOf(story);
    expect(await restoreKit(story, [there])).toEqual({ ledgers: 1, accounts: 0 });
    expect([await ledgerOf(story, accountId), await snapshotOf(story)]).toEqual([once, snapshot]);
    expect((await openKit(story, [there])).ledgers).toMatchObject([{ kind: 'differs', codesOnlyThere: 0 }]);
  });

  it('lists what is only here behind the file’s own, where it cannot be taken', async () => {
    const story = await appWithCodes(codes);
    expect((await openKit(story, [one])).ledgers.map(({ kind }) => kind)).toEqual([
      'only-there',
      'only-here',
    ]);
    expect(await codeOf(story.backend.restore({ take: [1] }))).toBe('bad-input');
  });

  it('makes codes of a removed account an account again, under its name of now', async () => {
    const story = await appWithCodes(codes);
    const { accountId, backend } = story;
    await backend.removeAccount({ accountId, leaveKeychainEntry: false });
    const there = anAccount(1, [aSet([codes[0] ?? ''])], { id: anAccount(9, []).id, label: 'Elsewhere' });
    expect(await restoreKit(story, [there])).toEqual({ ledgers: 1, accounts: 1 });
    expect((await snapshotOf(story)).accounts).toMatchObject([
      { id: accountId, label: 'Work', token: 'missing' },
    ]);
    expect(await codesOf(story)).toEqual(codes);
  });

  it('gives an account another name where its own is taken, and leaves the chosen one chosen', async () => {
    const story = await appWithAccount();
    await restoreKit(story, [anAccount(1, [], { label: 'Work' }), anAccount(2, [], { label: '\u200b' })]);
    const { accounts, activeAccountId } = await snapshotOf(story);
    expect(accounts.map(({ label }) => label)).toEqual(['Work', 'Work 2', 'Restored']);
    expect(activeAccountId).toBe(story.accountId);
  });

  it('keeps the codes without an account where there are too many', async () => {
    const world = makeApp();
    const many = Array.from({ length: limits.accounts + 1 }, (_, place) =>
      anAccount(place, [aSet([`code-${1_000 + place}`])]),
    );
    expect(await restoreKit(world, many)).toEqual({
      ledgers: limits.accounts + 1,
      accounts: limits.accounts,
    });
    expect((await snapshotOf(world)).handKept.map(({ label }) => label)).toEqual([
      `Account ${limits.accounts}`,
    ]);
  });

  it('keeps in memory what belongs to an account that does without the keychain', async () => {
    const story = await appWithCodes(codes, await appWithAccount({}, { keepInMemory: true }));
    const { accountId } = story;
    await restoreKit(story, [anAccount(1, [aSet([codes[0] ?? '', 'extra-1111'])], { id: accountId }), two]);
    expect(await ledgerOf(story, accountId)).toMatchObject({
      codes: [{}, {}, {}, ['extra-1111', 'unused']],
      sealed: false,
    });
    const later = restart(story);
    await later.app.warmUp();
    const { accounts, handKept } = await snapshotOf(later);
    expect([accounts[0]?.recovery, handKept.map(({ label }) => label)]).toEqual([null, ['Bank']]);
  });

  it('seals at last what could not be sealed before, and hides nothing behind it', async () => {
    const story = await appWithCodes(codes);
    const { accountId } = story;
    await story.backend.replaceToken({ accountId, token, keepInMemory: true });
    await useUp(story);
    await story.backend.replaceToken({ accountId, token, keepInMemory: false });
    expect((await ledgerOf(story, accountId)).sealed).toBe(false);
    const set = aSet([codes[0] ?? '', aCode(codes[1] ?? '', { state: 'gone', at: 7 })]);
    await restoreKit(story, [anAccount(1, [set], { id: accountId })]);
    expect(await ledgerOf(restart(story), accountId)).toEqual({
      codes: [
        [codes[0], 'used'],
        [codes[1], 'gone'],
        [codes[2], 'unused'],
      ],
      replaced: [],
      sealed: true,
    });
  });
});

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
    expect(await world.backend.restore({ take: [0, 1] })).toEqual({ ledgers: 2, accounts: 1 });
  });

  it('keeps the codes when the settings cannot be written, and adds the account the next time', async () => {
    const world = makeApp();
    await openKit(world, [one]);
    world.settingsFile.full = true;
    expect(await codeOf(world.backend.restore({ take: [0] }))).toBe('settings-not-saved');
    expect((await snapshotOf(world)).handKept.map(({ label }) => label)).toEqual(['Account 1']);
    world.settingsFile.full = false;
    expect(await world.backend.restore({ take: [0] })).toEqual({ ledgers: 1, accounts: 1 });
    const { accounts, handKept } = await snapshotOf(world);
    expect([accounts.length, handKept.length]).toEqual([1, 0]);
  });

  it.each([[[2]], [[0, 0]], [[0, 1, 2]]])('refuses the places %j', async (take) => {
    const world = makeApp();
    await openKit(world, [one, two]);
    expect(await codeOf(world.backend.restore({ take }))).toBe('bad-input');
    expect([world.vaultFile.written, world.settingsFile.written]).toEqual([[], []]);
  });

  it('waits for a new vault where the key of this one is gone', async () => {
    const story = await appWithCodes(codes);
    story.secrets.entries.delete(identityEntry);
    const world = restart(story);
    await world.backend.probeKeychain({});
    expect((await openKit(world, [two])).ledgers[0]?.kind).toBe('only-there');
    expect(await codeOf(world.backend.restore({ take: [0] }))).toBe('vault-key-missing');
    expect((await snapshotOf(world)).vault.state).toBe('key-missing');
    await world.backend.beginNewVault({});
    expect(await world.backend.restore({ take: [0] })).toEqual({ ledgers: 1, accounts: 0 });
    expect(world.vaultFile.aside).toHaveLength(1);
  });

  it('compares with nothing that is locked', async () => {
    const world = restart(await appWithCodes(codes));
    world.secrets.trouble = 'unavailable';
    expect(await codeOf(openKit(world, [one]))).toBe('keychain-unavailable');
    expect(await codeOf(world.backend.restore({ take: [0] }))).toBe('nothing-to-restore');
    world.secrets.trouble = null;
    await world.backend.openRestore({ secret: passphrase });
    expect(await world.backend.restore({ take: [0] })).toEqual({ ledgers: 1, accounts: 1 });
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
    const opening = backend.openRestore({ secret: passphrase });
    await backend.leaveRestore({});
    await opening;
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
