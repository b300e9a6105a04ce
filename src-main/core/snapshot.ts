import type { Account, KeychainBackend, Snapshot } from '#contract/snapshot';
import { limits } from '#contract/limits';
import { pauseOf } from './pause';
import type { StoredAccount } from './settings';
import type { State } from './state';

/** What the window may know of the truth: everything but the secrets. */
export function takeSnapshot(state: State, version: string, backend: KeychainBackend, now: number): Snapshot {
  const { settings, practice } = state;
  const hasPractice = settings.accounts.some((account) => account.kind === 'practice');
  return {
    version,
    theme: settings.theme,
    accounts: settings.accounts.map((account) => describe(account, state, now)),
    activeAccountId: settings.activeAccountId,
    keychain: { state: state.keychain, backend },
    practicePhone: hasPractice
      ? {
          running: practice.url !== null,
          messages: practice.messages
            .slice(-limits.practiceMessages)
            .reverse()
            .map(({ at, to, code }) => ({ at, to, code })),
        }
      : null,
    settings: state.settingsHealth,
  };
}

function describe(account: StoredAccount, state: State, now: number): Account {
  const known = state.recall(account.id);
  const lost = account.token === 'memory' && known.token === null;
  const { session, sunset, texts } = account;
  const sessionHeld = session !== null && (session.place === 'keychain' || known.session !== null);
  return {
    id: account.id,
    label: account.label,
    serviceUrl: account.kind === 'practice' ? (state.practice.url ?? '') : account.serviceUrl,
    kind: account.kind,
    token: lost ? 'missing' : account.token,
    session: sessionHeld ? { expiresAt: session.expiresAt } : null,
    texts: { sentAt: texts.sentAt, waitUntil: pauseOf(texts, now), phoneEnding: known.phoneEnding },
    recovery: known.recovery && {
      count: known.recovery.codes.length,
      fetchedAt: known.recovery.fetchedAt,
    },
    recoveryInDoubt: account.recoveryInDoubt && !known.generating,
    sunset: sunset && !sunset.seen ? sunset.date : null,
  };
}
