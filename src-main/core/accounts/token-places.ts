import type { AccountShelf } from '../shelves/account-shelf';
import type { StoredAccount } from '../shelves/stored-account';
import type { Place, Slot, Tokens } from './tokens';

interface Parts {
  readonly accountShelf: AccountShelf;
  readonly tokens: Tokens;
}

const slots: readonly Slot[] = ['token', 'session'];

/** Takes tokens into the vault when a passphrase is set, and out of it when that goes. */
export class TokenPlaces {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Copies every token that the keychain gives into the vault. One that it does not give stays where it is: it has to be
   * entered anew, then. @throws as Vault.change
   */
  async intoVault(): Promise<void> {
    const { tokens } = this.#parts;
    await this.#moveAll('keychain', async (account, slot, secret) => {
      await tokens.keepInVault(account, slot, secret);
      return 'vault';
    });
  }

  /** Copies every token of the vault into the keychain. One that it does not take stays in the vault. @throws as Vault.change */
  async intoKeychain(): Promise<void> {
    const { tokens } = this.#parts;
    await this.#moveAll('vault', (account, slot, secret) =>
      tokens.keepInKeychain(account, slot, secret).catch(() => null),
    );
    for (const { id, kind, token, session } of this.#parts.accountShelf.all) {
      if (kind === 'practice') continue;
      if (token === 'keychain') await tokens.remove(id, 'token', 'vault');
      if (session?.place === 'keychain') await tokens.remove(id, 'session', 'vault');
    }
  }

  /**
   * Takes out of the keychain what lies in the vault, and what is left of before. Never rejects.
   *
   * @returns false where the keychain did not answer, so that it has to be asked again later
   */
  async leaveKeychain(): Promise<boolean> {
    const { accountShelf, tokens } = this.#parts;
    let isLeft = true;
    for (const account of accountShelf.all.filter(({ kind }) => kind === 'own')) {
      for (const slot of slots) {
        if (placeOf(account, slot) === 'keychain') continue;
        const isGone = await tokens.leaveKeychain(account.id, slot).catch(() => false);
        isLeft &&= isGone;
      }
    }
    return isLeft;
  }

  async #moveAll(
    from: Place,
    keep: (account: StoredAccount, slot: Slot, secret: string) => Promise<Place | null>,
  ): Promise<void> {
    const { accountShelf, tokens } = this.#parts;
    for (const account of accountShelf.all.filter(({ kind }) => kind === 'own')) {
      for (const slot of slots) {
        if (placeOf(account, slot) !== from) continue;
        const secret = await tokens.read(account, slot, from).catch(() => null);
        const place = secret === null ? null : await keep(account, slot, secret);
        if (place) await accountShelf.changeOne(account.id, (stored) => placed(stored, slot, place));
      }
    }
  }
}

const placeOf = ({ token, session }: StoredAccount, slot: Slot): StoredAccount['token'] =>
  slot === 'token' ? token : (session?.place ?? 'missing');

const placed = (account: StoredAccount, slot: Slot, place: Place): StoredAccount =>
  slot === 'token'
    ? { ...account, token: place }
    : { ...account, session: account.session && { ...account.session, place } };
