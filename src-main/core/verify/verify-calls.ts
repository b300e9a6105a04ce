import type { VerifyCalls } from '#contract/calls/verify';
import { AppError } from '#contract/errors';
import { readCode } from '#contract/one-time-code';
import type { Callers } from '../accounts/callers';
import type { SecretClipboard } from '../clipboard/secret-clipboard';
import { spendCode } from '../recovery-codes/ledger';
import { beginsListed, findListed } from '../recovery-codes/listed-code';
import type { OneAtATime } from '../turns/one-at-a-time';
import type { OtpApi } from '../service/otp-api';
import { pauseOf } from './text-pause';
import { TextedCodes } from './texted-codes';
import { unlessPaused } from './verify-pause';
import type { Clock } from '../ports/clock';
import type { Desktop } from '../ports/shell/desktop';
import type { StoredAccount } from '../shelves/stored-account';
import type { State } from '../state/state';
import type { SessionToken } from '../service/otp-answers';
import type { Tokens } from '../accounts/tokens';
import type { LedgerShelf } from '../recovery-codes/ledger-shelf';
import type { AccountShelf } from '../shelves/account-shelf';
import type { Vault } from '../vault/vault';

interface Parts {
  readonly state: State;
  readonly accountShelf: AccountShelf;
  readonly ledgerShelf: LedgerShelf;
  readonly tokens: Tokens;
  readonly callers: Callers;
  readonly api: OtpApi;
  readonly clock: Clock;
  readonly clipboard: SecretClipboard;
  readonly desktop: Desktop;
  readonly turns: OneAtATime;
  readonly vault: Pick<Vault, 'isSaved' | 'holdsForThisRun'>;
}

const seconds = 1_000;
/** How long to wait for the next text: no limit is documented, and people press again when a text is slow. */
const pauses = [30 * seconds, 60 * seconds, 120 * seconds] as const;
/** After so long without asking, the pauses start over. */
const forgiveAfter = 600 * seconds;

/** Having a code texted, verifying it, and what to do with the session that may come of it. */
export function verifyCalls(parts: Parts): VerifyCalls {
  const { state, accountShelf, ledgerShelf, tokens, callers, api, clock, clipboard, turns, vault } = parts;
  const texted = new TextedCodes(parts);

  const remember = (accountId: string, how: (texts: StoredAccount['texts']) => StoredAccount['texts']) =>
    accountShelf.noteOn(accountId, (account) => ({ ...account, texts: how(account.texts) }));

  const requestCode = async (accountId: string): Promise<void> => {
    const account = accountShelf.get(accountId);
    const pause = pauseOf(account.texts, clock.now());
    if (pause !== null) throw new AppError('rate-limited', { retryAt: pause });
    const caller = await callers.withToken(account);
    await texted.noteBefore(accountId);
    try {
      const hint = await api.requestCode(caller);
      await remember(accountId, (texts) => afterSending(texts, clock.now(), hint));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'rate-limited') throw error;
      const retryAt = error.details.retryAt ?? clock.now() + pauses[0];
      await remember(accountId, (texts) => ({ ...texts, waitUntil: retryAt }));
      throw new AppError('rate-limited', { ...error.details, retryAt });
    }
    const known = state.recall(accountId);
    if (known.phoneEnding !== null) return;
    // Only to say where the text goes: not worth a wait, and its failure is of no consequence.
    void api.whoAmI(caller).then(
      ({ phoneEnding }) => {
        known.phoneEnding = phoneEnding;
        state.announce();
      },
      () => undefined,
    );
  };

  const keepSession = async (accountId: string, session: SessionToken): Promise<void> => {
    const account = accountShelf.get(accountId);
    // The code is spent: a keychain that fails now must not cost the session that it bought.
    const kept = await tokens.keep(account, 'session', session.token).catch(async () => {
      await tokens.holdInVault(account, 'session', session.token);
      return 'vault' as const;
    });
    await accountShelf.noteOn(accountId, (stored) => ({
      ...stored,
      session: { expiresAt: session.expiresAt, place: kept },
    }));
  };

  /**
   * A code that the account lists is sent as it is listed; any other, and with a vault that does not open, as typed. What
   * is on no list and does not read as a code is not sent.
   */
  const codeFor = async (accountId: string, typed: string): Promise<string> => {
    await ledgerShelf.openFor(accountId).catch(() => undefined);
    const listed = findListed(ledgerShelf.ledger(accountId), typed);
    if (listed !== null) return listed;
    const reading = readCode(typed);
    if ('code' in reading) return reading.code;
    throw new AppError(reading.refused === 'words' ? 'code-like-words' : 'code-invalid');
  };

  /** A recovery code that was just accepted is used, whoever typed it, and however. Gives whether it was one. */
  const markSpent = async (accountId: string, code: string): Promise<boolean> => {
    const ledger = ledgerShelf.ledger(accountId);
    const listed = findListed(ledger, code);
    if (listed === null) return false;
    const at = clock.now();
    await ledgerShelf.noteOnLedger(accountId, ledger.label, (now) => spendCode(now, listed, at));
    return true;
  };

  return {
    async requestCode({ accountId }) {
      await turns.run(`request ${accountId}`, () => requestCode(accountId));
      return {};
    },

    verifyCode({ accountId, code: typed }) {
      return turns.run(`verify ${accountId}`, async () => {
        const account = accountShelf.get(accountId);
        const code = await codeFor(accountId, typed);
        const verified = await unlessPaused(state.recall(accountId), clock, async () =>
          api.verify(await callers.withToken(account), code),
        );
        if (verified.outcome !== 'accepted') return verified;
        if (verified.session) await keepSession(accountId, verified.session);
        // The person waits for the outcome, and not for the disk: all that hangs on this is how old the text was.
        void remember(accountId, ({ waitUntil }) => ({ sentAt: null, waitUntil, asked: 0 }));
        const session = verified.session !== null;
        const isListed = await markSpent(accountId, code);
        // That nothing can seal it at all, as on a computer without a keychain, is told where the account is.
        const kept = vault.isSaved || vault.holdsForThisRun || (!session && !isListed);
        return { outcome: 'accepted', session, kept };
      });
    },

    beginsRecoveryCode({ accountId, code }) {
      const ledger = ledgerShelf.ledger(accountId);
      return Promise.resolve({
        begins: beginsListed(ledger, code),
        listed: findListed(ledger, code) !== null,
      });
    },

    async offerTextedCode({ accountId }) {
      return { code: await texted.copiedSince(accountShelf.get(accountId)) };
    },

    async copySessionToken({ accountId }) {
      const session = await tokens.session(accountShelf.get(accountId), clock.now());
      if (session === null) throw new AppError('session-missing');
      await clipboard.copy(session);
      return {};
    },

    async forgetSessionToken({ accountId }) {
      await callers.forgetSession(accountId);
      return {};
    },
  };
}

function afterSending(
  texts: StoredAccount['texts'],
  now: number,
  hint: number | null,
): StoredAccount['texts'] {
  const again = texts.sentAt !== null && now - texts.sentAt < forgiveAfter;
  const asked = again ? texts.asked : 0;
  const pause = pauses[Math.min(asked, pauses.length - 1)] ?? pauses[0];
  return { sentAt: now, waitUntil: hint ?? now + pause, asked: asked + 1 };
}
