import { isFirst, parseContents } from '../../vault/vault-contents';
import { backedUpOf } from '../../store/view/backed-up-of';
import { viewOf } from '../../store/view/view';
import { type BackedUp, undescribed } from '../../records/backed-up';
import { isTooFull } from '../../records/too-full';
import type { ReadDocument } from './read-document';

/**
 * Reads what came out of a vault, of this computer or another one, as a backup of it: every account and list with its id,
 * so that it is known again. The accounts of a vault of the first version lie where that computer has its settings. Never
 * throws.
 *
 * @param identity as for parseContents
 */
export function readVault(text: string, identity: string | null): ReadDocument {
  if (isTooFull(listOfLedgers(text))) return { kind: 'too-full' };
  const read = parseContents(text, identity);
  if (read.kind !== 'good') return read;
  const accounts = isFirst(read.value)
    ? read.value.ledgers.map((ledger): BackedUp => ({
        ...undescribed,
        ...ledger,
        serviceUrl: null,
        tokenPrefix: '',
      }))
    : viewOf(read.value.store).map(backedUpOf);
  if (isTooFull(accounts)) return { kind: 'too-full' };
  return { kind: 'good', value: { madeAt: null, computer: null, accounts }, faults: [] };
}

/** What a vault of the first version lists, whatever that is: to be counted before it is read. */
function listOfLedgers(text: string): readonly unknown[] {
  try {
    const { ledgers } = JSON.parse(text) as { readonly ledgers?: unknown };
    return Array.isArray(ledgers) ? (ledgers as readonly unknown[]) : [];
  } catch {
    return [];
  }
}
