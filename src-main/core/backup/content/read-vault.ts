import { parseContents } from '../../vault/vault-contents';
import { isTooFull, type ReadDocument } from './read-document';

/**
 * Reads what came out of a vault, of this computer or another one, as a backup of it: every ledger with its id, so that it
 * is known again. The accounts stay where that computer has its settings. Never throws.
 */
export function readVault(text: string): ReadDocument {
  if (isTooFull(listOfLedgers(text))) return { kind: 'too-full' };
  const read = parseContents(text);
  if (read.kind !== 'good') return read;
  const accounts = read.value.ledgers.map((ledger) => ({
    ...ledger,
    serviceUrl: null,
    tokenPrefix: '' as const,
  }));
  return { kind: 'good', value: { madeAt: null, computer: null, accounts }, faults: [] };
}

function listOfLedgers(text: string): readonly unknown[] {
  try {
    const { ledgers } = JSON.parse(text) as { readonly ledgers?: unknown };
    return Array.isArray(ledgers) ? (ledgers as readonly unknown[]) : [];
  } catch {
    return [];
  }
}
