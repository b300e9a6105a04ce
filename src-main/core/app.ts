import type { Backend } from '#contract/contract';
import type { Failure } from '#contract/failure';
import type { LockNotices } from '#contract/lock';
import type { Snapshot } from '#contract/snapshot';
import type { NumberedSnapshot } from '#contract/snapshot-patches';
import { accountCalls } from './accounts/account-calls';
import { Backups } from './backup/folders/backups';
import { backupCalls } from './backup/folders/folder-calls';
import { FolderWatch } from './backup/folders/folder-watch';
import { kitCalls } from './backup/kit/kit-calls';
import { rememberSunset } from './accounts/remember-sunset';
import { PutAside } from './restore/put-aside';
import { restoreCalls } from './restore/restore-calls';
import { Callers } from './accounts/callers';
import { ChangeLock } from './lock/change-lock';
import { SecretClipboard } from './clipboard/secret-clipboard';
import { diagnosticsCalls } from './diagnostics';
import { desktopCalls, foundLockNotices, foundTray, noteTrayFailure } from './desktop/desktop-calls';
import { Gate } from './lock/gate';
import { holdersOf } from './holders';
import { Keychain } from './keychain/keychain';
import { ledgerCalls } from './recovery-codes/ledger-calls';
import { Lock } from './lock/lock';
import { lockCalls } from './lock/lock-calls';
import { makeKeys } from './make-keys';
import { makeVault } from './make-vault';
import { moveCalls } from './accounts/move-account';
import { Notifying } from './desktop/notifying';
import { OneAtATime } from './turns/one-at-a-time';
import { OtpApi } from './service/otp-api';
import type { FilePlace } from './ports/files/files';
import type { Ports } from './ports/ports';
import { quickVerifyCalls } from './verify/quick-verify-calls';
import { holdShortcut } from './settings/shortcut';
import { settingsCalls } from './settings/settings-calls';
import { vaultCalls } from './lock/vault-calls';
import { recoveryCalls } from './renewal/renewal-calls';
import { ServiceHttp } from './service/service-http';
import { takeSnapshot } from './snapshot';
import { followPractice } from './state/follow-practice';
import { State } from './state/state';
import { TokenPlaces } from './accounts/token-places';
import { Tokens } from './accounts/tokens';
import { UpdateKeeper } from './updates/updates';
import { isTakenOver } from './vault/turned-up';
import { WriteCount } from './vault/write-count';
import { verifyCalls } from './verify/verify-calls';

export interface App {
  readonly backend: Backend;
  /** Announces a whole snapshot after every change. Gives what ends it. */
  onSnapshot(listener: (snapshot: NumberedSnapshot) => void): () => void;
  readonly snapshot: () => NumberedSnapshot;
  /** Tells whether there is a tray. */
  foundTray(tray: Snapshot['desktop']['tray']): void;
  /** Tells what can be noticed of what Latchkey locks at. */
  foundLockNotices(found: Partial<LockNotices>): void;
  /** Tells how the last thing that was asked for in the tray failed; null when it did not. */
  noteTrayFailure(failure: Failure | null): void;
  /** Locks; see Lock.lock. */
  lock(): Promise<void>;
  /** A file was opened with Latchkey: the window is told, and nothing of the file is read before it asks. */
  handFile(place: FilePlace): void;
  /** Takes a copied secret off the clipboard. */
  readonly clipboard: Pick<SecretClipboard, 'holds' | 'clear'>;
  /** Whether a service is asked for new recovery codes at this moment. Every end of it is announced. */
  readonly isMakingCodes: () => boolean;
  /** Keeps count of the vault's writes where no editor reaches it. */
  readonly writeCount: Pick<WriteCount, 'isDue' | 'settle'>;
  /** Listens to the shortcut of quick verify. */
  holdShortcut(): Promise<void>;
  /** Begins to tell people who do not look. */
  beginNotifying(): Promise<void>;
  /** What can wait until the window shows: the vault and the backup folders. The practice service waits for a call. */
  warmUp(): Promise<void>;
  /** The computer has woken up: the backup folders may be there again, or gone. */
  wake(): void;
  /** Resolves when it is known whether the vault opens without a person. Never rejects. */
  opened(): Promise<void>;
  /** Resolves when no backup is being written or looked at, and nothing that was put aside. Never rejects. */
  settled(): Promise<void>;
}

