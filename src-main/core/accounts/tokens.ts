import { AppError } from '#contract/errors';
import type { Keychain } from '../keychain/keychain';
import type { SealedKey } from '../keys/sealed-key';
import type { Profile } from '../profile/profile';
import type { AccountShelf } from '../shelves/account-shelf';
import type { StoredAccount } from '../shelves/stored-account';
import { type LocalSecret, withoutSecret, withSecret } from '../vault/local';
import type { Vault } from '../vault/vault';
import { bind, type Destination, unbind } from './bound-token';

export type Slot = LocalSecret['slot'];
export type Place = 'keychain' | 'vault';

/** Where Latchkey 0.1.0 kept a token: it named no profile, and no address. */
export const oldEntry = (slot: Slot, accountId: string): string => `${slot}:${accountId}`;

/** Whose token it is, and where it may go. */
export type Owner = Destination & Pick<StoredAccount, 'id'>;

interface Parts {
  readonly keychain: Keychain;
  readonly vault: Vault;
  readonly sealedKey: SealedKey;
  readonly accountShelf: AccountShelf;
  readonly profile: Profile;
}

/**
 * The tokens of the accounts, each bound to its address: in the keychain, or in the vault where a passphrase is set, so that
 * without the passphrase none can be used. Those of the practice service are worth nothing and lie in the vault.
 */
export class Tokens {
  readonly #parts: Parts;
  #moving: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Keeps a secret and proves that it is kept.
   *
   * @returns where it is now
   * @throws AppError `keychain-*`, `token-not-kept`; as Profile.settle and Vault.change
   */
  async keep(owner: Owner, slot: Slot, secret: string): Promise<Place> {
    const { sealedKey, vault } = this.#parts;
    if (owner.kind === 'practice') {
      // Without a keychain and a passphrase it holds for this run.
      await vault.changeOrHold(({ store, local }) => ({
        store,
        local: withSecret(local, lying(owner, slot, secret)),
      }));
      return 'vault';
    }
    if (!sealedKey.isSet) return this.keepInKeychain(owner, slot, secret);
    await this.keepInVault(owner, slot, secret);
    return 'vault';
  }

  /** @throws as Vault.change */
  keepInVault(owner: Owner, slot: Slot, secret: string): Promise<void> {
    return this.#parts.vault.changeLocal((local) => withSecret(local, lying(owner, slot, secret)));
  }

  /** Keeps a secret in the vault; where that cannot be written now, it holds for this run. Never rejects. */
  holdInVault(owner: Owner, slot: Slot, secret: string): Promise<void> {
    return this.#parts.vault.noteLocal((local) => withSecret(local, lying(owner, slot, secret)));
  }

