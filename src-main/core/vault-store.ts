import { AppError } from '#contract/errors';
import type { VaultState } from '#contract/snapshot';
import { OpenFailure, type SealedFile, type Sealer } from './sealing-ports';
import { sameBytes } from './same-bytes';
import { TooLongToSeal } from './too-long-to-seal';
import { emptyVault, parseContents, type VaultContents, writeContents } from './vault-contents';
import type { VaultKey } from './vault-key';
import type { Read } from './versioned';

interface Parts {
  readonly file: SealedFile;
  readonly sealer: Sealer;
  readonly key: VaultKey;
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

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Reads and opens the file.
   *
   * @returns what was in it; empty where there is no file, and where it is a newer version's
   * @throws AppError `keychain-*` while the keychain does not give the identity out, `locked` while a passphrase seals
   * it, `vault-key-missing` when there is none, `vault-unreadable` when the file cannot be read
   */
  async open(): Promise<VaultContents> {
    const { file, key } = this.#parts;
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
    const identity = await key.read(isMissing);
    if (identity === null) {
      this.state = 'key-missing';
      throw new AppError('vault-key-missing');
    }
    return this.#openEither(sealed, backup, identity);
  }

  /**
   * Seals and writes; reads back and opens what was written, before anybody relies on it.
   *
   * @throws AppError `vault-not-saved` and `vault-full`, with the old file as it was; as VaultKey.readOrMake
   */
  async write(contents: VaultContents): Promise<void> {
    const { file, sealer, key } = this.#parts;
    const identity = await key.readOrMake();
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

  /** Sees to it that the key is there at the next start, too. @throws as VaultKey.keep */
  keepKey(): Promise<void> {
    return this.#parts.key.keep();
  }

  /**
   * Begins an empty vault with a key of its own where the keychain has no key for the old one, which is kept under
   * another name.
   *
   * @throws AppError `vault-not-saved` when it cannot be put aside
   */
  async beginAnew(): Promise<void> {
    const { file, key } = this.#parts;
    try {
      await file.setAside('keyless');
      await key.setAside();
    } catch {
      throw new AppError('vault-not-saved');
    }
    this.mark = null;
    this.state = 'open';
  }

  /** Forgets the key. What the file is sealed to is read again with the next `open`. */
  close(): void {
    this.#parts.key.forget();
    if (this.state === 'open') this.state = 'closed';
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
      // The keychain may hold another one the next time.
      if (!this.#parts.key.isSealed) this.#parts.key.forget();
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
}

const markOf = (sealed: Uint8Array | null): string | null =>
  sealed && [...sealed.slice(-16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
