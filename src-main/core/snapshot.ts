import type { Account, HandKept, KeychainBackend, Snapshot } from '#contract/snapshot';
import { limits } from '#contract/limits';
import type { Backups } from './backup/backups';
import { pauseOf } from './pause';
import type { StoredAccount } from './settings';
import type { State } from './state';
import { summarize } from './recovery-summary';
import type { UpdatePort } from './update-port';
import type { Vault } from './vault';

/** What the window may know of the truth: everything but the secrets. */
export function takeSnapshot(
  state: State,
  vault: Vault,
  backups: Backups,
  version: string,
  backend: KeychainBackend,
  way: UpdatePort['way'],
  now: number,
): Snapshot {
  const { settings, practice } = state;
  const hasPractice = settings.accounts.some((account) => account.kind === 'practice');
  return {
    version,
    theme: settings.theme,
    accounts: settings.accounts.map((account) => describe(account, state, vault, now)),
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
    handKept: handKept(state, vault),
    backups: backups.summary,
    updates: { ...state.updateNews, mode: settings.updates, way },
    vault: { state: vault.state, setAside: vault.setAside },
    desktop: {
      ...settings.desktop,
      shortcutTaken: state.shortcutTaken,
      tray: state.tray,
      trayFailure: state.trayFailure,
      clipboardClears: state.clipboardClears,
    },
    clipboard: state.clipboard,
    fileHanded: state.handedFile !== null,
    settings: state.settingsHealth,
  };
}

function describe(account: StoredAccount, state: State, vault: Vault, now: number): Account {
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
    recovery: summarize(vault.ledger(account.id), vault.isSealed(account.id)),
    recoveryInDoubt: account.recoveryInDoubt && !known.generating,
    sunset: sunset && !sunset.seen ? sunset.date : null,
  };
}

/** The ledgers without an account, and those whose account was removed: codes outlive it. */
function handKept({ settings }: State, vault: Vault): HandKept[] {
  const accounts = new Set(settings.accounts.map(({ id }) => id));
  return vault.ledgers
    .filter(({ id }) => !accounts.has(id))
    .flatMap((ledger) => {
      const recovery = summarize(ledger, vault.isSealed(ledger.id));
      return recovery ? [{ id: ledger.id, label: ledger.label, recovery }] : [];
    });
}