  /** @throws AppError `keychain-*`, `token-not-kept`; as Profile.settle */
  async keepInKeychain(owner: Owner, slot: Slot, secret: string): Promise<'keychain'> {
    const { profile, keychain } = this.#parts;
    await profile.settle();
    await keychain.keep(this.#entry(slot, owner.id), bind(secret, owner));
    return 'keychain';
  }

  /**
   * The account's token.
   *
   * @throws AppError `keychain-*`; `not-believed`; `token-elsewhere` when it was kept for another address; `token-missing`
   * when the account was restored without it, or when a probe has just shown that the keychain is open and the entry is gone
   */
  async token(account: StoredAccount): Promise<string> {
    const place = account.token;
    const token = place === 'missing' ? null : await this.read(account, 'token', place);
    if (token === null) throw new AppError('token-missing');
    return token;
  }

  /**
   * The account's session token, null when it has none that still lives at `now` (epoch milliseconds).
   *
   * @throws AppError `keychain-*`
   */
  async session(account: StoredAccount, now: number): Promise<string | null> {
    const { session } = account;
    if (!session || (session.expiresAt !== null && session.expiresAt <= now)) return null;
    const token = await this.read(account, 'session', session.place);
    if (token === null)
      await this.#parts.accountShelf.noteOn(account.id, (stored) => ({ ...stored, session: null }));
    return token;
  }

  /** Removes a secret. Its absence is no failure. @throws AppError `keychain-*` and as Vault.changeOrHold, with nothing removed */
  async remove(accountId: string, slot: Slot, place: Place): Promise<void> {
    const { keychain, vault } = this.#parts;
    if (place === 'keychain') await keychain.remove(this.#entry(slot, accountId));
    else
      await vault.changeOrHold(({ store, local }) => ({
        store,
        local: withoutSecret(local, { accountId, slot }),
      }));
  }

  /** Removes what an earlier choice left in the keychain, as far as that goes without a probe and its prompt. */
  async discard(accountId: string, slot: Slot): Promise<void> {
    await this.#parts.keychain.discard(this.#entry(slot, accountId));
  }

  /**
   * As `discard`, for a vault with a passphrase: also what Latchkey 0.1.0 kept, for it can be used without one.
   *
   * @returns false where something may be there still
   */
  async leaveKeychain(accountId: string, slot: Slot): Promise<boolean> {
    const { keychain } = this.#parts;
    const isLeft = await keychain.discard(this.#entry(slot, accountId));
    return (await keychain.discard(oldEntry(slot, accountId))) && isLeft;
  }

  /** A secret where it was put; null where it is not there. @throws AppError `keychain-*`, `not-believed`, `token-elsewhere` */
  async read(owner: Owner, slot: Slot, place: Place): Promise<string | null> {
    const { vault, keychain } = this.#parts;
    this.requireBelieved(owner);
    const lies = ({ accountId, slot: of }: LocalSecret): boolean => accountId === owner.id && of === slot;
    // The first version kept the practice service's, too, in the keychain. They steer nothing.
    if (owner.kind === 'practice' && place === 'keychain') return keychain.require(oldEntry(slot, owner.id));
    const bound =
      place === 'vault'
        ? (vault.local.secrets.find(lies)?.bound ?? null)
        : await this.#move().then(() => keychain.require(this.#entry(slot, owner.id)));
    const secret = bound === null ? null : unbind(bound, owner);
    if (bound !== null && secret === null) throw new AppError('token-elsewhere');
    return secret;
  }

  /** Refuses an address that anybody could have changed where it lay, before a person has said yes to it. @throws AppError `not-believed` */
  requireBelieved({ kind }: Owner): void {
    if (kind !== 'practice' && !this.#parts.vault.local.believed) throw new AppError('not-believed');
  }

  /** What a person has typed for just this address since the vault was taken over; null for nothing. @throws AppError `keychain-*` */
  async typedSince(owner: Owner, slot: Slot): Promise<string | null> {
    const bound = await this.#parts.keychain.find(this.#entry(slot, owner.id));
    return bound === null ? null : unbind(bound, owner);
  }

  #entry(slot: Slot, accountId: string, profileId = this.#parts.profile.id): string {
    return `${slot}:${profileId}:${accountId}`;
  }

  /**
   * Copies what lies under the names of an earlier profile to names of this profile's own, once. What was there stays: a
   * profile that this one was copied from has nothing else.
   *
   * @throws AppError `keychain-*`, `token-not-kept`
   */
  #move(): Promise<void> {
    if (this.#parts.profile.tokensFrom.length === 0) return Promise.resolve();
    this.#moving ??= this.#moveAll().finally(() => {
      this.#moving = null;
    });
    return this.#moving;
  }

  async #moveAll(): Promise<void> {
    const { keychain, accountShelf, profile } = this.#parts;
    // Else a locked keychain, which says that there is nothing, would pass for one without tokens.
    await keychain.probe();
    for (const { id, token, session } of accountShelf.all) {
      if (token === 'keychain') await this.#moveOne('token', id);
      if (session?.place === 'keychain') await this.#moveOne('session', id);
    }
    await profile.noteTokensMoved();
  }

  async #moveOne(slot: Slot, accountId: string): Promise<void> {
    const { keychain, profile } = this.#parts;
    if ((await keychain.find(this.#entry(slot, accountId))) !== null) return;
    for (const from of profile.tokensFrom) {
      const bound = from === null ? null : await keychain.find(this.#entry(slot, accountId, from));
      if (bound === null) continue;
      await profile.settle();
      await keychain.keep(this.#entry(slot, accountId), bound);
      return;
    }
  }
}

/** As it lies in the vault. */
const lying = (owner: Owner, slot: Slot, secret: string): LocalSecret => ({
  accountId: owner.id,
  slot,
  bound: bind(secret, owner),
});
