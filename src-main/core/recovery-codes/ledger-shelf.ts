import { type BackedUp, type Kept, undescribed } from '../records/backed-up';
import type { Ledger } from '../records/ledger-record';
import type { AccountShelf } from '../shelves/account-shelf';
import type { Authors } from '../shelves/authors';
import type { Entries } from '../shelves/entries';
import { ledgerChanges } from '../store/changes/ledger-changes';
import { removal } from '../store/changes/removal';
import { join } from '../store/facts/join';
import type { SetSource } from '../store/kinds/set';
import { backedUpOf } from '../store/view/backed-up-of';
import type { Entry } from '../store/view/entry';
import { entryOf } from '../store/view/view';
import type { Vault } from '../vault/vault';
import type { Change } from '../vault/vault-parts';
import type { VaultContents } from '../vault/vault-contents';
import { assertRoomForNewSet } from '../vault/vault-room';
import { emptyLedger, joinSets } from './ledger';
import { RemovedCode } from './removed-code';

interface Parts {
  readonly accountShelf: AccountShelf;
  readonly entries: Entries;
  readonly authors: Authors;
  readonly vault: Vault;
  /** Is told after every change of what holds for this run only; the vault tells of its own. */
  readonly onChange: () => void;
}

/** The ledgers: those in the vault, and what could not be written and holds for this run only. */
export class LedgerShelf {
  readonly removedCode = new RemovedCode();
  readonly #parts: Parts;
  readonly #unsealed = new Map<string, Ledger>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get ledgers(): readonly Ledger[] {
    const { entries } = this.#parts;
    const sealed = entries.all
      .map(({ ledger }) => joinSets(this.#unsealed.get(ledger.id), ledger))
      .filter(({ sets }) => sets.length > 0);
    const held = [...this.#unsealed.values()].filter(({ id }) => !entries.find(id));
    return [...sealed, ...held];
  }

  /** Everything that a backup or kit made now has to hold: every account, and what there is without one. */
  get kept(): readonly Kept[] {
    const { accountShelf, entries } = this.#parts;
    const ofAccounts = accountShelf.all.map((account): Kept => {
      const { id, label, kind, serviceUrl, tokenPrefix } = account;
      const service = { serviceUrl: kind === 'practice' ? null : serviceUrl, tokenPrefix };
      return { ...describedAs(entries.find(id)), ...this.ledger(id), id, label, ...service };
    });
    const known = new Set(ofAccounts.map(({ id }) => id));
    const others = entries.all
      .filter(({ ids }) => !ids.some((id) => known.has(id)))
      .map((entry): Kept => ({ ...describedAs(entry), ...this.ledger(entry.id), id: entry.id }));
    const held = [...this.#unsealed.values()].filter(({ id }) => !known.has(id) && !entries.find(id));
    return [
      ...ofAccounts,
      ...others,
      ...held.map((ledger): Kept => ({ ...describedAs(undefined), ...ledger })),
    ];
  }

  /** The ledger of an account, or one kept by hand; empty when nothing is known yet. */
  ledger(id: string, label = ''): Ledger {
    const held = this.#unsealed.get(id);
    const sealed = this.#parts.entries.find(id)?.ledger;
    return sealed ? joinSets(held, sealed) : (held ?? emptyLedger(id, label));
  }

  /** Whether it is there after this run, too. */
  isSealed(id: string): boolean {
    return !this.#unsealed.has(id) && !this.#parts.vault.holdsForThisRun;
  }

  /** Opens the vault if the ledger needs it. @throws AppError as Vault.open */
  async openFor(id: string): Promise<void> {
    if (!this.#unsealed.has(id)) await this.#parts.vault.open();
  }

  /**
   * Proves that a new set of the ledger would be kept and opens later, by writing what is there.
   *
   * @throws AppError `vault-full`; as Vault.prove
   */
  async prove(id: string): Promise<void> {
    const { vault } = this.#parts;
    await vault.open();
    if (vault.holdsForThisRun && this.#isPractice(id)) return;
    assertRoomForNewSet(vault.contents, id);
    await vault.prove();
  }

  /**
   * Changes one ledger, which is made when it is new. One of the practice service holds for this run where nothing can seal
   * it.
   *
   * @param source where codes come from that are new
   * @throws AppError as Vault.change
   */
  async changeLedger(
    id: string,
    label: string,
    how: (ledger: Ledger) => Ledger,
    source: SetSource = 'typed',
  ): Promise<void> {
    const { vault } = this.#parts;
    const change: Change = (contents) =>
      this.#with(contents, { ...how(this.ledger(id, label)), label }, source);
    await (this.#isPractice(id) ? vault.changeOrHold(change) : vault.change(change));
    this.#drop(id);
  }

  /**
   * Notes on a ledger what has happened already, outside, such as a code that was accepted: where it cannot be written now, it
   * holds, over a lock, too, and is written as soon as that works. Never rejects.
   */
  async noteOnLedger(id: string, label: string, how: (ledger: Ledger) => Ledger): Promise<void> {
    const { vault } = this.#parts;
    const change: Change = (contents) =>
      this.#with(contents, { ...how(this.ledger(id, label)), label }, 'typed');
    await vault.note(change, true);
    if (vault.isSaved) this.#drop(id);
  }

  /** The label goes with the ledger, if there is one: it outlives its account. @throws as changeLedger */
  async rename(id: string, label: string): Promise<void> {
    if (this.ledger(id).sets.length > 0) await this.changeLedger(id, label, (ledger) => ledger);
  }

  /** Removes a ledger. One that was never sealed needs no key for that. @throws AppError as Vault.changeOrHold */
  async removeLedger(id: string): Promise<void> {
    const { vault, entries, authors } = this.#parts;
    if (entries.find(id)) {
      await vault.changeOrHold((contents) => {
        const seen = entryOf(contents.store, id);
        const news = seen && removal(contents.store, seen, 'whole', authors.now());
        return news ? { ...contents, store: join(contents.store, news) } : contents;
      });
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

  #isPractice(id: string): boolean {
    return this.#parts.accountShelf.all.some((one) => one.id === id && one.kind === 'practice');
  }

  /** The vault in which a ledger is another one. What has an account is called as its account. */
  #with(contents: VaultContents, ledger: Ledger, source: SetSource): VaultContents {
    const { store } = contents;
    const seen = entryOf(store, ledger.id);
    const after = seen?.hasAccount ? { ...ledger, label: seen.label } : ledger;
    const news = ledgerChanges(store, seen?.ledger ?? null, after, this.#parts.authors.now(), source);
    return { ...contents, store: join(store, news) };
  }

  /** What was held is in the vault now, or gone from it. */
  #drop(id: string): void {
    if (this.#unsealed.delete(id)) this.#parts.onChange();
  }
}

/** What backups hold of an entry beside its codes. */
const describedAs = (entry: Entry | undefined): Omit<BackedUp, 'id' | 'label' | 'sets'> =>
  entry ? backedUpOf(entry) : { ...undescribed, serviceUrl: null, tokenPrefix: '' };
