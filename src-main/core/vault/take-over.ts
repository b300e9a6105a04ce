import type { Ledger } from '../records/ledger-record';
import type { OldAccount, OldSettings } from '../state/old-settings';
import { storeOf } from '../store/changes/store-of';
import { freshLocal, type LocalAccount, noContent } from './local';
import type { VaultContents } from './vault-contents';

/**
 * The vault of what an older version kept in its vault and its settings. Accounts and folders of the settings are not
 * believed before a person has said yes to them: whoever could write files could change them there.
 *
 * @param old null where the settings hold nothing of the kind
 * @param withTokens false for a vault that is begun anew, where nobody has shown that the tokens are theirs
 * @param contentStamp says which version backups are made from, where there is anything
 */
export function takeOver(
  ledgers: readonly Ledger[],
  old: OldSettings | null,
  withTokens: boolean,
  contentStamp: string,
): VaultContents {
  const accounts = old?.accounts ?? [];
  const own = accounts.filter(({ kind }) => kind === 'own');
  const store = storeOf(
    own.map(({ recoveryInDoubt, ...account }) => ({ ...account, inDoubt: recoveryInDoubt })),
    ledgers,
  );
  return {
    store,
    local: {
      ...freshLocal,
      accounts: accounts.map((account) => localOf(account, withTokens)),
      activeId: old?.activeAccountId ?? null,
      backups: old?.backups ?? null,
      lockAfter: old?.afterIdle ?? freshLocal.lockAfter,
      checkReminderFor: old?.checkReminderFor ?? null,
      contentStamp: ledgers.length > 0 ? contentStamp : noContent,
      believed: own.length === 0 && !old?.backups,
    },
  };
}

function localOf(account: OldAccount, withTokens: boolean): LocalAccount {
  const { id, label, kind, token, session, texts, sunset, recoveryInDoubt } = account;
  const isKept = withTokens && token === 'keychain';
  return {
    id,
    practice: kind === 'practice' ? { label, recoveryInDoubt } : null,
    token: isKept ? 'keychain' : 'missing',
    session: withTokens && session?.place === 'keychain' ? { ...session, place: 'keychain' } : null,
    texts,
    sunset,
    addressConfirmed: account.addressConfirmed,
  };
}
