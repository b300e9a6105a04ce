import type { Kept } from '../../records/backed-up';
import { newLinks } from '../../records/otpauth-lists';
import { keyOf, type Otpauth, readOtpauth } from '../../records/otpauth';
import { join } from '../facts/join';
import type { Store } from '../facts/store';
import type { Authenticator, Entry } from '../view/entry';
import { otpauthOf } from '../view/otpauth';
import { entryOf } from '../view/view';
import { authenticatorChanges } from './authenticator-changes';
import { descriptionChanges, entryChanges } from './entry-changes';
import { ledgerChanges } from './ledger-changes';
import { type Author, News } from './news';
import { tagChanges } from './tag-changes';

/**
 * The store in which an entry is what it came to by merging a file with it: its codes, and all that is said of it.
 *
 * @param kept what it came to; nothing of what is here may be missing
 * @param asAccount whether it becomes an account, if it is none; its service stays where it is one
 */
export function withKept(store: Store, kept: Kept, asAccount: boolean, author: Author): Store {
  const { id } = kept;
  const before = entryOf(store, id);
  // What has an account is called as its account.
  const label = before?.hasAccount ? before.label : kept.label;
  const ledger = { id, label, sets: kept.sets };
  const isListed = kept.sets.length > 0;
  const news = isListed ? ledgerChanges(store, before?.ledger ?? null, ledger, author, 'file') : null;
  const listed = news ? join(store, news) : store;
  const described = withDescription(listed, { ...kept, label }, asAccount, author);
  const tags = tagChanges(described, before?.tags ?? [], { id, tags: kept.tags }, author);
  return withAuthenticators(join(described, tags), before, kept, author);
}

function withDescription(store: Store, kept: Kept, asAccount: boolean, author: Author): Store {
  const seen = entryOf(store, kept.id);
  const after = asAccount ? kept : { ...kept, serviceUrl: null, tokenPrefix: '' as const };
  // What has neither codes nor what makes them, and is described, is an account wherever it is.
  const isBare = !seen && kept.authenticators.every((link) => readOtpauth(link) === null);
  const isNew = !seen?.hasAccount && (asAccount || (isBare && isDescribed(kept)));
  const changes = isNew ? entryChanges : descriptionChanges;
  return join(store, changes(store, seen, after, author));
}

const isDescribed = ({ user, note, tags, pinned, archived }: Kept): boolean =>
  user !== '' || note !== '' || tags.length > 0 || pinned || archived !== null;

function withAuthenticators(store: Store, before: Entry | null, kept: Kept, author: Author): Store {
  const here = before?.authenticators ?? [];
  const links = newLinks(
    kept.authenticators,
    here.map((one) => otpauthOf(one, '', '')),
  );
  const added = links.flatMap((link) => authenticatorOf(link, kept));
  const after = { id: kept.id, authenticators: [...here, ...added] };
  const next = added.length > 0 ? join(store, authenticatorChanges(store, here, after, author)) : store;
  return join(next, raised(next, here, kept.authenticators, author));
}

/** One whose link says no more than is kept of it anyway needs no link. Its id is none that one here has. */
function authenticatorOf(link: string, { label, user }: Kept): Authenticator[] {
  const read = readOtpauth(link);
  if (!read) return [];
  const made = { id: '', ...read, uri: null, app: null };
  return [{ ...made, uri: otpauthOf(made, label, user) === link ? null : link }];
}

/** Counters that are further on in a file: their next codes were taken already. */
function raised(
  store: Store,
  here: readonly Authenticator[],
  links: readonly string[],
  author: Author,
): Store {
  const news = new News(store, author);
  const counts = new Map<string, number>();
  const read = links.map(readOtpauth).filter((one): one is Otpauth => one !== null);
  for (const one of read) counts.set(keyOf(one), Math.max(counts.get(keyOf(one)) ?? 0, one.count));
  for (const one of here) {
    const count = counts.get(keyOf(one)) ?? 0;
    const [turn] = store.counters.get(one.id) ?? [0];
    if (count > one.count) news.counter(one.id, [turn, count]);
  }
  return news.done();
}
