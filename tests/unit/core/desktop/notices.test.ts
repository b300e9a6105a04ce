import type { FolderHealth } from '#contract/backups';
import type { Snapshot } from '#contract/snapshot';
import { describe, expect, it } from 'vitest';
import { noticesOf } from '../../../../src-main/core/desktop/notices';
import { onlyShown, whileLocked } from '../../../../src-main/core/lock/shown-while-locked';
import { noticeText } from '../../../../src-main/edge/notice-text';
import { aSet, aSnapshot, anAccount, firstId, secondId, thirdId } from '../../window/fake-backend';

const now = 1_700_000_000_000;
const nobody: ReadonlySet<string> = new Set();
const codes = (left: number, spent = 10 - left) =>
  aSet([...Array<'used'>(spent).fill('used'), ...Array<'unused'>(left).fill('unused')]);
const withCodes = (left: number): Snapshot => aSnapshot({ accounts: [anAccount({ recovery: codes(left) })] });
const titles = (before: Snapshot, after: Snapshot, told = nobody): string[] =>
  noticesOf(before, after, told, now).map((notice) => noticeText(notice).title);
const texted = (sentAt: number | null): Snapshot =>
  aSnapshot({ accounts: [anAccount({ texts: { sentAt, waitUntil: null, phoneEnding: '4567' } })] });
const inTrouble = (health: FolderHealth, behind = true): Snapshot => {
  const folder = { id: thirdId, path: '/usb', health, behind, writtenAt: 1, checkedAt: null, kept: 1 };
  return aSnapshot({ backups: { folders: [folder], checkDueAt: now, writing: false, vaultGone: false } });
};
const backedUp = (checkDueAt: number): Snapshot =>
  aSnapshot({ backups: { folders: [], checkDueAt, writing: false, vaultGone: false } });

describe('a code that was sent', () => {
  it('is told, and leads to its account', () => {
    const [notice] = noticesOf(texted(null), texted(now), nobody, now);
    expect(notice).toMatchObject({
      kind: 'codeSent',
      label: 'Work',
      screen: 'verify',
      accountId: firstId,
    });
    expect(titles(texted(now - 60_000), texted(now))).toEqual(['Code sent – Work']);
  });

  it('is told once', () => {
    expect(titles(texted(now), texted(now))).toEqual([]);
    const [notice] = noticesOf(texted(null), texted(now), nobody, now);
    expect(titles(texted(null), texted(now), new Set([notice?.key ?? '']))).toEqual([]);
  });

  it('is no news of an account that has just come, as at a start', () => {
    expect(titles(aSnapshot(), texted(now))).toEqual([]);
  });

  it('tells nothing of the phone', () => {
    expect(JSON.stringify(noticesOf(texted(null), texted(now), nobody, now))).not.toContain('4567');
  });
});

describe('codes that run out', () => {
  it.each([
    [4, 3, ['3 recovery codes left – Work']],
    [3, 2, []],
    [2, 1, ['1 recovery code left – Work']],
    [1, 0, []],
    [5, 2, ['2 recovery codes left – Work']],
    [4, 1, ['1 recovery code left – Work']],
    [9, 0, ['No unused recovery code left – Work']],
    [3, 4, []],
    [5, 4, []],
    [3, 3, []],
  ])('from %i to %i: %j', (before, after, told) => {
    expect(titles(withCodes(before), withCodes(after))).toEqual(told);
  });

  it('are told once for each set, also when a use was taken back', () => {
    const told = new Set(noticesOf(withCodes(4), withCodes(3), nobody, now).map(({ key }) => key));
    expect(titles(withCodes(4), withCodes(3), told)).toEqual([]);
    expect(titles(withCodes(2), withCodes(1), told)).toEqual(['1 recovery code left – Work']);
    const other = (left: number): Snapshot =>
      aSnapshot({ accounts: [anAccount({ recovery: { ...codes(left), name: 'AB-CDE' } })] });
    expect(titles(other(4), other(3), told)).toEqual(['3 recovery codes left – Work']);
  });

  it('are no news when the vault opens, or a short new set comes', () => {
    expect(titles(aSnapshot({ accounts: [anAccount()] }), withCodes(1))).toEqual([]);
    const fresh = aSnapshot({ accounts: [anAccount({ recovery: { ...codes(2, 0), name: 'AB-CDE' } })] });
    expect(titles(withCodes(8), fresh)).toEqual([]);
  });

  it('lead to their account, or for codes kept by hand to the list', () => {
    expect(noticesOf(withCodes(4), withCodes(3), nobody, now)).toMatchObject([
      { kind: 'fewCodes', screen: 'recovery-codes', accountId: firstId },
    ]);
    const kept = (left: number): Snapshot =>
      aSnapshot({ handKept: [{ id: thirdId, label: 'Bank', recovery: codes(left) }] });
    expect(titles(kept(4), kept(3))).toEqual(['3 recovery codes left – Bank']);
    expect(noticesOf(kept(4), kept(3), nobody, now)).toMatchObject([
      { screen: 'recovery-codes', accountId: null },
    ]);
  });
});

