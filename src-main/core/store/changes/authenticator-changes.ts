import type { Authenticator, Entry } from '../view/entry';
import type { Store } from '../facts/store';
import { factsOf } from '../view/view';
import { type Author, News } from './news';
import { partsOf } from './parts';

/**
 * What the store has to learn when an entry gets other authenticators: new ones, and those that are corrected, become
 * facts with ids of their own and begin with their counts. Counts of those that stay are told by counter-changes.ts.
 *
 * @param before those that the person saw
 * @param after what they are to become; the id of one that is new is any that none before has
 * @returns what is to be joined with the store
 */
export function authenticatorChanges(
  store: Store,
  before: readonly Authenticator[],
  after: Pick<Entry, 'id' | 'authenticators'>,
  author: Author,
): Store {
  const news = new News(store, author);
  changeAuthenticators(news, store, before, after);
  return news.done();
}

/** Says it among other news. */
export function changeAuthenticators(
  news: News,
  store: Store,
  before: readonly Authenticator[],
  after: Pick<Entry, 'id' | 'authenticators'>,
): void {
  const known = factsOf(store, after.id);
  const [home] = partsOf(known, after.id);
  const kept = new Set<string>();
  for (const one of after.authenticators) {
    const seen = before.find(({ id }) => id === one.id);
    if (seen && isAlike(seen, one)) kept.add(one.id);
    else addTo(news, known.otp.find(({ id }) => id === one.id)?.of ?? home, one);
  }
  news.goes(before.filter(({ id }) => !kept.has(id)));
}

function addTo(news: News, of: string, authenticator: Authenticator): void {
  const { type, secret, algorithm, digits, period, uri, app, count } = authenticator;
  const id = news.fact(of, { kind: 'otp', type, secret, algorithm, digits, period, uri, app });
  if (count > 0) news.counter(id, [0, count]);
}

const isAlike = (one: Authenticator, other: Authenticator): boolean =>
  (Object.keys(one) as (keyof Authenticator)[]).every(
    (name) => name === 'count' || one[name] === other[name],
  );
