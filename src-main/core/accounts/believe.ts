import { AppError } from '#contract/errors';
import type { Keychain } from '../keychain/keychain';
import type { SealedKey } from '../keys/sealed-key';
import type { AccountShelf } from '../shelves/account-shelf';
import type { StoredAccount } from '../shelves/stored-account';
import type { Vault } from '../vault/vault';
import type { TokenPlaces } from './token-places';
import { oldEntry, type Slot, type Tokens } from './tokens';

export interface BelieveParts {
  readonly keychain: Keychain;
  readonly sealedKey: SealedKey;
  readonly accountShelf: AccountShelf;
  readonly tokens: Tokens;
  readonly tokenPlaces: TokenPlaces;
  readonly vault: Vault;
}

/**
 * Takes what a person said of accounts and folders that lay in the settings: they are theirs. Only now the tokens of then are
 * bound to the addresses that were looked through, and backups are written. What lies in the keychain under the names of
 * then stays there, for another profile may have nothing else; but not where a passphrase is asked for.
 *
 * @throws AppError `keychain-locked`, `keychain-timed-out`, `keychain-crashed`, with nothing believed; as Vault.change
 */
export async function believeTakenOver(parts: BelieveParts): Promise<void> {
  const { vault, accountShelf, tokenPlaces, sealedKey } = parts;
  if (vault.local.believed) return;
  const bound = new Map<string, Pick<StoredAccount, 'token' | 'session'>>();
  for (const account of accountShelf.all) {
    if (account.kind === 'own') bound.set(account.id, await bindOld(parts, account));
  }
  await accountShelf.change((kept) => ({
    ...kept,
    all: kept.all.map((account) => ({ ...account, ...bound.get(account.id) })),
  }));
  // Before it is believed: whoever is cut off here is asked again, and nothing stays behind.
  if (sealedKey.isSet) await tokenPlaces.leaveKeychain();
  await vault.changeLocal((local) => ({ ...local, believed: true }));
}

async function bindOld(
  parts: BelieveParts,
  account: StoredAccount,
): Promise<Pick<StoredAccount, 'token' | 'session'>> {
  // What was bound before this was cut off lies in the vault.
  const token = account.token === 'keychain' ? await keepOld(parts, account, 'token') : account.token;
  if (account.session?.place !== 'keychain') return { token, session: account.session };
  const place = await keepOld(parts, account, 'session');
  return { token, session: place === 'missing' ? null : { ...account.session, place } };
}

/** Where the secret of then is now; `missing` where the keychain has none, or is not there. */
async function keepOld(
  { keychain, tokens }: BelieveParts,
  account: StoredAccount,
  slot: Slot,
): Promise<StoredAccount['token']> {
  try {
    // Else a locked keychain, which says that there is nothing, would pass for one without tokens.
    await keychain.probe();
    const typed = await tokens.typedSince(account, slot);
    const secret = typed ?? (await keychain.find(oldEntry(slot, account.id)));
    return secret === null ? 'missing' : await tokens.keep(account, slot, secret);
  } catch (error) {
    if (error instanceof AppError && error.code === 'keychain-unavailable') return 'missing';
    throw error;
  }
}