describe('a backup that nobody checked', () => {
  it('is told from its date on', () => {
    expect(titles(backedUp(now + 1), backedUp(now + 1))).toEqual([]);
    expect(titles(backedUp(now), backedUp(now))).toEqual(['Your backup was not checked for 90 days']);
  });

  it('is told once for each date, also by a later run', () => {
    const told = new Set([`check ${now}`]);
    expect(titles(backedUp(now), backedUp(now), told)).toEqual([]);
    expect(titles(backedUp(now - 5), backedUp(now - 5), told)).toHaveLength(1);
  });
});

describe('a backup folder in trouble', () => {
  const told = (health: FolderHealth, behind?: boolean): string[] =>
    noticesOf(inTrouble(health, behind), inTrouble(health, behind), nobody, now)
      .filter(({ kind }) => kind === 'backupTrouble')
      .map(({ key }) => key);

  it.each(['folder-gone', 'not-writable', 'full', 'failed', 'other-key', 'missing', 'damaged'] as const)(
    '(%s) is told, also when it was so before, and has a key for each trouble',
    (health) => {
      expect(told(health)).toEqual([`backup ${thirdId} ${health}`]);
    },
  );

  it.each(['current', 'stale'] as const)('is none while it is %s', (health) => {
    expect(told(health)).toEqual([]);
  });

  it('is none while a drive is away that holds everything', () => {
    expect(told('folder-gone', false)).toEqual([]);
  });
});

describe('a Latchkey that is not open', () => {
  const busy = (sentAt: number | null, left: number): Snapshot => ({
    ...inTrouble('full'),
    accounts: [anAccount({ texts: { sentAt, waitUntil: null, phoneEnding: null }, recovery: codes(left) })],
  });
  const shut = (lock: Partial<Snapshot['lock']>): Snapshot => {
    const whole = busy(now, 1);
    return onlyShown(whileLocked, { ...whole, lock: { ...whole.lock, locked: true, ...lock } });
  };

  it.each([
    { opening: true },
    { reason: 'asked' },
    { reason: 'keychain' },
    { reason: 'key-missing' },
    { reason: 'unreadable' },
  ] as const)('has nothing to tell with %j, so that no label shows', (lock) => {
    expect(titles(busy(null, 4), shut(lock))).toEqual([]);
    expect(titles(shut(lock), shut(lock))).toEqual([]);
  });

  it('tells only of its backups when it is opened, for what came before is no news', () => {
    const kinds = noticesOf(shut({}), busy(now, 1), nobody, now).map(({ kind }) => kind);
    expect(kinds).toEqual(['backupTrouble', 'backupUnchecked']);
    for (const title of titles(shut({}), busy(now, 1))) expect(title).not.toContain('Work');
  });
});

const all = ['codeSent', 'fewCodes', 'backupTrouble', 'backupUnchecked'] as const;

it.each(all)('%s can be switched off by itself', (kind) => {
  const at = (sentAt: number | null, left: number, off: boolean): Snapshot => {
    const account = anAccount({
      texts: { sentAt, waitUntil: null, phoneEnding: null },
      recovery: codes(left),
    });
    const { desktop, ...rest } = inTrouble('full');
    const notifications = { ...desktop.notifications, [kind]: !off };
    return { ...rest, accounts: [account], desktop: { ...desktop, notifications } };
  };
  const kinds = (off: boolean): string[] =>
    noticesOf(at(null, 4, off), at(now, 3, off), nobody, now).map((one) => one.kind);
  expect(kinds(false)).toEqual(all);
  expect(kinds(true)).toEqual(all.filter((one) => one !== kind));
});

it('labels stand in titles alone, where no desktop looks for markup', () => {
  const label = '<b>R&D</b>';
  const at = (id: string, sentAt: number | null, left: number): Snapshot => ({
    ...backedUp(now),
    accounts: [
      anAccount({ id, label, texts: { sentAt, waitUntil: null, phoneEnding: null }, recovery: codes(left) }),
    ],
  });
  const notices = noticesOf(at(secondId, null, 2), at(secondId, now, 1), nobody, now);
  expect(notices).toHaveLength(3);
  for (const notice of notices) expect(noticeText(notice).body).not.toContain('R&D');
});
