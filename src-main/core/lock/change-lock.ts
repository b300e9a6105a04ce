import { AppError } from '#contract/errors';
import type { TokenPlaces } from '../accounts/token-places';
import type { Profile } from '../profile/profile';
import type { SealedKey } from '../keys/sealed-key';
import type { Sealer } from '../ports/sealing/sealer';
import type { Vault } from '../vault/vault';
import type { Reseal } from '../vault/vault-parts';
import type { VaultKey } from '../keys/vault-key';

interface Parts {
  readonly vault: Vault;
  readonly key: VaultKey;
  readonly sealedKey: SealedKey;
  readonly profile: Profile;
  readonly tokenPlaces: TokenPlaces;
  readonly sealer: Pick<Sealer, 'newIdentity' | 'recipientOf'>;
}

/**
 * Changing what opens the vault. Each change makes a new key, so that whoever has an older one, or an older passphrase with
 * a copy of its file, opens nothing that is written from then on. The order is such that at every moment what lies on the
 * disk opens by what the person knows: the key to come is kept and proven first, then the vault and its last good version
 * are sealed to it and read back, and only then the old one goes.
 */
export class ChangeLock {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Has a passphrase asked for from now on, or another one. Needs no keychain: an open vault's key is in memory, and where
   * there is no vault yet nothing is sealed to a key of before.
   *
   * @throws AppError `lock-not-changed`, with everything as it was; as Vault.changeKey
   */
  setPassphrase(passphrase: string): Promise<void> {
    const { vault, key, sealedKey, sealer } = this.#parts;
    return vault.changeKey(async (reseal) => {
      const before = key.inMemory;
      if (before !== null) await this.#finish(reseal, before);
      const identity = await sealer.newIdentity();
      await this.#orBack(
        reseal,
        before,
        () => sealedKey.dropNext(),
        async () => {
          await sealedKey.prepare(identity, passphrase);
          await reseal(identity);
          await sealedKey.takeNext(identity);
        },
      );
      key.replace(identity);
      // A keychain that does not let go of the old one now is asked again when Latchkey is next unlocked.
      await this.#tidy().catch(() => undefined);
    });
  }

  /** Has the keychain open the vault. @throws AppError `lock-not-changed`, `keychain-*`, `token-not-kept`; as Vault.changeKey */
  removePassphrase(): Promise<void> {
    const { vault, key, sealedKey, sealer } = this.#parts;
    return vault.changeKey(async (reseal) => {
      const before = await key.readOrMake();
      const identity = await sealer.newIdentity();
      const recipient = await sealer.recipientOf(identity);
      await key.keepUnderOwnName(identity);
      await this.#orBack(
        reseal,
        before,
        () => key.discard(recipient),
        async () => {
          await reseal(identity);
          await sealedKey.remove();
        },
      );
      key.replace(identity);
    });
  }

  /**
   * Finishes what was cut off, once it was unlocked: a change of the lock that the person did not see come to its end is
   * made anew with the passphrase that they have just typed, and what is left in the keychain goes.
   */
  async settle(passphrase: string): Promise<void> {
    const { key, sealedKey } = this.#parts;
    if (sealedKey.isChanging || !key.isSealedOne()) await this.setPassphrase(passphrase);
    else await this.#tidy();
  }

  /**
   * Where a change was cut off, the key of now may lie in the file of the one to come alone, which is about to be written
   * over, or dropped: it takes its place first.
   */
  async #finish(reseal: Reseal, now: string): Promise<void> {
    const { sealedKey } = this.#parts;
    if (!sealedKey.isNext(now)) return;
    try {
      await reseal(now);
      await sealedKey.takeNext(now);
    } catch {
      throw new AppError('lock-not-changed');
    }
  }

  /** Takes the key of before out of this profile's own entry, once what lies on the disk is sealed to the one of now. */
  async #tidy(): Promise<void> {
    const { key, profile, sealer, vault, tokenPlaces } = this.#parts;
    const now = await sealer.recipientOf(await key.readOrMake());
    const { recipient } = profile;
    if (recipient === now || !(await vault.opensWholly())) return;
    const isLeft = await tokenPlaces.leaveKeychain();
    const isDiscarded = recipient === null || (await key.discard(recipient));
    // While it is named as before, the next unlocking asks again.
    if (isLeft && isDiscarded) await profile.name(now);
  }

  /** Does it, or leaves everything as it was. */
  async #orBack(
    reseal: Reseal,
    before: string | null,
    undo: () => Promise<unknown>,
    how: () => Promise<void>,
  ): Promise<void> {
    try {
      await how();
    } catch (error) {
      if (before !== null) await reseal(before).catch(() => undefined);
      await undo().catch(() => undefined);
      throw error instanceof AppError && error.code === 'vault-full'
        ? error
        : new AppError('lock-not-changed');
    }
  }
}
