import { AppError } from '#contract/errors';
import type { VaultState } from '#contract/snapshot';
import type { Keychain } from './keychain';
import { OpenFailure, type SealedFile, type Sealer } from './ports';
import { sameBytes } from './same-bytes';
import { TooLongToSeal } from './too-long-to-seal';
import { emptyVault, parseContents, type VaultContents, writeContents } from './vault-contents';
import type { Read } from './versioned';

/** The keychain's entry with the identity that opens this computer's vault. */
const entry = 'vault-identity';

interface Parts {
  readonly file: SealedFile;
  readonly sealer: Sealer;
  readonly keychain: Keychain;
}

/**
 * The file `vault.age` and the identity that opens it, which lies in the keychain. Whatever goes wrong, nothing that is
 * on disk is written over unless it was understood: a file that does not open is set aside, a newer one is left alone,
 * and without its identity the vault stays closed.
 */
export class VaultStore {
  state: VaultState = 'closed';
  /** A damaged file was kept under another name, and the last good one opened. */
  setAside = false;
  /**
   * Says which version of the file is open, so that a backup can be told to be up to date after a restart: the last
   * 16 bytes, which age makes anew with each sealing and which say nothing of the text. Null without a file.
   */
  mark: string | null = null;

  readonly #parts: Parts;
  #identity: string | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Reads and opens the file.
   *
   * @returns what was in it; empty where there is no file, and where it is a newer version's
   * @throws AppError `keychain-*` while the keychain does not give the identity out, `vault-key-missing` when it has
   * none, `vault-unreadable` when the file cannot be read
   */
  async open(): Promise<VaultContents> {
    const { file, keychain } = this.#parts;
    const { sealed, backup } = await file.read().catch(() => {
      throw new AppError('vault-unreadable');
    });
    if (sealed === null && backup === null) {
      this.state = 'open';
      return emptyVault;
    }
    // Once a probe has shown that it is missing, its absence is no news, and no lock either.
    const isMissing = this.state === 'key-missing';
    this.state = 'locked';
    const identity = isMissing ? await keychain.find(entry) : await keychain.require(entry);
    if (identity === null) {
      this.state = 'key-missing';
      throw new AppError('vault-key-missing');
    }
    this.#identity = identity;
    return this.#openEither(sealed, backup, identity);
  }

  /**
   * Seals and writes; reads back and opens what was written, before anybody relies on it.
   *
   * @throws AppError `vault-not-saved` and `vault-full`, with the old file as it was; `keychain-*`
   */
  async write(contents: VaultContents): Promise<void> {
    const { file, sealer } = this.#parts;
    const identity = await this.#key();
    const text = writeContents(contents);
    try {
      const sealed = await sealer.sealTo(await sealer.recipientOf(identity), text);
      // Before it takes the place of a good one: it opens, and the next start will understand it.
      const opened = await sealer.openWith(identity, sealed);
      if (opened === text && parseContents(opened).kind === 'good') {
        await file.write(sealed);
        if (sameBytes((await file.read()).sealed, sealed)) {
          this.mark = markOf(sealed);
          return;
        }
        // Else the next write would make it the backup, in place of the last good one.
        await file.setAside('damaged');
      }
    } catch (error) {
      if (error instanceof TooLongToSeal) throw new AppError('vault-full');
      // The sentence is the same: what is on disk is not what was to be kept.
    }
    throw new AppError('vault-not-saved');
  }

  /**
   * Sees to it that the key lies in the keychain, where the next start looks for it: an entry that was removed meanwhile
   * is put back, and one that another took the place of is used from the next write on.
   *
   * @throws AppError `keychain-*`
   */
  async keepKey(): Promise<void> {
    const { keychain } = this.#parts;
    if (this.#identity === null) return;
    const there = await keychain.find(entry);
    if (there === null) await keychain.keep(entry, this.#identity);
    else this.#identity = there;
  }

  /**
   * Begins an empty vault with a key of its own where the keychain has no key for the old one, which is kept under
   * another name.
   *
   * @throws AppError `vault-not-saved` when it cannot be put aside
   */
  async beginAnew(): Promise<void> {
    await this.#parts.file.setAside('keyless').catch(() => {
      throw new AppError('vault-not-saved');
    });
    this.#identity = null;
    this.mark = null;
    this.state = 'open';
  }

  async #openEither(
    sealed: Uint8Array | null,
    backup: Uint8Array | null,
    identity: string,
  ): Promise<VaultContents> {
    const current = await this.#read(sealed, identity);
    const opens = current.kind === 'good' || current.kind === 'newer';
    // A damaged header, too, looks as if it were sealed to another key: the backup tells.
    const found = opens ? current : await this.#read(backup, identity);
    if (found.kind === 'newer') {
      this.state = 'newer';
      return emptyVault;
    }
    if (found.kind !== 'good' && [current.kind, found.kind].includes('wrong-key')) {
      this.state = 'key-missing';
      throw new AppError('vault-key-missing');
    }
    if (!opens) {
      if (sealed !== null) {
        await this.#parts.file.setAside('damaged').catch(() => {
          throw new AppError('vault-unreadable');
        });
      }
      this.setAside = true;
    }
    this.mark = markOf(opens ? sealed : backup);
    this.state = 'open';
    return found.kind === 'good' ? found.value : emptyVault;
  }

  async #read(
    sealed: Uint8Array | null,
    identity: string,
  ): Promise<Read<VaultContents> | { readonly kind: 'wrong-key' }> {
    if (sealed === null) return { kind: 'damaged' };
    try {
      return parseContents(await this.#parts.sealer.openWith(identity, sealed));
    } catch (error) {
      if (!(error instanceof OpenFailure)) throw error;
      return { kind: error.kind === 'wrong-key' ? 'wrong-key' : 'damaged' };
    }
  }

  /** The identity; a new one is proven to lie in the keychain before anything is sealed to it. */
  async #key(): Promise<string> {
    if (this.#identity !== null) return this.#identity;
    const { keychain, sealer } = this.#parts;
    await keychain.probe();
    const known = await keychain.find(entry);
    const identity = known ?? (await sealer.newIdentity());
    if (known === null) await keychain.keep(entry, identity);
    this.#identity = identity;
    return identity;
  }
}

const markOf = (sealed: Uint8Array | null): string | null =>
  sealed && [...sealed.slice(-16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
