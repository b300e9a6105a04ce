import { withKeysAtHand } from '../backup/opening/at-hand';
import { bringsMore } from '../backup/content/compare';
import { openChosen } from '../backup/opening/open-chosen';
import type { Chosen } from '../backup/opening/restore-source';
import { openBackupKey } from '../keys/sealed-identity';
import type { VaultKey } from '../keys/vault-key';
import type { Clock } from '../ports/clock';
import type { PutAsideFiles } from '../ports/files/put-aside-files';
import type { Sealer } from '../ports/sealing/sealer';
import type { LedgerShelf } from '../recovery-codes/ledger-shelf';
import type { State } from '../state/state';
import { InOrder } from '../turns/in-order';
import type { Vault } from '../vault/vault';

interface Parts {
  readonly files: PutAsideFiles;
  readonly state: State;
  readonly vault: Vault;
  readonly ledgerShelf: LedgerShelf;
  readonly key: VaultKey;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/**
 * Vaults that were put aside because their key was gone. Each time that the vault opens they are tried with every key that
 * is at hand, and offered where one opens them and something of them is not here. Nothing is taken by itself.
 */
export class PutAside {
  readonly #parts: Parts;
  readonly #looks = new InOrder();
  /** What is offered, with the keys that open it. */
  #chosen: Chosen | null = null;
  /** Counts the locks: what was being looked at then is dropped. */
  #drops = 0;
  #wasOpen = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** To be restored from; null where there is nothing to offer. */
  get chosen(): Chosen | null {
    return this.#chosen;
  }

  /** To be told after every change of the vault's state: looks once it is open. */
  noticeVault(): void {
    const isOpen = this.#parts.vault.state === 'open';
    if (isOpen && !this.#wasOpen) void this.look(null);
    this.#wasOpen = isOpen;
  }

  /** Tries what lies aside. Never rejects. @param passphrase what was just typed; null for nothing */
  look(passphrase: string | null): Promise<void> {
    const drops = this.#drops;
    return this.#looks.run(async () => {
      if (drops !== this.#drops) return;
      const found = await this.#find(passphrase).catch(() => null);
      if (drops !== this.#drops) return;
      const isNews = (found === null) !== (this.#chosen === null);
      this.#chosen = found;
      if (isNews) this.#parts.state.announce();
    });
  }

  /** Resolves when every look so far has ended. Never rejects. */
  settled(): Promise<void> {
    return this.#looks.settled();
  }

  /** Forgets what was found, and the keys. */
  dropSecrets(): void {
    this.#drops += 1;
    this.#chosen = null;
  }

  async #find(passphrase: string | null): Promise<Chosen | null> {
    const { files, vault, sealer, key } = this.#parts;
    if (vault.state !== 'open') return null;
    const { vaults, keys } = await files.read();
    const [first] = vaults;
    if (!first) return null;
    const identities = [...(this.#chosen?.identities ?? []), ...(await key.atHand())];
    for (const sealedKey of passphrase === null ? [] : keys) {
      const opened = await openBackupKey(sealer, sealedKey, passphrase ?? '').catch(() => null);
      if (opened) identities.push(opened.identity);
    }
    const chosen = await withKeysAtHand(
      sealer,
      {
        source: { kind: 'vault', name: first.name, opensWith: 'key' },
        files: vaults.map(({ name, sealed }) => ({ name, read: () => Promise.resolve(sealed) })),
        sealedKeys: [],
        identities: [],
        away: [],
        unopened: 0,
      },
      () => Promise.resolve(identities),
    );
    return chosen.identities.length > 0 && (await this.#holdsMore(chosen)) ? chosen : null;
  }

  async #holdsMore(chosen: Chosen): Promise<boolean> {
    const { state, ledgerShelf, sealer, clock } = this.#parts;
    const now = clock.now();
    const { contents } = await openChosen(sealer, chosen, '', now);
    const here = { madeAt: now, computer: state.computer, accounts: ledgerShelf.kept };
    const rows = await sealer.compareForeign(contents, here);
    return rows.some(bringsMore);
  }
}
