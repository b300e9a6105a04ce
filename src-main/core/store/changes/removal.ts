import type { Entry } from '../view/entry';
import { type ByKind, kinds, type Known } from '../kinds/kinds';
import { wasShown } from '../kinds/note';
import type { Store } from '../facts/store';
import { factsOf } from '../view/view';
import { type Author, News } from './news';

/** What of an entry is removed. */
export type Removed = 'account' | 'codes' | 'whole';

/**
 * What the store has to learn when an entry is removed: every fact of it that the person saw is gone. What came
 * meanwhile keeps the entry there. How codes were used is never removed, for the same codes may come back by another
 * computer or a restore, and must come back used.
 *
 * @param seen what the person saw
 * @returns what is to be joined with the store
 */
export function removal(store: Store, seen: Entry, what: Removed, author: Author): Store {
  const news = new News(store, author);
  const known = factsOf(store, seen.id);
  const isSeen = seenIn(seen, what);
  for (const name of Object.keys(kinds) as (keyof ByKind)[]) {
    const { goesWith } = kinds[name];
    if (goesWith === 'nothing' || (what !== 'whole' && goesWith !== what)) continue;
    news.goes(known[name].filter(isSeen));
  }
  return news.done();
}

function seenIn(seen: Entry, what: Removed): (fact: Known) => boolean {
  const codes = new Map(seen.ledger.sets.flatMap((set) => set.codes.map((one) => [one.code, one.note])));
  const authenticators = new Set(seen.authenticators.map(({ id }) => id));
  return ({ id, body }) => {
    switch (body.kind) {
      case 'account':
        return seen.hasAccount;
      case 'doubt':
        return seen.inDoubt;
      case 'set':
        return body.codes.every((code) => codes.has(code));
      case 'note':
        return body.code === null
          ? what === 'whole' && wasShown(body.text, seen.note)
          : wasShown(body.text, codes.get(body.code) ?? '');
      case 'otp':
        return authenticators.has(id);
      case 'tag':
        return seen.tags.includes(body.text);
      case 'state':
      case 'same':
        return false;
    }
  };
}
