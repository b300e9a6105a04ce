import type { Account, KeychainBackend, Snapshot } from '#contract/snapshot';
import { limits } from '#contract/limits';
import type { StoredAccount } from './settings';
import type { State } from './state';

/** What the window may know of the truth: everything but the secrets. */
export function takeSnapshot(state: State, version: string, backend: KeychainBackend): Snapshot {
  const { settings, practice } = state;
  const hasPractice = settings.accounts.some((account) => account.kind === 'practice');
  return {
    version,
    theme: settings.theme,
    accounts: settings.accounts.map((account) => describe(account, state)),
    activeAccountId: settings.activeAccountId,
    keychain: { state: state.keychain, backend },
    practicePhone: hasPractice
      ? {
          running: practice.url !== null,
          messages: practice.messages
            .slice(0, limits.practiceMessages)
            .map(({ at, to, code }) => ({ at, to, code })),
        }
      : null,
    settings: state.settingsHealth,
  };
}

function describe(account: StoredAccount, state: State): Account {
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
    texts: { sentAt: texts.sentAt, waitUntil: texts.waitUntil, phoneEnding: known.phoneEnding },
    recovery: known.recovery && {
      count: known.recovery.codes.length,
      fetchedAt: known.recovery.fetchedAt,
    },
    recoveryInDoubt: account.recoveryInDoubt,
    sunset: sunset && !sunset.seen ? sunset.date : null,
  };
}
