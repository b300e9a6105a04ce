import { AppError } from '#contract/errors';
import type { VaultState } from '#contract/snapshot';
import type { Keychain } from './keychain';
import { emptyLedger, joinSets, type Ledger } from './ledger';
import { OpenFailure, type SealedFile, type Sealer } from './ports';
import { emptyVault, parseContents, type VaultContents, writeContents } from './vault-contents';

/** The keychain's entry with the identity that opens this computer's vault. */
const entry = 'vault-identity';

interface Parts {
  readonly file: SealedFile;
  readonly sealer: Sealer;
  readonly keychain: Keychain;
  /** Is told after every change of what the vault holds or of its state. */
  readonly onChange: () => void;
  /** Whether the user chose to do without the keychain for this account: then nothing of it is sealed. */
  readonly isMemoryOnly: (id: string) => boolean;
}

/**
 * The ledgers, sealed in `vault.age` to an identity that lies in the keychain. Whatever goes wrong, nothing that is on
 * disk is written over unless it was understood: a file that does not open is set aside, a newer one is left alone, and
 * without its identity the vault stays closed.
 */
export class Vault {
  state: VaultState = 'closed';
  /** A damaged file was kept under another name, and the last good one opened. */
  setAside = false;

  readonly #parts: Parts;
  #contents: VaultContents = emptyVault;
  /** Ledgers that hold for this run: of accounts without the keychain, and what could not be written. */
  readonly #unsealed = new Map<string, Ledger>();
  #identity: string | null = null;
  #opening: Promise<void> | null = null;
  #saving: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get ledgers(): readonly Ledger[] {
    const { ledgers } = this.#contents;
    const sealed = ledgers.map((one) => joinSets(this.#unsealed.get(one.id), one));
    const known = new Set(ledgers.map(({ id }) => id));
    return [...sealed, ...[...this.#unsealed.values()].filter(({ id }) => !known.has(id))];
  }

  isSealed(id: string): boolean {
    return !this.#unsealed.has(id);
  }

  /** The ledger of an account, or one kept by hand; empty when nothing is known yet. */
  ledger(id: string, label = ''): Ledger {
    return this.ledgers.find((one) => one.id === id) ?? emptyLedger(id, label);
  }

  /**
   * Opens the vault unless it is open. May make the system ask for the keychain's password.
   *
   * @throws AppError `keychain-*` while the keychain does not give the identity out, `vault-key-missing` when it has
   * none, `vault-unreadable` when the file cannot be read
   */
  async open(): Promise<void> {
    if (this.state === 'open' || this.state === 'newer') return;
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
      this.#parts.onChange();
    });
    await this.#opening;
  }

  /**
   * Changes ledgers: sealed, written, read back and opened before anybody sees them.
   *
   * @throws AppError as `open`; `vault-read-only`; `vault-not-saved`, with nothing changed
   */
  change(how: (contents: VaultContents) => VaultContents): Promise<void> {
    const saved = this.#saving.then(async () => {
      await this.open();
      if (this.state === 'newer') throw new AppError('vault-read-only');
      const next = how(this.#contents);
      await this.#write(next);
      this.#contents = next;
      this.#parts.onChange();
    });
    this.#saving = saved.catch(() => undefined);
    return saved;
  }

  /** Opens the vault if the ledger needs it. @throws AppError as `open` */
  async openFor(id: string): Promise<void> {
    if (!this.#parts.isMemoryOnly(id) && !this.#unsealed.has(id)) await this.open();
  }

  /** Proves that a change of the ledger would be kept, by writing what is there. @throws AppError as `change` */
  async prove(id: string): Promise<void> {
    if (!this.#parts.isMemoryOnly(id)) await this.change((contents) => contents);
  }

  /** Changes one ledger, which is made when it is new. @throws AppError as `change` */
  async changeLedger(id: string, label: string, how: (ledger: Ledger) => Ledger): Promise<void> {
    if (this.#parts.isMemoryOnly(id)) {
      this.holdInMemory(id, label, how);
      return;
    }
    await this.change((contents) => putLedger(contents, { ...how(this.ledger(id, label)), label }));
    if (this.#unsealed.delete(id)) this.#parts.onChange();
  }

  /** Removes a ledger. One that was never sealed needs no key for that. @throws AppError as `change` */
  async removeLedger(id: string): Promise<void> {
    const without = (contents: VaultContents): VaultContents => ({
      ...contents,
      ledgers: contents.ledgers.filter((one) => one.id !== id),
    });
    if (this.#contents.ledgers.some((one) => one.id === id)) await this.change(without);
    if (this.#unsealed.delete(id)) this.#parts.onChange();
  }

  /**
   * Keeps what must not be lost although it cannot be written now: it holds until a change of the ledger can be
   * written, or until the end of this run.
   */
  holdInMemory(id: string, label: string, how: (ledger: Ledger) => Ledger): void {
    this.#unsealed.set(id, { ...how(this.ledger(id, label)), label });
    this.#parts.onChange();
  }

  async #open(): Promise<void> {
    const { file, keychain } = this.#parts;
    const { sealed, backup } = await file.read().catch(() => {
      throw new AppError('vault-unreadable');
    });
    if (sealed === null && backup === null) {
      this.state = 'open';
      return;
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
    await this.#openFiles(sealed, backup, identity);
  }

  async #openFiles(sealed: Uint8Array | null, backup: Uint8Array | null, identity: string): Promise<void> {
    const current = await this.#read(sealed, identity);
    const opens = current.kind === 'good' || current.kind === 'newer';
    // A damaged header, too, looks as if it were sealed to another key: the backup tells.
    const found = opens ? current : await this.#read(backup, identity);
    if (found.kind === 'newer') {
      this.state = 'newer';
      return;
    }
    if (found.kind !== 'good' && [current.kind, found.kind].includes('wrong-key')) {
      this.state = 'key-missing';
      throw new AppError('vault-key-missing');
    }
    if (!opens) {
      if (sealed !== null) {
        await this.#parts.file.setAside().catch(() => {
          throw new AppError('vault-unreadable');
        });
      }
      this.setAside = true;
    }
    if (found.kind === 'good') this.#contents = found.contents;
    this.state = 'open';
  }

  async #read(
    sealed: Uint8Array | null,
    identity: string,
  ): Promise<ReturnType<typeof parseContents> | { readonly kind: 'wrong-key' }> {
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

  async #write(contents: VaultContents): Promise<void> {
    const { file, sealer } = this.#parts;
    const identity = await this.#key();
    const text = writeContents(contents);
    try {
      const sealed = await sealer.sealTo(await sealer.recipientOf(identity), text);
      // Before it takes the place of a good one: it opens, and the next start will understand it.
      const opened = await sealer.openWith(identity, sealed);
      if (opened === text && parseContents(opened).kind === 'good') {
        await file.write(sealed);
        if (sameBytes((await file.read()).sealed, sealed)) return;
        // Else the next write would make it the backup, in place of the last good one.
        await file.setAside();
      }
    } catch {
      // The sentence is the same: what is on disk is not what was to be kept.
    }
    throw new AppError('vault-not-saved');
  }
}

const sameBytes = (one: Uint8Array | null, other: Uint8Array): boolean =>
  one?.length === other.length && one.every((byte, index) => byte === other[index]);

function putLedger(contents: VaultContents, ledger: Ledger): VaultContents {
  const known = contents.ledgers.some((one) => one.id === ledger.id);
  const ledgers = known
    ? contents.ledgers.map((one) => (one.id === ledger.id ? ledger : one))
    : [...contents.ledgers, ledger];
  return { ...contents, ledgers };
}
