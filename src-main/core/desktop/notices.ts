import type { CodeSetSummary, Snapshot } from '#contract/snapshot';
import { backupTroubles } from './backup-notices';
import { few, lowCodes } from '#contract/codes-left';
import { accountLedgers } from '../records/account-ledgers';
import type { Notice } from '../ports/shell/notice';

/** At so many unused codes a word is said, the most pressing first. */
const levels = [1, few] as const;

/**
 * What there is to tell after something has changed.
 *
 * @param before the snapshot that was looked at last
 * @param told the keys of what was told already, in this run or, about backups, in an earlier one
 * @param now epoch milliseconds
 */
export function noticesOf(
  before: Snapshot,
  after: Snapshot,
  told: ReadonlySet<string>,
  now: number,
): Notice[] {
  const all = [
    ...codesSent(before, after),
    ...codesRunningOut(before, after),
    ...backupTroubles(after),
    ...checkDue(after, now),
  ];
  return all.filter(({ kind, key }) => after.desktop.notifications[kind] && !told.has(key));
}

/**
 * The keys of all that holds now, whether it was told or not. What was told and does not hold any more is taken back: a
 * code was marked as unused again, a newer text was asked for, a backup is good again.
 *
 * @param now epoch milliseconds
 */
export function standingKeys(snapshot: Snapshot, now: number): ReadonlySet<string> {
  const sent = snapshot.accounts.flatMap(({ id, texts }) =>
    texts.sentAt === null ? [] : [sentKey(id, texts.sentAt)],
  );
  const few = ledgersOf(snapshot).flatMap(({ id, recovery, isAccount }) => {
    // The most pressing one alone: it says all that the others said.
    const level = levels.find((one) => recovery.unused <= one);
    return level === undefined || !lowCodes(recovery, isAccount) ? [] : [fewKey(id, recovery, level)];
  });
  const backups = [...backupTroubles(snapshot), ...checkDue(snapshot, now)].map(({ key }) => key);
  return new Set([...sent, ...few, ...backups]);
}

const sentKey = (accountId: string, sentAt: number): string => `sent ${accountId} ${sentAt}`;

const fewKey = (ledgerId: string, { name }: CodeSetSummary, level: number): string =>
  `few ${ledgerId} ${name} ${level}`;

function codesSent(before: Snapshot, after: Snapshot): Notice[] {
  const known = new Map(before.accounts.map(({ id, texts }) => [id, texts.sentAt]));
  return after.accounts.flatMap(({ id, label, texts }) => {
    const last = known.get(id);
    if (last === undefined || texts.sentAt === null || texts.sentAt === last) return [];
    return [
      {
        kind: 'codeSent',
        key: sentKey(id, texts.sentAt),
        label,
        screen: 'verify',
        accountId: id,
      },
    ];
  });
}

function codesRunningOut(before: Snapshot, after: Snapshot): Notice[] {
  const known = new Map(ledgersOf(before).map(({ id, recovery }) => [id, recovery]));
  return ledgersOf(after).flatMap(({ id, label, recovery, isAccount }) => {
    const last = known.get(id);
    // Only what happens before our eyes: a vault that opens with few codes in it is no news.
    if (!last || last.name !== recovery.name || !lowCodes(recovery, isAccount)) return [];
    const left = recovery.unused;
    const level = levels.find((one) => left <= one && last.unused > one);
    if (level === undefined) return [];
    return [
      {
        kind: 'fewCodes',
        key: fewKey(id, recovery, level),
        label,
        left,
        isPressing: level !== few,
        screen: 'recovery-codes',
        accountId: isAccount ? id : null,
      },
    ];
  });
}

interface Ledger {
  readonly id: string;
  readonly label: string;
  readonly recovery: CodeSetSummary;
  readonly isAccount: boolean;
}

function ledgersOf({ accounts, handKept }: Snapshot): Ledger[] {
  const isAccounts = accountLedgers(accounts);
  return [...accounts, ...handKept].flatMap((one) => {
    const { id, label, recovery } = one;
    return recovery ? [{ id, label, recovery, isAccount: isAccounts(one) }] : [];
  });
}

/** The key of the reminder of a check that was due at a time. */
export const checkDueKey = (dueAt: number): string => `check ${dueAt}`;

function checkDue({ backups }: Snapshot, now: number): Notice[] {
  if (!backups || now < backups.checkDueAt) return [];
  return [
    {
      kind: 'backupUnchecked',
      key: checkDueKey(backups.checkDueAt),
      screen: 'backups',
      accountId: null,
    },
  ];
}
