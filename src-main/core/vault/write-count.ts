import * as v from 'valibot';
import type { Keychain } from '../keychain/keychain';
import type { Clock } from '../ports/clock';
import type { Profile } from '../profile/profile';
import { InOrder } from '../turns/in-order';
import type { Vault } from './vault';

/** Milliseconds from a write of the vault to the count in the keychain: it is written at most this often, but for the end. */
const keptAfter = 60_000;
/** Milliseconds from the vault's opening to the look at the count, so that nobody waits for it at a start. */
const lookedAtAfter = 1_500;

interface Parts {
  readonly vault: Vault;
  readonly keychain: Keychain;
  readonly profile: Profile;
  readonly clock: Clock;
}

const kept = v.pipe(v.string(), v.parseJson(), v.number(), v.integer(), v.minValue(0));

/**
 * How often the vault was written, as the keychain knows it: a vault that was written less often is an older file that was put
 * back. The vault is written first and the keychain after it, so that a vault which is ahead is in order. A keychain that has
 * not been open in this run is never asked, and what fails is tried again with the next write.
 */
export class WriteCount {
  readonly #parts: Parts;
  readonly #turns = new InOrder();
  #wasOpen = false;
  /** What the vault said when it was opened; 0 where nothing was there to be opened. */
  #opened = 0;
  /** What it said when it was last written. */
  #written = 0;
  /** What the keychain has; null until it has said so. */
  #counted: number | null = null;
  #callOffLook: () => void = () => undefined;
  #callOffKeeping: (() => void) | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whether the keychain has still to be told, and can be. */
  get isDue(): boolean {
    return this.#written > (this.#counted ?? this.#opened) && this.#parts.keychain.wasOpen;
  }

  /** Something has become of the vault: one that was opened is compared, a moment later. */
  noticeVault(): void {
    const { vault, clock } = this.#parts;
    const isOpen = vault.state === 'open';
    const opened = isOpen && !this.#wasOpen;
    this.#wasOpen = isOpen;
    if (!isOpen) this.#rest();
    if (!opened) return;
    this.#opened = vault.local.writes;
    this.#written = this.#opened;
    this.#counted = null;
    this.#callOffLook = clock.after(lookedAtAfter, () => void this.#turns.run(() => this.#look()));
  }

  /** The vault was written. */
  noticeWrite(): void {
    const { vault, clock } = this.#parts;
    this.#written = vault.local.writes;
    this.#callOffKeeping ??= clock.after(keptAfter, () => void this.settle());
  }

  /** Tells the keychain now, where that is due. Never rejects. */
  settle(): Promise<void> {
    this.#rest();
    return this.#turns.run(() => this.#keep().catch(() => undefined));
  }

  /** Nothing is done later: a keychain that was locked since must not ask for its password out of the blue. */
  #rest(): void {
    this.#callOffLook();
    this.#callOffKeeping?.();
    this.#callOffKeeping = null;
  }

  async #keep(): Promise<void> {
    const { keychain, profile } = this.#parts;
    if (!this.isDue) return;
    if (this.#counted === null) {
      // A locked keychain, too, says that there is nothing; after a probe it is certain.
      await keychain.probe();
      await this.#compare((await this.#find()) ?? 0);
    }
    const written = this.#written;
    if (written <= (this.#counted ?? 0)) return;
    await profile.settle();
    await keychain.keep(this.#entry, JSON.stringify(written));
    this.#counted = written;
  }

  /** Never rejects. */
  async #look(): Promise<void> {
    if (this.#counted !== null || !this.#wasOpen || !this.#parts.keychain.wasOpen) return;
    const found = await this.#find().catch(() => null);
    if (found !== null) await this.#compare(found);
  }

  async #compare(counted: number): Promise<void> {
    const { vault } = this.#parts;
    this.#counted = counted;
    // The last good version, which was opened in the place of a damaged file and is told as such, is one write behind it.
    const inOrder = counted - (vault.setAside ? 1 : 0);
    if (this.#opened === 0 || this.#opened >= inOrder) return;
    await vault.noteLocal((local) => ({ ...local, olderThan: counted }));
  }

  /** Null where the keychain has none that can be read. */
  async #find(): Promise<number | null> {
    const read = v.safeParse(kept, await this.#parts.keychain.find(this.#entry));
    return read.success ? read.output : null;
  }

  get #entry(): string {
    return `vault-writes:${this.#parts.profile.id}`;
  }
}
