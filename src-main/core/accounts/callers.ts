import { AppError } from '#contract/errors';
import type { Clock } from '../ports/clock';
import type { PracticeRunner } from '../ports/practice';
import type { Caller } from '../service/service-http';
import type { StoredAccount } from '../shelves/stored-account';
import type { State } from '../state/state';
import type { Tokens } from './tokens';
import type { AccountShelf } from '../shelves/account-shelf';

interface Parts {
  readonly state: State;
  readonly accountShelf: AccountShelf;
  readonly tokens: Tokens;
  readonly practice: PracticeRunner;
  readonly clock: Clock;
}

/** Turns an account into whom to call and as whom: its URL and its token. */
export class Callers {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws AppError `practice-service-down` when it does not start */
  async startPractice(): Promise<string> {
    const { practice, state } = this.#parts;
    const url = await practice.start().catch(() => {
      throw new AppError('practice-service-down');
    });
    if (state.practice.url !== url) {
      state.practice = { ...state.practice, url };
      state.announce();
    }
    return url;
  }

  /**
   * The account with its API token.
   *
   * @throws AppError `keychain-*`, `token-missing`, `address-unconfirmed`, `practice-service-down`; `busy` when the account moved to another
   * address meanwhile, for which the token may be
   */
  async withToken(account: StoredAccount): Promise<Caller> {
    // At once: the keychain and the practice service may both have a process to start.
    const [token, serviceUrl] = await Promise.all([this.#parts.tokens.token(account), this.#urlOf(account)]);
    const now = this.#parts.accountShelf.all.find(({ id }) => id === account.id);
    if (now && now.serviceUrl !== account.serviceUrl) throw new AppError('busy');
    return { serviceUrl, token, tokenPrefix: account.tokenPrefix };
  }

  /**
   * Calls with the session token where one is held, for some services give recovery codes to sessions only; else, or
   * when the session is refused (and then forgotten), with the API token. A refused call has changed nothing, so the
   * second one is no repetition.
   */
  async withSession<T>(account: StoredAccount, call: (caller: Caller) => Promise<T>): Promise<T> {
    const { clock, tokens } = this.#parts;
    const session = await tokens.session(account, clock.now());
    if (session !== null) {
      const caller = {
        serviceUrl: await this.#urlOf(account),
        token: session,
        tokenPrefix: account.tokenPrefix,
      };
      try {
        return await call(caller);
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'token-refused') throw error;
        await this.forgetSession(account.id);
      }
    }
    return call(await this.withToken(account));
  }

  /** Removes the session token, if there is one. @throws AppError `keychain-*` */
  async forgetSession(accountId: string): Promise<void> {
    const { accountShelf, tokens } = this.#parts;
    const { session } = accountShelf.get(accountId);
    if (!session) return;
    await tokens.remove(accountId, 'session', session.place);
    await accountShelf.noteOn(accountId, (account) => ({ ...account, session: null }));
  }

  async #urlOf(account: StoredAccount): Promise<string> {
    if (!account.addressConfirmed) throw new AppError('address-unconfirmed');
    return account.kind === 'practice' ? this.startPractice() : account.serviceUrl;
  }
}
