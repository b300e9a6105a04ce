import { AppError } from '#contract/errors';
import { openBackupKey, sealBackupKey } from './backup/backup-key';
import type { Keychain } from './keychain';
import type { SealedKeyFile } from './lock-ports';
import type { Clock } from './ports';
import type { Sealer } from './sealing-ports';
import { sameBytes } from './same-bytes';

/** The keychain's entry with the identity that opens this computer's vault. */
const entry = 'vault-identity';

interface Parts {
  readonly file: SealedKeyFile;
  readonly sealer: Sealer;
  readonly keychain: Keychain;
  readonly clock: Clock;
}

/**
 * The age identity that opens this computer's vault: in the keychain, or, where Latchkey asks for a passphrase, sealed
 * by it in `vault-key.age` and nowhere else. In memory from its first use on, until it is forgotten.
 */
export class VaultKey {
  readonly #parts: Parts;
  #identity: string | null = null;
  #sealed: Uint8Array | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A passphrase seals it. */
  get isSealed(): boolean {
    return this.#sealed !== null;
  }

  /** Finds out where it is. A file that cannot be read counts as one: the passphrase is not done without for that. */
  async load(): Promise<void> {
    this.#sealed = await this.#parts.file.read().catch(() => new Uint8Array());
  }

  /**
   * Gives the identity.
   *
   * @param isMissing a probe has shown that the keychain has none: its absence is no news then, and no lock either
   * @returns null when there is none
   * @throws AppError `keychain-*` while the keychain does not give it out; `locked` while its passphrase is due
   */
  async read(isMissing: boolean): Promise<string | null> {
    if (this.#identity !== null) return this.#identity;
    if (this.isSealed) throw new AppError('locked');
    const { keychain } = this.#parts;
    this.#identity = isMissing ? await keychain.find(entry) : await keychain.require(entry);
    return this.#identity;
  }

  /** As `read`, for sealing: a new identity is proven to lie in the keychain before anything is sealed to it. */
  async readOrMake(): Promise<string> {
    if (this.#identity !== null) return this.#identity;
    if (this.isSealed) throw new AppError('locked');
    const { keychain, sealer } = this.#parts;
    await keychain.probe();
    const known = await keychain.find(entry);
    const identity = known ?? (await sealer.newIdentity());
    if (known === null) await keychain.keep(entry, identity);
    this.#identity = identity;
    return identity;
  }

  /**
   * Sees to it that it lies where the next start looks for it: what was removed meanwhile is put back, and an entry that
   * another took the place of is used from the next write on.
   *
   * @throws AppError `keychain-*`; `vault-not-saved` when the sealed one is gone and cannot be written
   */
  async keep(): Promise<void> {
    const { file, keychain } = this.#parts;
    if (this.#identity === null) return;
    if (this.#sealed !== null) await this.#keepSealed(file, this.#sealed);
    else {
      const there = await keychain.find(entry);
      if (there === null) await keychain.keep(entry, this.#identity);
      else this.#identity = there;
    }
  }

  async #keepSealed(file: SealedKeyFile, sealed: Uint8Array): Promise<void> {
    const there = await file.read().catch(() => null);
    if (sameBytes(there, sealed)) return;
    await file.write(sealed).catch(() => {
      throw new AppError('vault-not-saved');
    });
  }

  /** Drops it from memory. */
  forget(): void {
    this.#identity = null;
  }

  /** Opens the sealed one. @throws AppError `wrong-passphrase`, `lock-key-damaged`, `vault-unreadable` */
  async open(passphrase: string): Promise<void> {
    const { identity, sealed } = await this.#opened(passphrase);
    this.#identity = identity;
    this.#sealed = sealed;
  }

  /** Whether this passphrase opens it. @throws AppError as `open` */
  async check(passphrase: string): Promise<void> {
    await this.#opened(passphrase);
  }

  /**
   * Seals it by a passphrase, proves that it opens, and only then takes it out of the keychain.
   *
   * @throws AppError `lock-not-changed`, with everything as it was; as `readOrMake`
   */
  async seal(passphrase: string): Promise<void> {
    const { file, sealer, keychain, clock } = this.#parts;
    const identity = await this.readOrMake();
    try {
      const recipient = await sealer.recipientOf(identity);
      const sealed = await sealBackupKey(sealer, { identity, recipient }, passphrase, clock.now());
      await file.write(sealed);
      const read = await file.read();
      if (!sameBytes(read, sealed)) throw new Error('not what was written');
      const opened = await openBackupKey(sealer, sealed, passphrase);
      if (opened.identity !== identity) throw new Error('not what was sealed');
      this.#sealed = sealed;
    } catch {
      await this.#putBack();
      throw new AppError('lock-not-changed');
    }
    // A keychain that does not let go of it now is asked again when Latchkey is next unlocked.
    await keychain.remove(entry).catch(() => undefined);
  }

  /** Puts it back into the keychain, and only then removes the sealed one. @throws AppError `keychain-*`, `token-not-kept`, `lock-not-changed` */
  async unseal(): Promise<void> {
    const { file, keychain } = this.#parts;
    await keychain.keep(entry, await this.readOrMake());
    await file.remove().catch(() => {
      throw new AppError('lock-not-changed');
    });
    this.#sealed = null;
  }

  /** Takes what an interrupted change left in the keychain out of it. */
  async tidy(): Promise<void> {
    if (this.isSealed) await this.#parts.keychain.discard(entry);
  }

  /** Gives it up for a new one: the sealed one is kept under another name. Rejects when that cannot be done. */
  async setAside(): Promise<void> {
    if (this.isSealed) await this.#parts.file.setAside();
    this.#sealed = null;
    this.#identity = null;
  }

  async #opened(passphrase: string): Promise<{ readonly identity: string; readonly sealed: Uint8Array }> {
    const { file, sealer } = this.#parts;
    const sealed = await file.read().catch(() => {
      throw new AppError('vault-unreadable');
    });
    if (sealed === null) throw new AppError('lock-key-damaged');
    try {
      return { identity: (await openBackupKey(sealer, sealed, passphrase)).identity, sealed };
    } catch (error) {
      // What is no AppError says nothing of the file: the sealing's process may have ended.
      if (!(error instanceof AppError) || error.code === 'wrong-passphrase') throw error;
      throw new AppError('lock-key-damaged');
    }
  }

  /** What stood there before the change that failed. */
  async #putBack(): Promise<void> {
    const { file } = this.#parts;
    const before = this.#sealed;
    await (before === null ? file.remove() : file.write(before)).catch(() => undefined);
  }
}
