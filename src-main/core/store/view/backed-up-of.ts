import type { BackedUp } from '../../records/backed-up';
import type { Entry } from './entry';
import { otpauthOf } from './otpauth';

/** What backups and kits have of an entry. */
export const backedUpOf = (entry: Entry): BackedUp => ({
  id: entry.id,
  label: entry.label,
  user: entry.user,
  note: entry.note,
  tags: entry.tags,
  pinned: entry.pinned,
  archived: entry.archived,
  inDoubt: entry.inDoubt,
  serviceUrl: entry.serviceUrl,
  tokenPrefix: entry.tokenPrefix,
  authenticators: entry.authenticators.map((one) => otpauthOf(one, entry.label, entry.user)),
  sets: entry.ledger.sets,
});
