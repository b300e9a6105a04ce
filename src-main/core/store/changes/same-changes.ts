import type { ByKind, Known } from '../kinds/kinds';
import type { Store } from '../facts/store';
import { factsOf } from '../view/view';
import { type Author, News } from './news';
import { heldCodes, holdersOf, partsOf } from './parts';

/** Says that two entries are one: by a person's yes, and never by a guess. @returns what is to be joined */
export function oneOf(store: Store, id: string, as: string, author: Author): Store {
  const news = new News(store, author);
  news.fact(id, { kind: 'same', as });
  return news.done();
}

/**
 * Takes every such yes back that is known of an entry. Each part keeps what was known of its codes, whichever part it
 * was said of: a code that is used stays used in all that have it.
 *
 * @returns what is to be joined with the store
 */
export function apartAgain(store: Store, id: string, author: Author): Store {
  const news = new News(store, author);
  const known = factsOf(store, id);
  news.goes(known.same);
  const held = heldCodes(known);
  const lacking = <One extends Known>(
    facts: readonly One[],
    parts: (one: One) => readonly string[],
  ): void => {
    for (const one of facts) {
      for (const part of parts(one)) {
        if (!facts.some(({ of, body }) => of === part && isAlike(body, one.body))) news.fact(part, one.body);
      }
    }
  };
  const living = partsOf(known, id);
  lacking(known.state, ({ body }) => holdersOf(held, body.code));
  lacking(known.note, ({ body }) => (body.code === null ? [] : holdersOf(held, body.code)));
  lacking(known.doubt, () => living);
  return news.done();
}

/** Facts are alike that say the same: their fields stand in the order of their schema. */
const isAlike = (one: ByKind[keyof ByKind][number]['body'], other: typeof one): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
