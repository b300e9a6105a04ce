import type { Account, CodeSetSummary, HandKept, Snapshot } from '#contract/snapshot';
import { limits } from '#contract/limits';
import type { Backups } from './backup/folders/backups';
import { onlyShown, whileLocked } from './lock/shown-while-locked';
import { pauseOf } from './verify/text-pause';
import type { Ports } from './ports/ports';
import type { PutAside } from './restore/put-aside';
import type { StoredAccount } from './shelves/stored-account';
import type { State } from './state/state';
import { accountLedgers } from './records/account-ledgers';
import { summarize } from './recovery-codes/summary';
import type { LedgerShelf } from './recovery-codes/ledger-shelf';
import type { Local } from './vault/local';
import { isSeen, unknownOf } from './vault/turned-up';
import type { Vault } from './vault/vault';
import type { PassphraseThrottle } from './keys/passphrase-throttle';
import type { SealedKey } from './keys/sealed-key';
import type { VaultKey } from './keys/vault-key';
import type { AccountShelf } from './shelves/account-shelf';

interface Parts {
  readonly state: State;
  readonly accountShelf: AccountShelf;
  readonly vault: Vault;
  readonly ledgerShelf: LedgerShelf;
  readonly key: VaultKey;
  readonly sealedKey: SealedKey;
  readonly throttle: PassphraseThrottle;
  readonly backups: Backups;
  readonly putAside: PutAside;
  readonly ports: Pick<Ports, 'version' | 'platform' | 'secrets' | 'presence' | 'screenGuard' | 'updates'>;
}

/** What the windows may know of the truth: everything but the secrets, and while Latchkey is locked what is named for it alone. */
export function takeSnapshot(
  { state, accountShelf, vault, ledgerShelf, key, sealedKey, throttle, backups, putAside, ports }: Parts,
  now: number,
): Snapshot {
  const { settings, practice } = state;
  // Once for all accounts: to ask the shelf for each takes a second with thousands.
  const ledgers = withCodes(ledgerShelf);
  const codes = new Map(ledgers.map(({ id, recovery }) => [id, recovery]));
  const isAccounts = accountLedgers(accountShelf.all);
  const hasPractice = accountShelf.all.some((account) => account.kind === 'practice');
  const whole: Snapshot = {
    version: ports.version,
    platform: ports.platform,
    theme: settings.theme,
    accounts: accountShelf.all.map((account) =>
      describe(account, state, codes.get(account.id) ?? null, vault.holdsForThisRun, now),
    ),
    activeAccountId: accountShelf.activeId,
    keychain: { state: state.keychain, backend: ports.secrets.backend },
    practicePhone: hasPractice
      ? {
          running: practice.url !== null,
          messages: practice.messages
            .slice(-limits.practiceMessages)
            .reverse()
            .map(({ at, to, code }) => ({ at, to, code })),
        }
      : null,
    handKept: ledgers.filter((ledger) => !isAccounts(ledger)),
    backups: backups.summary,
    updates: { ...state.updateNews, mode: settings.updates, way: ports.updates.way },
    vault: { state: vault.state, setAside: vault.setAside },
    vaultPutAside: putAside.chosen !== null,
    vaultOlder: vault.local.olderThan !== null,
    settingsTurnedUp: turnedUp(state, vault, accountShelf),
    takenOver: notBelieved(vault.local, accountShelf.all),
    desktop: {
      ...settings.desktop,
      shortcutTaken: state.shortcutTaken,
      startAtLogin: state.startAtLogin,
      tray: state.tray,
      trayFailure: state.trayFailure,
      clipboardClears: state.clipboardClears,
    },
    lock: {
      locked: state.locked,
      opening: state.opening,
      reason: state.lockReason,
      by: sealedKey.isSet ? 'passphrase' : 'keychain',
      presence: ports.presence.by,
      afterIdle: vault.local.lockAfter,
      waitUntil: throttle.waitUntil,
      keyHeld: key.isHeld,
      guardsScreen: ports.screenGuard.works,
      notices: state.lockNotices,
    },
    clipboard: state.clipboard,
    fileHanded: state.handedFile?.number ?? null,
    settings: state.settingsHealth,
  };
  return state.locked ? onlyShown(whileLocked, whole) : whole;
}

function describe(
  account: StoredAccount,
  state: State,
  recovery: CodeSetSummary | null,
  forThisRun: boolean,
  now: number,
): Account {
  const known = state.recall(account.id);
  const { session, sunset, texts } = account;
  return {
    id: account.id,
    label: account.label,
    serviceUrl: account.kind === 'practice' ? (state.practice.url ?? '') : account.serviceUrl,
    addressConfirmed: account.addressConfirmed,
    kind: account.kind,
    token: account.token === 'vault' && forThisRun ? 'memory' : account.token,
    session: session && { expiresAt: session.expiresAt },
    texts: { sentAt: texts.sentAt, waitUntil: pauseOf(texts, now), phoneEnding: known.phoneEnding },
    recovery,
    recoveryInDoubt: account.recoveryInDoubt && !known.generating,
    generating: known.generating,
    sunset: sunset && !sunset.seen ? sunset.date : null,
  };
}

/** What waits for a yes, because anybody could have changed it where it lay; null for nothing. */
function notBelieved(local: Local, accounts: readonly StoredAccount[]): Snapshot['takenOver'] {
  if (local.believed) return null;
  const own = accounts.filter(({ kind }) => kind === 'own');
  return {
    accounts: own.map(({ label, serviceUrl }) => ({ label, serviceUrl })),
    folders: local.backups?.folders.map(({ path }) => path) ?? [],
  };
}

/** What older settings name that is ignored, for the vault was there before them; null for nothing that is news. */
function turnedUp(
  { settings: { old } }: State,
  vault: Vault,
  accountShelf: AccountShelf,
): Snapshot['settingsTurnedUp'] {
  if (old === null || vault.state !== 'open' || isSeen(old, vault.local)) return null;
  return unknownOf(old, vault.local, accountShelf);
}

/** Every ledger with codes: what is told of those that are kept by hand, and what accounts are told with. */
function withCodes(ledgerShelf: LedgerShelf): HandKept[] {
  return ledgerShelf.ledgers.flatMap((ledger) => {
    const { id, label } = ledger;
    const recovery = summarize(ledger, ledgerShelf.isSealed(id));
    return recovery ? [{ id, label, recovery }] : [];
  });
}
