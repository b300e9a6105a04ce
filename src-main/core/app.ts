import type { Backend } from '#contract/contract';
import type { Failure } from '#contract/failure';
import type { Snapshot } from '#contract/snapshot';
import { accountCalls } from './accounts';
import { Backups } from './backup/backups';
import { backupCalls } from './backup/calls';
import { accountsMark } from './backup/content-mark';
import { kitCalls } from './backup/kit';
import { restoreCalls } from './backup/restore';
import { Callers } from './callers';
import { SecretClipboard } from './clipboard';
import { desktopCalls, foundTray, noteTrayFailure } from './desktop';
import { Keychain } from './keychain';
import { ledgerCalls } from './ledgers';
import { OneAtATime } from './one-at-a-time';
import { OtpApi } from './otp-api';
import type { FilePlace, Ports } from './ports';
import { holdShortcut, quickVerifyCalls } from './quick-verify';
import { recoveryCalls } from './recovery';
import { type Caller, ServiceHttp } from './service-http';
import { takeSnapshot } from './snapshot';
import { State } from './state';
import { Tokens } from './tokens';
import { UpdateKeeper } from './updates';
import { Vault } from './vault';
import { VaultStore } from './vault-store';
import { verifyCalls } from './verifying';

export interface App {
  readonly backend: Backend;
  /** Announces a whole snapshot after every change. Gives what ends it. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  readonly snapshot: () => Snapshot;
  /** Tells whether there is a tray. */
  foundTray(tray: Snapshot['desktop']['tray']): void;
  /** Tells how the last thing that was asked for in the tray failed; null when it did not. */
  noteTrayFailure(failure: Failure | null): void;
  /** A file was opened with Latchkey: the window is told, and nothing of the file is read before it asks. */
  handFile(place: FilePlace): void;
  /** Takes a copied secret off the clipboard. */
  readonly clipboard: Pick<SecretClipboard, 'holds' | 'clear'>;
  /** Listens to the shortcut of quick verify. */
  holdShortcut(): Promise<void>;
  /** What can wait until the window shows: the vault and the backup folders. The practice service waits for a call. */
  warmUp(): Promise<void>;
}

/** Puts the use cases together. Reads the settings at once; every call waits for that. */
export function createApp(ports: Ports): App {
  const {
    clock,
    desktop,
    dialogs,
    files,
    paper,
    practice,
    quickVerify,
    random,
    sealer,
    secrets,
    settingsFile,
    updates,
    vaultFile,
    version,
  } = ports;
  const state = new State(settingsFile);
  state.clipboardClears = desktop.clipboardClears;
  const clipboard = new SecretClipboard({ state, desktop, clock });
  const keychain = new Keychain(secrets, (found) => state.foundKeychain(found));
  const tokens = new Tokens(keychain, state);
  const service = new ServiceHttp(ports, rememberSunset(state));
  const api = new OtpApi(service, clock);
  const callers = new Callers({ state, tokens, practice, clock });
  const vault = new Vault({
    store: new VaultStore({ file: vaultFile, sealer, keychain }),
    onChange: () => {
      state.announce();
      backups.noticeVault();
    },
    onSaved: () => backups.schedule(),
    isMemoryOnly: (id) => state.settings.accounts.some((one) => one.id === id && one.token === 'memory'),
  });
  const backups = new Backups({ state, vault, sealer, files, clock });
  // Backups hold the accounts' labels and URLs, too.
  state.onSaved((before, after) => {
    if (accountsMark(before.accounts) !== accountsMark(after.accounts)) backups.schedule();
  });
  const turns = new OneAtATime();
  const keeper = new UpdateKeeper({ state, updates, clock, turns });
  const parts = {
    state,
    vault,
    backups,
    tokens,
    callers,
    api,
    sealer,
    files,
    dialogs,
    paper,
    clock,
    random,
    practice,
    desktop,
    clipboard,
    quickVerify,
    turns,
  };
  const snapshot = (): Snapshot =>
    takeSnapshot(state, vault, backups, version, secrets.backend, updates.way, clock.now());

  practice.onMessages((messages) => {
    state.practice = { ...state.practice, messages };
    state.announce();
  });
  practice.onStopped(() => {
    state.practice = { ...state.practice, url: null };
    state.announce();
  });
  const loaded = state.load().then(() => desktop.showTheme(state.settings.theme));

  return {
    backend: after(loaded, {
      ...accountCalls(parts),
      ...verifyCalls(parts),
      ...recoveryCalls(parts),
      ...ledgerCalls(parts),
      ...backupCalls(parts),
      ...kitCalls(parts),
      ...restoreCalls(parts),
      ...quickVerifyCalls(parts),
      ...desktopCalls(state),
      ...keeper.calls,
      readSnapshot: () => Promise.resolve(snapshot()),
      async probeKeychain() {
        await keychain.probe();
        // Right after the probe is the one moment at which a missing key is told from a locked keychain.
        await vault.open().catch(() => undefined);
        return {};
      },
      async openVault() {
        await vault.open();
        return {};
      },
      async beginNewVault() {
        await vault.beginAnew();
        return {};
      },
      async setTheme({ theme }) {
        await state.change((settings) => ({ ...settings, theme }));
        desktop.showTheme(theme);
        return {};
      },
      openLink({ link }) {
        desktop.openLink(link);
        return Promise.resolve({});
      },
    }),
    onSnapshot: (listener) => state.onChange(() => listener(snapshot())),
    snapshot,
    foundTray: (tray) => foundTray(state, tray),
    noteTrayFailure: (failure) => noteTrayFailure(state, failure),
    handFile(place) {
      state.handedFile = place;
      state.announce();
    },
    clipboard,
    async holdShortcut() {
      await loaded;
      holdShortcut(parts);
    },
    async warmUp() {
      await loaded;
      await vault.open().catch(() => undefined);
      await backups.look();
      keeper.follow();
    },
  };
}

/** The same calls, none of which starts before `ready`. */
function after(ready: Promise<unknown>, backend: Backend): Backend {
  const wait =
    <I, O>(call: (input: I) => Promise<O>) =>
    async (input: I): Promise<O> => {
      await ready;
      return call(input);
    };
  const entries = Object.entries(backend) as [string, (input: unknown) => Promise<unknown>][];
  return Object.fromEntries(entries.map(([name, call]) => [name, wait(call)])) as unknown as Backend;
}

/** Notes an announced end once for each account of the service, and again only when the date moves. */
function rememberSunset(state: State) {
  return ({ serviceUrl }: Caller, date: string): void => {
    const news = state.settings.accounts.filter(
      (account) => account.serviceUrl === serviceUrl && account.sunset?.date !== date,
    );
    for (const { id } of news) {
      void state.noteOnAccount(id, (account) => ({ ...account, sunset: { date, seen: false } }));
    }
  };
}
