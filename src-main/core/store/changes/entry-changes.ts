import type { Entry } from '../view/entry';
import { type LatestValues, valueOf } from '../kinds/latest-keys';
import type { Store } from '../facts/store';
import { factsOf } from '../view/view';
import { idsOf } from '../view/same-groups';
import { changeNote } from './code-changes';
import { type Author, News } from './news';
import { partsOf } from './parts';

/** What a person says of an entry: all of it but its codes. */
export type Described = Pick<
  Entry,
  'id' | 'label' | 'user' | 'note' | 'pinned' | 'archived' | 'serviceUrl' | 'tokenPrefix' | 'inDoubt'
>;

/**
 * What the store has to learn when an entry with an account is added, renamed, moved or described otherwise. An edit
 * never brings back what another computer removed.
 *
 * @param before what the person saw; null where there was none
 * @returns what is to be joined with the store
 */
export function entryChanges(store: Store, before: Entry | null, after: Described, author: Author): Store {
  const news = new News(store, author);
  changeEntry(news, store, before, after, author.now);
  return news.done();
}

/** Says it among other news. @param now epoch milliseconds */
export function changeEntry(
  news: News,
  store: Store,
  before: Entry | null,
  after: Described,
  now: number,
): void {
  const [home] = partsOf(factsOf(store, after.id), after.id);
  if (!before?.hasAccount) news.fact(home, { kind: 'account' });
  changeDescription(news, store, before, after, now);
  for (const name of ['url', 'prefix'] as const) change(news, store, name, before, after);
}

/** As changeEntry, and leaves it open whether there is an account, and where. */
export function changeDescription(
  news: News,
  store: Store,
  before: Entry | null,
  after: Described,
  now: number,
): void {
  for (const name of ['label', 'user', 'pinned', 'archived'] as const) {
    change(news, store, name, before, after);
  }
  const known = factsOf(store, after.id);
  const parts = partsOf(known, after.id);
  const then = before?.note ?? '';
  if (after.note !== then) changeNote(news, known, parts, null, then, after.note);
  if (after.inDoubt && !before?.inDoubt) {
    for (const part of parts) news.fact(part, { kind: 'doubt', at: now });
  }
  // Whoever fetches the codes knows which ones hold, whoever was in doubt of them.
  if (!after.inDoubt && before?.inDoubt) news.goes(known.doubt);
}

type OfEntry = Exclude<keyof LatestValues, 'listed' | 'replaced'>;

function change(news: News, store: Store, name: OfEntry, before: Entry | null, after: Described): void {
  const now = valuesOf(after)[name];
  const ids = idsOf(store, after.id);
  // Without an account its address is not shown, and may be known from an earlier one.
  const then = before?.hasAccount ? [valuesOf(before)[name]] : ids.map((id) => valueOf(store, name, [id]));
  if (then.some((one) => JSON.stringify(one) !== JSON.stringify(now))) news.ofEach(name, ids, now);
}

const valuesOf = (from: Described): Pick<LatestValues, OfEntry> => ({
  label: from.label,
  user: from.user,
  pinned: from.pinned,
  archived: from.archived,
  url: from.serviceUrl,
  prefix: from.tokenPrefix,
});
