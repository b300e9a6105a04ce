import type { Ledger } from '../../records/ledger-record';
import type { SetSource } from '../kinds/set';
import { valueOf } from '../kinds/latest-keys';
import type { Store } from '../facts/store';
import { factsOf } from '../view/view';
import { idsOf } from '../view/same-groups';
import { changeCodes } from './code-changes';
import { News, type Author } from './news';
import { heldCodes } from './parts';
import { changeSets } from './set-changes';

/**
 * What the store has to learn when a ledger becomes another one, so that the rules of recovery codes may stay functions
 * from ledger to ledger.
 *
 * Only the difference counts: what came from other computers since the person looked stays as it is.
 *
 * @param before what the person saw; null where there was none
 * @param after what it is to become, under the same id
 * @param source where codes come from that are new
 * @returns what is to be joined with the store
 */
export function ledgerChanges(
  store: Store,
  before: Ledger | null,
  after: Ledger,
  author: Author,
  source: SetSource,
): Store {
  const news = new News(store, author);
  changeLedger(news, store, before, after, source);
  return news.done();
}

/** Says it among other news. */
export function changeLedger(
  news: News,
  store: Store,
  before: Ledger | null,
  after: Ledger,
  source: SetSource,
): void {
  const ids = idsOf(store, after.id);
  const shown = before ? [before.label] : ids.map((id) => valueOf(store, 'label', [id]));
  if (shown.some((one) => one !== after.label)) news.ofEach('label', ids, after.label);
  const known = factsOf(store, after.id);
  const added = changeSets(news, store, known, before?.sets ?? [], after, source);
  changeCodes(news, known, before?.sets ?? [], after, [...heldCodes(known), ...added]);
}
