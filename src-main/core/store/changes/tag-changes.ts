import type { Entry } from '../view/entry';
import type { Store } from '../facts/store';
import { factsOf } from '../view/view';
import { type Author, News } from './news';
import { partsOf } from './parts';

/**
 * What the store has to learn when an entry gets other tags. A tag that another computer adds meanwhile stays, even if
 * it is one that is taken away here.
 *
 * @param before the tags that the person saw
 * @param after what they are to become
 * @returns what is to be joined with the store
 */
export function tagChanges(
  store: Store,
  before: readonly string[],
  after: Pick<Entry, 'id' | 'tags'>,
  author: Author,
): Store {
  const news = new News(store, author);
  changeTags(news, store, before, after);
  return news.done();
}

/** Says it among other news. */
export function changeTags(
  news: News,
  store: Store,
  before: readonly string[],
  after: Pick<Entry, 'id' | 'tags'>,
): void {
  const known = factsOf(store, after.id);
  const dropped = before.filter((text) => !after.tags.includes(text));
  news.goes(known.tag.filter(({ body }) => dropped.includes(body.text)));
  for (const text of new Set(after.tags)) {
    if (before.includes(text)) continue;
    for (const part of partsOf(known, after.id)) {
      const isThere = known.tag.some(({ of, body }) => of === part && body.text === text);
      if (!isThere) news.fact(part, { kind: 'tag', text });
    }
  }
}
