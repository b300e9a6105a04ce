import { AppError } from '#contract/errors';
import type { Keychain } from '../keychain/keychain';
import type { Earlier, Profile } from '../profile/profile';
import type { SealedKey } from './sealed-key';
import type { Sealer } from '../ports/sealing/sealer';

/** The keychain's entry with a key of a profile. The first version had one for all profiles, without a name of theirs. */
const entryOf = ({ id, recipient }: Earlier): string =>
  id === null ? 'vault-identity' : `vault-identity:${id}:${recipient ?? ''}`;

interface Parts {
  readonly profile: Profile;
  readonly sealed: SealedKey;
  readonly sealer: Sealer;
  readonly keychain: Keychain;
}

/** A key that may open the vault, and where it was found. */
export interface FoundKey {
  readonly identity: string;
  readonly at: 'memory' | 'passphrase' | 'own-entry' | 'earlier-entry';
}

/**
 * The age identity that opens this profile's vault: in the keychain under a name of this profile's own, or, where Latchkey
 * asks for a passphrase, sealed by it in `vault-key.age` and nowhere else. In memory from its first use on, until it is
 * forgotten. What sealed or opened the vault last is what counts, not what a name says.
 */
export class VaultKey {
  /** The keychain has certainly lost it and does not take it back, so that memory has the last one. */
  isHeld = false;

  readonly #parts: Parts;
  #identity: string | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The keys that may open the vault, the likeliest first. @throws AppError `keychain-*`; `locked` while a passphrase is due */
  async *find(isProbed: boolean): AsyncGenerator<FoundKey, void, void> {
    const { sealed, keychain } = this.#parts;
    if (this.#identity !== null) yield { identity: this.#identity, at: 'memory' };
    else if (sealed.isSet) {
      if (sealed.identities.length === 0) throw new AppError('locked');
      for (const identity of sealed.identities) yield { identity, at: 'passphrase' };
      // Where a change of the lock was cut off, the vault may already, or still, be sealed to the keychain's.
      const other = this.#ownEntry === null ? null : await keychain.find(this.#ownEntry).catch(() => null);
      if (other !== null) yield { identity: other, at: 'own-entry' };
    } else yield* this.#inKeychain(isProbed);
  }

  /**
   * Every key that is there without anything being typed, for vaults that were put aside or come from elsewhere: the one of
   * now, and those that this profile left in the keychain. What the keychain does not give is left out.
   */
  async atHand(): Promise<string[]> {
    const { profile, sealed, keychain } = this.#parts;
    const { id, recipient, earlier, left } = profile;
    const own = recipient === null ? [] : [{ id, recipient }];
    const names = new Set([...own, ...left, ...earlier, { id: null, recipient: null }].map(entryOf));
    const found = [this.#identity, ...sealed.identities];
    for (const name of names) found.push(await keychain.find(name).catch(() => null));
    return [...new Set(found.filter((one) => one !== null))];
  }

  /** @param isProbed a probe has shown that the keychain is open: an entry's absence is no lock then */
  async *#inKeychain(isProbed: boolean): AsyncGenerator<FoundKey, void, void> {
    const { keychain, profile } = this.#parts;
    const own = this.#ownEntry;
    let found = 0;
    const proven = isProbed || keychain.isProvenOpen;
    const names = own === null ? profile.earlier.map(entryOf) : [own];
    for (const name of names) {
      const identity = await keychain.find(name);
      if (identity === null) continue;
      found += 1;
      yield { identity, at: name === own ? 'own-entry' : 'earlier-entry' };
    }
    if (found === 0 && !proven && names.length > 0) keychain.foundLocked();
  }

  get #ownEntry(): string | null {
    const { id, recipient } = this.#parts.profile;
    return recipient === null ? null : entryOf({ id, recipient });
  }

  /**
   * Goes on with the key that opened the vault. One that lay under an earlier name is copied to this profile's own, and
   * left where it was: another profile may have nothing else.
   */
  async take({ identity, at }: FoundKey): Promise<void> {
    this.#identity = identity;
    if (at === 'earlier-entry' || (at === 'memory' && this.isHeld)) await this.#putBack();
  }

  /** The one of now; null while it is forgotten, and before anything was sealed to one. */
  get inMemory(): string | null {
    return this.#identity;
  }

