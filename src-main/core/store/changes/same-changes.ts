import type { Store } from '../facts/store';
import { factsOf } from '../view/view';
import { type Author, News } from './news';

/** Says that two entries are one: by a person's yes, and never by a guess. @returns what is to be joined */
export function oneOf(store: Store, id: string, as: string, author: Author): Store {
  const news = new News(store, author);
  news.fact(id, { kind: 'same', as });
  return news.done();
}

/** Takes every such yes back that is known of an entry. @returns what is to be joined */
export function apartAgain(store: Store, id: string, author: Author): Store {
  const news = new News(store, author);
  news.goes(factsOf(store, id).same);
  return news.done();
}
