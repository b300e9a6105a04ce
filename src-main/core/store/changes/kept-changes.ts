import type { Kept } from '../../records/backed-up';
import { newLinks } from '../../records/otpauth-lists';
import { keyOf, type Otpauth, readOtpauth } from '../../records/otpauth';
import { join } from '../facts/join';
import type { Store } from '../facts/store';
import type { Authenticator, Entry } from '../view/entry';
import { otpauthOf } from '../view/otpauth';
import { entryOf } from '../view/view';
import { changeAuthenticators } from './authenticator-changes';
import { changeDescription, changeEntry } from './entry-changes';
import { changeLedger } from './ledger-changes';
import { type Author, News } from './news';
import { changeTags } from './tag-changes';

/** An entry as it came to be by merging a file with it. */
export interface TakenEntry {
  /** Nothing of what is here may be missing. */
  readonly kept: Kept;
  /** Whether it becomes an account, if it is none; its service stays where it is one. */
  readonly asAccount: boolean;
}

/**
 * The store in which entries are what they came to: their codes, and all that is said of them. All of it is news of one
 * store, for to join thousands one after the other took seconds.
 */
export function withKept(store: Store, taken: readonly TakenEntry[], author: Author): Store {
  const news = new News(store, author);
  for (const one of taken) changeKept(news, store, one, author.now);
  return join(store, news.done());
}

function changeKept(news: News, store: Store, { kept, asAccount }: TakenEntry, now: number): void {
  const { id, sets } = kept;
  const before = entryOf(store, id);
  // What has an account is called as its account.
  const label = before?.hasAccount ? before.label : kept.label;
  if (sets.length > 0) changeLedger(news, store, before?.ledger ?? null, { id, label, sets }, 'file');
  // What has neither codes nor what makes them, and is described, is an account wherever it is.
  const isBare = !before && sets.length === 0 && kept.authenticators.every((link) => !readOtpauth(link));
  const isNew = !before?.hasAccount && (asAccount || (isBare && isDescribed(kept)));
  const service = asAccount ? {} : { serviceUrl: null, tokenPrefix: '' as const };
  (isNew ? changeEntry : changeDescription)(news, store, before, { ...kept, label, ...service }, now);
  changeTags(news, store, before?.tags ?? [], { id, tags: kept.tags });
  addAuthenticators(news, store, before, kept);
}

const isDescribed = ({ user, note, tags, pinned, archived }: Kept): boolean =>
  user !== '' || note !== '' || tags.length > 0 || pinned || archived !== null;

function addAuthenticators(news: News, store: Store, before: Entry | null, kept: Kept): void {
  const here = before?.authenticators ?? [];
  const links = newLinks(
    kept.authenticators,
    here.map((one) => otpauthOf(one, '', '')),
  );
  const added = links.flatMap((link) => authenticatorOf(link, kept));
  if (added.length > 0) {
    changeAuthenticators(news, store, here, { id: kept.id, authenticators: [...here, ...added] });
  }
  raise(news, store, here, kept.authenticators);
}

/** One whose link says no more than is kept of it anyway needs no link. Its id is none that one here has. */
function authenticatorOf(link: string, { label, user }: Kept): Authenticator[] {
  const read = readOtpauth(link);
  if (!read) return [];
  const made = { id: '', ...read, uri: null, app: null };
  return [{ ...made, uri: otpauthOf(made, label, user) === link ? null : link }];
}

/** Counters that are further on in a file: their next codes were taken already. */
function raise(news: News, store: Store, here: readonly Authenticator[], links: readonly string[]): void {
  const counts = new Map<string, number>();
  const read = links.map(readOtpauth).filter((one): one is Otpauth => one !== null);
  for (const one of read) counts.set(keyOf(one), Math.max(counts.get(keyOf(one)) ?? 0, one.count));
  for (const one of here) {
    const count = counts.get(keyOf(one)) ?? 0;
    const [turn] = store.counters.get(one.id) ?? [0];
    if (count > one.count) news.counter(one.id, [turn, count]);
  }
}
