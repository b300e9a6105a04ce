import { AppError } from '#contract/errors';
import type { VaultState } from '#contract/snapshot';
import { OpenFailure } from '../ports/sealing/open-failure';
import type { SealedFile } from '../ports/sealing/sealed-file';
import type { Sealer } from '../ports/sealing/sealer';
import { sameBytes } from '../records/same-bytes';
import type { SealedKey } from '../keys/sealed-key';
import { TooLongToSeal } from '../ports/sealing/sealer';
import { type Found as Contents, parseContents, type VaultContents, writeContents } from './vault-contents';
import type { FoundKey, VaultKey } from '../keys/vault-key';
import type { Read } from '../records/versioned';

/** What a file holds as a key shows it. */
type Found = Read<Contents> | { readonly kind: 'wrong-key' };

/** A key, and what it made of the vault. */
interface Try {
  readonly found: FoundKey;
  readonly current: Found;
}

const opens = ({ kind }: Found): boolean => kind === 'good' || kind === 'newer';

interface Parts {
  readonly file: SealedFile;
  readonly sealer: Sealer;
  readonly key: VaultKey;
  readonly sealedKey: SealedKey;
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
  stamp: string | null = null;

  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Reads and opens the file.
   *
   * @returns what was in it; null where there is no file, where nothing of it is left, and where it is a newer version's
   * @throws AppError `keychain-*` while the keychain does not give the identity out, `locked` while a passphrase seals
   * it, `vault-key-missing` when there is none, `vault-unreadable` when the file cannot be read
   */
  async open(): Promise<Contents | null> {
    const { file, key } = this.#parts;
    const { sealed, backup } = await file.read().catch(() => {
      throw new AppError('vault-unreadable');
    });
    if (sealed === null && backup === null) {
      this.state = 'open';
      return null;
    }
    // Once a probe has shown that it is missing, its absence is no news, and no lock either.
    const isProbed = this.state === 'key-missing';
    this.state = 'locked';
    const tries: Try[] = [];
    for await (const found of key.find(isProbed)) {
      const current = await this.#read(sealed, found.identity);
      tries.push({ found, current });
      if (opens(current)) break;
    }
    return this.#openBest(sealed, backup, tries);
  }

  /**
   * Seals and writes; reads back and opens what was written, before anybody relies on it.
   *
   * @throws AppError `vault-not-saved` and `vault-full`, with the old file as it was; as VaultKey.readOrMake
   */
  async write(contents: VaultContents): Promise<void> {
    await this.#seal(contents, await this.#parts.key.readOrMake());
  }

  /**
   * Seals the vault and its last good version to another key, and proves that both open with it. Where there is no vault
   * yet, there is nothing to do.
   *
   * @throws AppError `vault-not-saved`, `vault-full`, with a file that either key opens
   */
  async reseal(contents: VaultContents, identity: string): Promise<void> {
    const { sealed, backup } = await this.#parts.file.read();
    if (sealed === null && backup === null) return;
    await this.#seal(contents, identity);
    // The one before becomes the last good version, so that no file of the old key remains.
    await this.#seal(contents, identity);
    if (!(await this.#bothOpen(identity))) throw new AppError('vault-not-saved');
  }

  /** Whether the vault and its last good version, as far as they are there, open with the key of now. Never rejects. */
  async opensWholly(): Promise<boolean> {
    return this.#bothOpen(await this.#parts.key.readOrMake()).catch(() => false);
  }

  async #bothOpen(identity: string): Promise<boolean> {
    const { sealed, backup } = await this.#parts.file.read();
    for (const one of [sealed, backup]) {
      if (one !== null && !opens(await this.#read(one, identity))) return false;
    }
    return true;
  }

  async #seal(contents: VaultContents, identity: string): Promise<void> {
    const { file, sealer } = this.#parts;
    const text = writeContents(contents, identity);
    try {
      const sealed = await sealer.sealTo(await sealer.recipientOf(identity), text);
      // Before it takes the place of a good one: it opens, and the next start will understand it.
      const opened = await sealer.openWith(identity, sealed);
      if (opened === text && parseContents(opened, identity).kind === 'good') {
        await file.write(sealed);
        if (sameBytes((await file.read()).sealed, sealed)) {
          this.stamp = stampOf(sealed);
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
    const { file, key, sealedKey } = this.#parts;
    try {
      await file.setAside('keyless');
      await sealedKey.setAside();
      await key.leave();
    } catch {
      throw new AppError('vault-not-saved');
    }
    this.stamp = null;
    this.state = 'open';
  }

  /** Forgets the key, as far as VaultKey.forget does. What the file is sealed to is read again with the next `open`. */
  async close(): Promise<void> {
    if (this.state === 'open') this.state = 'closed';
    await this.#parts.key.forget();
  }

  /** Goes on with the key that opens the file; else with the one that opens its last good version. */
  async #openBest(
    sealed: Uint8Array | null,
    backup: Uint8Array | null,
    tries: readonly Try[],
  ): Promise<Contents | null> {
    const fitting = tries.find(({ current }) => opens(current));
    if (fitting) return this.#goOn(fitting, fitting.current, sealed);
    // A damaged header, too, looks as if it were sealed to another key: the last good version tells.
    const older: { readonly one: Try; readonly before: Found }[] = [];
    for (const one of tries) older.push({ one, before: await this.#read(backup, one.found.identity) });
    const good = older.find(({ before }) => opens(before));
    if (good) {
      // A change of the lock that was cut off leaves a file that is whole, and sealed to the key to come.
      const isWhole = this.#parts.sealedKey.isChanging && good.one.current.kind === 'wrong-key';
      if (good.before.kind === 'good' && !isWhole) await this.#putAside(sealed);
      return this.#goOn(good.one, good.before, backup);
    }
    const known = older.find(({ one, before }) => ![one.current.kind, before.kind].includes('wrong-key'));
    if (!known) {
      this.state = 'key-missing';
      throw new AppError('vault-key-missing');
    }
    await this.#putAside(sealed);
    return this.#goOn(known.one, known.before, backup);
  }

  async #goOn({ found }: Try, contents: Found, from: Uint8Array | null): Promise<Contents | null> {
    if (contents.kind === 'newer') {
      this.state = 'newer';
      return null;
    }
    await this.#parts.key.take(found);
    this.stamp = stampOf(from);
    this.state = 'open';
    return contents.kind === 'good' ? contents.value : null;
  }

  async #putAside(sealed: Uint8Array | null): Promise<void> {
    if (sealed !== null) {
      await this.#parts.file.setAside('damaged').catch(() => {
        throw new AppError('vault-unreadable');
      });
    }
    this.setAside = true;
  }

  async #read(sealed: Uint8Array | null, identity: string): Promise<Found> {
    if (sealed === null) return { kind: 'damaged' };
    try {
      return parseContents(await this.#parts.sealer.openWith(identity, sealed), identity);
    } catch (error) {
      if (!(error instanceof OpenFailure)) throw error;
      return { kind: error.kind === 'wrong-key' ? 'wrong-key' : 'damaged' };
    }
  }
}

const stampOf = (sealed: Uint8Array | null): string | null =>
  sealed && [...sealed.slice(-16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
