import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { type CodeSet, codeSetRecord } from '../records/code-set';
import { type Ledger, ledgerRecord } from '../records/ledger-record';
import type { RecordOf } from '../records/record';
import { type RecoveryCode, recoveryCodeRecord } from '../records/recovery-code';
import { textBytes } from '../records/text-bytes';
import { type VaultContents, writeContents } from './vault-contents';

/** Bytes that only codes which are used up may take: whoever signs in must never be told that there is no room. */
const reserve = 64 * 1024;
/** For the accounts, which lie in the settings and go into every backup: labels, addresses, ids. */
const accountsRoom = 48 * 1024;
/** What a time takes more in a backup than in the vault: it is written for people there. */
const timeRoom = 26;
/** What a ledger has in a backup and not in the vault. */
const ledgerRoom = 64;

/**
 * Refuses a change after which the vault, or what a backup or kit of it would hold, is too long to be sealed, so that
 * whatever is in the vault fits into a backup and a kit. What takes no more than before is always allowed, and what only
 * says how codes were used goes into a room that is kept for it.
 *
 * @throws AppError `vault-full`
 */
export function assertRoom(before: VaultContents, after: VaultContents): void {
  if (before === after) return;
  const bytes = bytesOf(after);
  if (bytes <= limits.sealedText - reserve) return;
  const isMark = bytes <= limits.sealedText && onlyMarks(before, after);
  if (!isMark && bytes > bytesOf(before)) throw new AppError('vault-full');
}

/**
 * Refuses to have new codes made for a ledger where a set like its current one would find no room afterwards.
 *
 * @throws AppError `vault-full`
 */
export function assertRoomForNewSet(contents: VaultContents, ledgerId: string): void {
  const ledgers = contents.ledgers.map((one) => (one.id === ledgerId ? withNewSet(one) : one));
  assertRoom(contents, { ...contents, ledgers });
}

function withNewSet(ledger: Ledger): Ledger {
  const [current] = ledger.sets;
  if (!current) return ledger;
  return {
    ...ledger,
    sets: [{ ...current, replacedAt: null }, { ...current, replacedAt: 1e12 }, ...ledger.sets.slice(1)],
  };
}

/** The longer of what the vault takes and what a backup takes at most, where it is written without blanks. */
function bytesOf(contents: VaultContents): number {
  const times = sum(contents.ledgers, timesOfLedger);
  const document =
    textBytes(JSON.stringify(contents)) +
    times * timeRoom +
    contents.ledgers.length * ledgerRoom +
    accountsRoom;
  return Math.max(textBytes(writeContents(contents)), document);
}

const timesOfLedger = (ledger: Ledger): number =>
  timesIn(ledgerRecord, ledger) + sum(ledger.sets, timesOfSet);

const timesOfSet = (set: CodeSet): number =>
  timesIn(codeSetRecord, set) + sum(set.codes, (code) => timesIn(recoveryCodeRecord, code));

/** How many times are known of a record itself; its lists count for themselves. */
const timesIn = <Whole>({ times }: RecordOf<Whole>, one: Whole): number =>
  times.filter((key) => typeof one[key] === 'number').length;

const sum = <One>(all: readonly One[], amount: (one: One) => number): number =>
  all.reduce((total, one) => total + amount(one), 0);

/** Whether nothing differs but how codes were used, and when. */
function onlyMarks(before: VaultContents, after: VaultContents): boolean {
  return bare(before) === bare(after);
}

const bare = ({ ledgers }: VaultContents): string =>
  JSON.stringify(
    ledgers.map((ledger) => ({
      ...ledger,
      sets: ledger.sets.map((set) => ({ ...set, codes: set.codes.map(withoutMark) })),
    })),
  );

const withoutMark = (code: RecoveryCode): RecoveryCode => ({ ...code, state: 'unused', at: null });