/** Puts the use cases together. Reads the settings at once; every call waits for that. */
export function createApp(ports: Ports): App {
  const {
    clock,
    desktop,
    dialogs,
    files,
    practice,
    quickVerify,
    random,
    sealer,
    screenGuard,
    secrets,
    settingsFile,
    updates,
  } = ports;
  const state = new State(settingsFile);
  state.clipboardClears = desktop.clipboardClears;
  const clipboard = new SecretClipboard({ state, desktop, clock });
  const keychain = new Keychain(secrets, (found) => state.foundKeychain(found));
  const turns = new OneAtATime();
  const keys = makeKeys(ports, { state, keychain, turns });
  const { profile, sealedKey, key } = keys;
  const { vault, accountShelf, ledgerShelf } = makeVault(ports, {
    state,
    ...keys,
    onChange: () => {
      state.announce();
      for (const one of [backups, putAside, writeCount]) one.noticeVault();
    },
    onSaved: () => {
      if (isTakenOver(state.settings.old, vault.local, accountShelf)) void state.dropOld();
      backups.noticeContent();
      writeCount.noticeWrite();
    },
  });
  const writeCount = new WriteCount({ vault, keychain, profile, clock });
  const tokens = new Tokens({ keychain, vault, sealedKey, accountShelf, profile });
  const tokenPlaces = new TokenPlaces({ accountShelf, tokens });
  const service = new ServiceHttp(ports, rememberSunset(accountShelf));
  const api = new OtpApi(service, clock);
  const callers = new Callers({ state, accountShelf, tokens, practice, clock });
  const backups = new Backups({ state, vault, ledgerShelf, sealer, files, clock });
  const putAside = new PutAside({
    files: ports.putAsideFiles,
    ...{ state, vault, ledgerShelf, key, sealer, clock },
  });
  const folderWatch = new FolderWatch({ state, backups, clock });
  const changeLock = new ChangeLock({ vault, key, sealedKey, profile, sealer, tokenPlaces });
  const keeper = new UpdateKeeper({ state, updates, clock, turns });
  const parts = {
    state,
    accountShelf,
    vault,
    ledgerShelf,
    backups,
    ...keys,
    tokens,
    tokenPlaces,
    callers,
    api,
    sealer,
    files,
    dialogs,
    paper: ports.paper,
    clock,
    random,
    practice,
    desktop,
    clipboard,
    quickVerify,
    turns,
    keychain,
    changeLock,
    putAside,
    writeCount,
    screenGuard,
    wording: ports.wording,
  };
  const snapshot = (): NumberedSnapshot => ({
    ...takeSnapshot({ ...parts, ports }, clock.now()),
    number: state.announcements,
  });
  const notifying = new Notifying(
    { state, vault, accountShelf, clock, notifications: ports.notifications },
    snapshot,
  );

  followPractice(state, practice);
  const loaded = Promise.resolve().then(async () => {
    await Promise.all([lock.load(), profile.load(), state.load()]);
    state.computer = profile.id;
    ports.markTemporaries(profile.id);
    desktop.showTheme(state.settings.theme);
  });
  const opened: Promise<void> = loaded.then(() => lock.openAtStart());
  const gate = new Gate({ loaded, opened, isLocked: () => state.locked });
  const restoring = restoreCalls(parts);
  const leaveRestore = (): void => {
    putAside.dropSecrets();
    void restoring.leaveRestore({});
  };
  const lock = new Lock({
    ...parts,
    gate,
    presence: ports.presence,
    leftovers: ports.leftovers,
    holders: holdersOf({ ...parts, secrets, leaveRestore }),
    onPassphrase: (passphrase) => void putAside.look(passphrase),
  });

  return {
    backend: gate.guard({
      ...accountCalls(parts),
      ...moveCalls(parts),
      ...verifyCalls(parts),
      ...recoveryCalls(parts),
      ...ledgerCalls(parts),
      ...backupCalls(parts),
      ...kitCalls(parts),
      ...restoring,
      ...quickVerifyCalls(parts),
      ...desktopCalls(state, desktop),
      ...settingsCalls({ ...parts, loginStart: ports.loginStart, keeper }),
      ...lockCalls(lock, parts),
      ...vaultCalls(parts),
      ...diagnosticsCalls({ ...parts, snapshot, facts: ports.facts }),
      ...keeper.calls,
      readSnapshot: () => Promise.resolve(snapshot()),
    }),
    onSnapshot: (listener) => state.onChange(() => listener(snapshot())),
    snapshot,
    foundTray: (tray) => foundTray(state, tray),
    foundLockNotices: (found) => foundLockNotices(state, found),
    noteTrayFailure: (failure) => noteTrayFailure(state, failure),
    handFile(place) {
      state.hand(place);
    },
    clipboard,
    isMakingCodes: () => state.isMakingCodes,
    writeCount,
    lock: () => loaded.then(() => lock.lock()),
    async holdShortcut() {
      await loaded;
      holdShortcut(parts);
    },
    async beginNotifying() {
      await loaded;
      notifying.start();
    },
    async warmUp() {
      await opened;
      await backups.look();
      folderWatch.start();
      keeper.follow();
    },
    wake: () => folderWatch.look(),
    opened: () => opened,
    settled: () => putAside.settled().then(() => backups.settled()),
  };
}
