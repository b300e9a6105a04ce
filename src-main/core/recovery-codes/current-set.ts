import { AppError } from '#contract/errors';
import type { CodeSet } from '../records/code-set';
import type { Ledger } from '../records/ledger-record';
import type { RecoveryCode } from '../records/recovery-code';
import type { LedgerShelf } from './ledger-shelf';

/** A ledger and its current set. @throws AppError `no-such-code` where it has none; as LedgerShelf.openFor */
export async function findCurrent(
  ledgerShelf: LedgerShelf,
  ledgerId: string,
): Promise<{ ledger: Ledger; current: CodeSet }> {
  await ledgerShelf.openFor(ledgerId);
  const ledger = ledgerShelf.ledger(ledgerId);
  const [current] = ledger.sets;
  if (!current) throw new AppError('no-such-code');
  return { ledger, current };
}

/** @throws AppError `no-such-code` */
export function codeAt(current: CodeSet, index: number): RecoveryCode {
  const code = current.codes[index];
  if (!code) throw new AppError('no-such-code');
  return code;
}

/**
 * Changes a ledger about one code of its current set.
 *
 * @throws AppError `no-such-code`, also where another set has taken its place while the change waited for its turn; as
 * LedgerShelf.changeLedger; as `how`
 */
export async function changeAt(
  ledgerShelf: LedgerShelf,
  ledgerId: string,
  index: number,
  how: (ledger: Ledger, code: RecoveryCode) => Ledger,
): Promise<void> {
  const { ledger, current } = await findCurrent(ledgerShelf, ledgerId);
  const { code } = codeAt(current, index);
  await ledgerShelf.changeLedger(ledgerId, ledger.label, (now) => {
    const there = now.sets[0]?.codes[index];
    if (there?.code !== code) throw new AppError('no-such-code');
    return how(now, there);
  });
}
