import { AppError } from '#contract/errors';
import { openBackupKey, sealBackupKey } from './sealed-identity';
import type { SealedKeyFile } from '../ports/sealing/sealed-key-file';
import type { Clock } from '../ports/clock';
import { sameBytes } from '../records/same-bytes';
import type { Sealer } from '../ports/sealing/sealer';

interface Parts {
  readonly file: SealedKeyFile;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/**
 * The vault's key, sealed by a passphrase: `vault-key.age`. While the lock is being changed the one to come lies beside it
 * in `vault-key.new`, and whoever was cut off there is asked for either passphrase.
 */
export class SealedKey {
  readonly #parts: Parts;
  #sealed: Uint8Array | null = null;
  #next: Uint8Array | null = null;
  #identities: readonly string[] = [];
  /** What the passphrase gave of the one to come. */
  #nextIdentity: string | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A passphrase is asked for. */
  get isSet(): boolean {
    return this.#sealed !== null || this.#next !== null;
  }

  /** A change of the lock was cut off. */
  get isChanging(): boolean {
    return this.#next !== null;
  }

  /** What the passphrase gave: one key, or two where a change of the lock was cut off. None before, and after `forget`. */
  get identities(): readonly string[] {
    return this.#identities;
  }

  /** Whether this key lies in the file of the one to come, as the passphrase has shown. */
  isNext(identity: string): boolean {
    return this.#next !== null && this.#nextIdentity === identity;
  }

  /** Finds out what is there. A file that cannot be read counts as one: the passphrase is not done without for that. */
  async load(): Promise<void> {
    const { file } = this.#parts;
    this.#sealed = await file.read().catch(() => new Uint8Array());
    this.#next = await file.readNext().catch(() => new Uint8Array());
  }

  /** Opens it. @throws AppError `wrong-passphrase`, `lock-key-damaged`, `vault-unreadable` */
  async open(passphrase: string): Promise<void> {
    const { identities, next } = await this.#opened(passphrase);
    this.#identities = identities;
    this.#nextIdentity = next;
  }

  /** Whether this passphrase opens it. @throws AppError as `open` */
  async check(passphrase: string): Promise<void> {
    await this.#opened(passphrase);
  }

  /**
   * Seals a key by a passphrase beside the one that counts, and proves that it opens.
   *
   * @throws Error when it does not
   */
  async prepare(identity: string, passphrase: string): Promise<void> {
    const { file, sealer, clock } = this.#parts;
    const recipient = await sealer.recipientOf(identity);
    const sealed = await sealBackupKey(sealer, { identity, recipient }, passphrase, clock.now());
    await file.writeNext(sealed);
    if (!sameBytes(await file.readNext(), sealed)) throw new Error('not what was written');
    const opened = await openBackupKey(sealer, sealed, passphrase);
    if (opened.identity !== identity) throw new Error('not what was sealed');
    this.#next = sealed;
    this.#nextIdentity = identity;
  }

  /** Lets the prepared one count from now on. Rejects when it cannot take the place. */
  async takeNext(identity: string): Promise<void> {
    await this.#parts.file.takeNext();
    this.#sealed = this.#next;
    this.#next = null;
    this.#nextIdentity = null;
    this.#identities = [identity];
  }

  /** Drops the prepared one. Rejects when it cannot be removed. */
  async dropNext(): Promise<void> {
    await this.#parts.file.removeNext();
    this.#next = null;
  }

  /** Does without a passphrase. Rejects when the file cannot be removed. */
  async remove(): Promise<void> {
    await this.#parts.file.removeNext();
    await this.#parts.file.remove();
    this.#sealed = null;
    this.#next = null;
    this.#identities = [];
    this.#nextIdentity = null;
  }

  /** Puts the file back where it was removed or changed. @throws AppError `vault-not-saved` */
  async keep(): Promise<void> {
    const { file } = this.#parts;
    if (this.#sealed === null || !(await this.isLost())) return;
    await file.write(this.#sealed).catch(() => {
      throw new AppError('vault-not-saved');
    });
  }

  /** Whether the file is certainly not what it was. One that cannot be read now has lost nothing. */
  async isLost(): Promise<boolean> {
    const there = await this.#parts.file.read().catch(() => this.#sealed);
    return this.#sealed !== null && !sameBytes(there, this.#sealed);
  }

  /** Drops the key from memory. */
  forget(): void {
    this.#identities = [];
    this.#nextIdentity = null;
  }

  /** Gives it up: the files are kept under another name. Rejects when that cannot be done. */
  async setAside(): Promise<void> {
    if (this.isSet) await this.#parts.file.setAside();
    this.#sealed = null;
    this.#next = null;
    this.#identities = [];
    this.#nextIdentity = null;
  }

  /** Each file that the passphrase opens. What a key file holds now counts, not what it held at the start. */
  async #opened(
    passphrase: string,
  ): Promise<{ readonly identities: string[]; readonly next: string | null }> {
    const { file } = this.#parts;
    const unreadable = (): never => {
      throw new AppError('vault-unreadable');
    };
    // Where it was removed meanwhile, what this run knows of it still opens.
    const sealed = (await file.read().catch(unreadable)) ?? this.#sealed;
    const next = this.#next === null ? null : await file.readNext().catch(unreadable);
    const tries = await Promise.allSettled(
      [sealed, next].map(
        async (one) => one && (await openBackupKey(this.#parts.sealer, one, passphrase)).identity,
      ),
    );
    const opened = tries.map((one) => (one.status === 'fulfilled' ? one.value : null));
    const identities = opened.filter((one) => one !== null);
    if (identities.length > 0) {
      if (sealed !== null) this.#sealed = sealed;
      return { identities, next: opened[1] ?? null };
    }
    const failures = tries.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
    // What is no AppError says nothing of the file: the sealing's process may have ended.
    const told = failures.find((one) => !(one instanceof AppError) || one.code === 'wrong-passphrase');
    throw told instanceof Error ? told : new AppError('lock-key-damaged');
  }
}
