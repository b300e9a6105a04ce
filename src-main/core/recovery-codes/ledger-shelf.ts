import type { Ledger } from '../records/ledger-record';
import type { Vault } from '../vault/vault';
import type { VaultContents } from '../vault/vault-contents';
import { assertRoomForNewSet } from '../vault/vault-room';
import { emptyLedger, joinSets } from './ledger';
import type { AccountShelf } from '../shelves/account-shelf';

interface Parts {
  readonly accountShelf: AccountShelf;
  readonly vault: Vault;
  /** Is told after every change of what holds for this run only; the vault tells of its own. */
  readonly onChange: () => void;
}

/** The ledgers: those in the vault, and what holds for this run only. */
export class LedgerShelf {
  readonly #parts: Parts;
  /** Ledgers that hold for this run: of accounts without the keychain, and what could not be written. */
  readonly #unsealed = new Map<string, Ledger>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get ledgers(): readonly Ledger[] {
    const { ledgers } = this.#parts.vault.contents;
    const sealed = ledgers.map((one) => joinSets(this.#unsealed.get(one.id), one));
    const known = new Set(ledgers.map(({ id }) => id));
    return [...sealed, ...[...this.#unsealed.values()].filter(({ id }) => !known.has(id))];
  }

  /** The ledger of an account, or one kept by hand; empty when nothing is known yet. */
  ledger(id: string, label = ''): Ledger {
    const held = this.#unsealed.get(id);
    const sealed = this.#parts.vault.contents.ledgers.find((one) => one.id === id);
    return sealed ? joinSets(held, sealed) : (held ?? emptyLedger(id, label));
  }

  isSealed(id: string): boolean {
    return !this.#unsealed.has(id);
  }

  /** The ids of all accounts for which isMemoryOnly holds. */
  get memoryOnly(): ReadonlySet<string> {
    const { all } = this.#parts.accountShelf;
    return new Set(all.filter(({ token }) => token === 'memory').map(({ id }) => id));
  }

  /** Whether the user chose to do without the keychain for this account: then nothing of it is sealed. */
  isMemoryOnly(id: string): boolean {
    return this.memoryOnly.has(id);
  }

  /** Opens the vault if the ledger needs it. @throws AppError as Vault.open */
  async openFor(id: string): Promise<void> {
    if (!this.isMemoryOnly(id) && this.isSealed(id)) await this.#parts.vault.open();
  }

  /**
   * Proves that a new set of the ledger would be kept and opens later, by writing what is there.
   *
   * @throws AppError `vault-full`; as Vault.prove
   */
  async prove(id: string): Promise<void> {
    if (this.isMemoryOnly(id)) return;
    const { vault } = this.#parts;
    await vault.open();
    assertRoomForNewSet(vault.contents, id);
    await vault.prove();
  }

  /** Changes one ledger, which is made when it is new. @throws AppError as Vault.change */
  async changeLedger(id: string, label: string, how: (ledger: Ledger) => Ledger): Promise<void> {
    if (this.isMemoryOnly(id)) {
      this.holdInMemory(id, label, how);
      return;
    }
    const { vault } = this.#parts;
    await vault.change((contents) => put(contents, [{ ...how(this.ledger(id, label)), label }]));
    this.#drop(id);
  }

  /** The label goes with the ledger, if there is one: it outlives its account. @throws as changeLedger */
  async rename(id: string, label: string): Promise<void> {
    if (this.ledger(id).sets.length > 0) await this.changeLedger(id, label, (ledger) => ledger);
  }

  /**
   * Seals ledgers as they are, by one change of the vault, in the place of those with their ids.
   *
   * @param recheck is asked right before, for others may have changed them meanwhile: what it throws stops it
   * @throws AppError as Vault.change; as `recheck`
   */
  putLedgers(ledgers: readonly Ledger[], recheck: () => void): Promise<void> {
    return this.#parts.vault.change((contents) => {
      recheck();
      return put(contents, ledgers);
    });
  }

  /** Removes a ledger. One that was never sealed needs no key for that. @throws AppError as Vault.change */
  async removeLedger(id: string): Promise<void> {
    const { vault } = this.#parts;
    if (vault.contents.ledgers.some((one) => one.id === id)) {
      await vault.change((contents) => ({
        ...contents,
        ledgers: contents.ledgers.filter((one) => one.id !== id),
      }));
    }
    this.#drop(id);
  }

  /**
   * Keeps what must not be lost although it cannot be written now: it holds until a change of the ledger can be
   * written, or until the end of this run.
   */
  holdInMemory(id: string, label: string, how: (ledger: Ledger) => Ledger): void {
    this.#unsealed.set(id, { ...how(this.ledger(id, label)), label });
    this.#parts.onChange();
  }

  /** Forgets what was never sealed: for a vault that is started over, where nobody has shown that it is theirs. */
  forgetUnsealed(): void {
    this.#unsealed.clear();
  }

  /** What was held is in the vault now, or gone from it. */
  #drop(id: string): void {
    if (this.#unsealed.delete(id)) this.#parts.onChange();
  }
}

/** Each in its place, new ones behind the others. */
function put(contents: VaultContents, ledgers: readonly Ledger[]): VaultContents {
  const news = new Map(ledgers.map((ledger) => [ledger.id, ledger]));
  const known = contents.ledgers.map((one) => news.get(one.id) ?? one);
  for (const { id } of known) news.delete(id);
  return { ...contents, ledgers: [...known, ...news.values()] };
}
