import { entryChanges } from '../store/changes/entry-changes';
import type { Author } from '../store/changes/news';
import { removal } from '../store/changes/removal';
import { join } from '../store/facts/join';
import type { Store } from '../store/facts/store';
import type { Entry } from '../store/view/entry';
import { entryOf } from '../store/view/view';
import type { Local, LocalAccount } from '../vault/local';
import type { Entries } from './entries';
import type { VaultContents } from '../vault/vault-contents';
import { type StoredAccount, unknownHere } from './stored-account';

/** All accounts with a service, and which of them the windows stand on. */
export interface KeptAccounts {
  readonly all: readonly StoredAccount[];
  readonly activeId: string | null;
}

/** Puts together what the store and this computer know. */
export function keptAccounts(entries: Entries, { accounts, activeId }: Local): KeptAccounts {
  const known = new Set(accounts.map(({ id }) => entries.find(id)));
  const elsewhere = entries.all.filter((entry) => !known.has(entry)).map(({ id }) => unknownHere(id));
  const all = [...accounts, ...elsewhere].flatMap((local) => together(local, entries.find(local.id)));
  return { all, activeId };
}

function together({ practice, ...local }: LocalAccount, entry: Entry | undefined): StoredAccount[] {
  if (practice) return [{ ...local, ...practice, kind: 'practice', serviceUrl: '', tokenPrefix: '' }];
  if (!entry || entry.serviceUrl === null) return [];
  const { label, serviceUrl, tokenPrefix, inDoubt: recoveryInDoubt } = entry;
  return [{ ...local, label, serviceUrl, tokenPrefix, recoveryInDoubt, kind: 'own' }];
}

/**
 * The vault in which accounts are others.
 *
 * @param before as they were
 * @param after as they are to be, in their order
 */
export function withAccounts(
  { store, local }: VaultContents,
  before: KeptAccounts,
  after: KeptAccounts,
  author: Author,
): VaultContents {
  const left = new Set(after.all.map(({ id }) => id));
  const known = new Map(before.all.map((account) => [account.id, account]));
  let next = store;
  for (const { id, kind } of before.all) {
    if (kind === 'own' && !left.has(id)) next = without(next, id, author);
  }
  for (const account of after.all) {
    const isChanged = known.get(account.id) !== account;
    if (account.kind === 'own' && isChanged) next = withOwn(next, account, author);
  }
  const isKept = (id: string): boolean => left.has(id) || !known.has(id);
  const secrets = local.secrets.filter(({ accountId }) => isKept(accountId));
  const accounts = after.all.map(localOf);
  return { store: next, local: { ...local, accounts, activeId: after.activeId, secrets } };
}

function without(store: Store, id: string, author: Author): Store {
  const seen = entryOf(store, id);
  // Its codes outlive it.
  return seen ? join(store, removal(store, seen, 'account', author)) : store;
}

function withOwn(store: Store, account: StoredAccount, author: Author): Store {
  const { id, label, serviceUrl, tokenPrefix, recoveryInDoubt: inDoubt } = account;
  const seen = entryOf(store, id);
  const described = { user: '', note: '', pinned: false, archived: null, ...seen };
  const wanted = { ...described, id: seen?.id ?? id, label, serviceUrl, tokenPrefix, inDoubt };
  return join(store, entryChanges(store, seen, wanted, author));
}

const localOf = (account: StoredAccount): LocalAccount => {
  const { id, kind, label, recoveryInDoubt, token, session, texts, sunset, addressConfirmed } = account;
  const practice = kind === 'practice' ? { label, recoveryInDoubt } : null;
  return { id, practice, token, session, texts, sunset, addressConfirmed };
};
