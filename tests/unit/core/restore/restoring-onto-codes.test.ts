import { describe, expect, it, vi } from 'vitest';
import { limits } from '#contract/limits';
import { codeOf } from '../../../app/failure-of';
import { makeApp } from '../../../app/make-app';
import {
  appWithAccount,
  appWithCodes,
  codesOf,
  ofLedger,
  restart,
  snapshotOf,
  appWithPracticeForThisRun,
  withoutKeychain,
} from '../story';
import { appWithBackups, codes, useUp } from '../backup/folders/backup-world';
import { aCode, anAccount, aSet } from '../backup/content/documents';
import { ledgerOf, openFolder, openKit, restoreKit } from './restore-world';

/** Thousands would take a minute, and tell no more. */
vi.mock('#contract/limits', async (original) => {
  const { limits: known } = await original<{ limits: Record<string, number> }>();
  return { limits: { ...known, accounts: 40 } };
});

const one = anAccount(1, [aSet(['aaaa-1111', aCode('aaaa-2222', { state: 'used', at: 5, note: 'desk' })])]);
const two = anAccount(2, [aSet(['bbbb-1111'])], { label: 'Bank', serviceUrl: null });
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
    expect(await first.backend.restore({ take: [0] })).toMatchObject({ ledgers: 1, accounts: 0 });
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
    expect(await restoreKit(story, [there])).toMatchObject({ ledgers: 1, accounts: 0 });
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
    const there = anAccount(1, [aSet([codes[0] ?? ''])], { id: accountId, label: 'Elsewhere' });
    expect(await restoreKit(story, [there])).toMatchObject({ ledgers: 1, accounts: 1 });
    expect((await snapshotOf(story)).accounts).toMatchObject([
      { id: accountId, label: 'Work', token: 'missing' },
    ]);
    expect(await codesOf(story)).toEqual(codes);
  });

  it('gives an account another name where its own is taken, and leaves the chosen one chosen', async () => {
    const story = await appWithAccount();
    await restoreKit(story, [anAccount(1, [], { label: 'Work' }), anAccount(2, [], { label: '\u200b' })]);
    const { accounts, activeAccountId } = await snapshotOf(story);
    expect(accounts.map(({ label }) => label)).toEqual(['Work', 'Work 2', 'Unnamed']);
    expect(activeAccountId).toBe(story.accountId);
  });

  it('leaves a list of codes apart that belong to a removed account only perhaps', async () => {
    const story = await appWithCodes(codes);
    const { accountId, backend } = story;
    await backend.removeAccount({ accountId, leaveKeychainEntry: false });
    await restoreKit(story, [anAccount(9, [aSet([codes[0] ?? ''])], { label: 'Work' })]);
    const { accounts, handKept } = await snapshotOf(story);
    expect([accounts.map(({ label }) => label), handKept.map(({ id }) => id)]).toEqual([
      ['Work'],
      [accountId],
    ]);
  });

  it('keeps the codes without an account where there are too many', async () => {
    const world = makeApp();
    const many = Array.from({ length: limits.accounts + 1 }, (_, place) =>
      anAccount(place, [aSet([`code-${1_000 + place}`])]),
    );
    expect(await restoreKit(world, many)).toMatchObject({
      ledgers: limits.accounts + 1,
      accounts: limits.accounts,
    });
    expect((await snapshotOf(world)).handKept.map(({ label }) => label)).toEqual([
      `Account ${limits.accounts}`,
    ]);
  });

  it('changes nothing for this run alone, and seals with what it takes what had no place before', async () => {
    const practice = await appWithPracticeForThisRun();
    const { accountId } = practice;
    const story = await withoutKeychain(practice, () => appWithCodes(codes, practice));
    const before = await ledgerOf(story, accountId);
    expect(before.sealed).toBe(false);
    const there = anAccount(1, [aSet([codes[0] ?? '', 'extra-1111'])], { id: accountId });
    await withoutKeychain(story, async () => {
      expect(await codeOf(restoreKit(story, [there, two]))).toBe('keychain-unavailable');
    });
    expect(await ledgerOf(story, accountId)).toEqual(before);
    await restoreKit(story, [there, two]);
    for (const world of [story, restart(story)]) {
      expect(await ledgerOf(world, accountId)).toMatchObject({
        codes: [{}, {}, {}, ['extra-1111', 'unused']],
        sealed: true,
      });
      const { accounts, handKept } = await snapshotOf(world);
      expect([accounts.map(({ id }) => id), handKept.map(({ label }) => label)]).toEqual([
        [accountId],
        ['Bank'],
      ]);
    }
  });

  it('seals at last what could not be sealed before, and hides nothing behind it', async () => {
    const practice = await appWithPracticeForThisRun();
    const { accountId } = practice;
    const story = await withoutKeychain(practice, () => appWithCodes(codes, practice));
    await withoutKeychain(story, () => useUp(story));
    expect((await ledgerOf(story, accountId)).sealed).toBe(false);
    const set = aSet([codes[0] ?? '', aCode(codes[1] ?? '', { state: 'gone', at: 7 })]);
    await restoreKit(story, [anAccount(1, [set], { id: accountId })]);
    const merged = {
      codes: [
        [codes[0], 'used'],
        [codes[1], 'gone'],
        [codes[2], 'unused'],
      ],
      replaced: [],
      sealed: true,
    };
    expect(await ledgerOf(story, accountId)).toEqual(merged);
    expect(await ledgerOf(restart(story), accountId)).toEqual(merged);
  });
});