  /** Gives it, for sealing: a new one is proven to lie in the keychain before anything is sealed to it. @throws AppError `keychain-*`, as Profile.name */
  async readOrMake(): Promise<string> {
    if (this.#identity !== null) return this.#identity;
    const { sealed, keychain, sealer } = this.#parts;
    const [typed] = sealed.identities;
    if (typed !== undefined) {
      // Nothing was sealed to it yet, so that no vault told which one it is.
      this.#identity = typed;
      return typed;
    }
    if (sealed.isSet) throw new AppError('locked');
    await keychain.probe();
    const known = this.#ownEntry === null ? null : await keychain.find(this.#ownEntry);
    const identity = known ?? (await sealer.newIdentity());
    if (known === null) await this.keepUnderOwnName(identity);
    this.#identity = identity;
    return identity;
  }

  /**
   * Sees to it that it lies where the next start looks for it: what was removed or replaced meanwhile is put back.
   *
   * @throws AppError `keychain-*`, `token-not-kept`; `vault-not-saved` when the sealed one is gone and cannot be written
   */
  async keep(): Promise<void> {
    const { sealed, keychain } = this.#parts;
    if (this.#identity === null) return;
    if (sealed.isSet) await sealed.keep();
    else if (this.#ownEntry === null || (await keychain.find(this.#ownEntry)) !== this.#identity)
      await this.keepUnderOwnName(this.#identity);
    this.isHeld = false;
  }

  /**
   * Drops it from memory. Where the next start would certainly not find it, as after a keyring was reset, it is put back
   * first; where that cannot be done it stays, for it is the last one. A keychain that is locked, or does not answer, has
   * lost nothing.
   */
  async forget(): Promise<void> {
    if (this.#identity !== null) this.isHeld = (await this.#isLost()) && !(await this.#putBack());
    if (this.isHeld) return;
    this.#identity = null;
    this.#parts.sealed.forget();
  }

  async #isLost(): Promise<boolean> {
    const { sealed, keychain } = this.#parts;
    if (sealed.isSet) return sealed.isLost();
    try {
      const there = this.#ownEntry === null ? null : await keychain.find(this.#ownEntry);
      if (there === null) await keychain.probe();
      return there !== this.#identity;
    } catch {
      return false;
    }
  }

  #putBack(): Promise<boolean> {
    return this.keep().then(
      () => true,
      () => false,
    );
  }

  /** Goes on with a key that the vault was sealed to anew. */
  replace(identity: string): void {
    this.#identity = identity;
    this.isHeld = false;
  }

  /** Whether the key of now is what the passphrase seals. */
  isSealedOne(): boolean {
    return this.#identity === null || this.#parts.sealed.identities.includes(this.#identity);
  }

  /** Goes on without one, as when a vault is begun anew. The entries stay: what was set aside opens with them. */
  async leave(): Promise<void> {
    this.#identity = null;
    this.isHeld = false;
    await this.#parts.profile.leaveKey();
  }

  /**
   * Takes a key out of this profile's own entry. An entry that holds another one is left alone, and so are those of earlier
   * names. Never rejects: a keychain that does not let go of it now is asked again later.
   *
   * @param recipient the public half, which names the entry
   * @returns false when the keychain does not say what is there, as a locked one that answers that there is nothing
   */
  async discard(recipient: string): Promise<boolean> {
    const { profile, keychain, sealer } = this.#parts;
    const name = entryOf({ id: profile.id, recipient });
    const proven = keychain.isProvenOpen;
    const there = await keychain.find(name).catch(() => null);
    if (there === null) return proven;
    if ((await sealer.recipientOf(there).catch(() => null)) === recipient) await keychain.discard(name);
    return true;
  }

  /**
   * Keeps a key under this profile's own name, beside one that may be there.
   *
   * @throws AppError `keychain-*`, `token-not-kept`; as Profile.name
   */
  async keepUnderOwnName(identity: string): Promise<void> {
    const { profile, sealer, keychain } = this.#parts;
    await profile.settle();
    const recipient = await sealer.recipientOf(identity);
    await keychain.keep(entryOf({ id: profile.id, recipient }), identity);
    await profile.name(recipient);
  }
}
