import type { Command } from '#contract/commands';
import type { Backend } from '#contract/contract';
import type { Snapshot } from '#contract/snapshot';
import { tokenRemark } from './accounts/account-changes.svelte';
import { AccountDialogs } from './accounts/account-dialogs.svelte';
import { activeAccount } from '#contract/active-account';
import { AddAccountState } from './accounts/add-account.svelte';
import { Attempt } from './attempt.svelte';
import { BackupsState } from './backups/backups.svelte';
import { lookAtCodes } from './codes/codes-on-screen';
import { AccountScreens } from './accounts/account-screens';
import { ForEachAccount } from './accounts/for-each-account';
import { KitState } from './backups/kit.svelte';
import type { Leavable, LeftWhen } from './lock/leavable';
import { PassphraseInstead } from './lock/passphrase-instead.svelte';
import { OlderVault } from './codes/older-vault.svelte';
import { OtherCodesState } from './codes/other-codes.svelte';
import { RestoreState } from './backups/restore.svelte';
import { isFirst, isStocked, type Screen } from './screens';
import { SettingsState } from './settings/settings.svelte';
import { trayFailureOf } from './settings/tray-failure';
import { TakenOverState } from './accounts/taken-over.svelte';
import { UpdatesState } from './settings/updates.svelte';
import { VaultCheck } from './codes/vault-check.svelte';

/** Whose recovery codes are looked at: those of the active account, or those that belong to no account. */
export type CodesOf = 'account' | 'others';

/** The whole window: main's last snapshot, the screen that is shown, and the state of each screen. */
export class WindowState {
  snapshot = $state.raw() as Snapshot;
  screen = $state<Screen>('verify');
  /** A sentence about what was just done, shown on top of a screen until the user moves on. */
  remark = $state('');
  settingsNoticeSeen = $state(false);
  /** The sheet of shortcuts lies over the screen. */
  shortcutsShown = $state(false);
  adding: AddAccountState = $state.raw() as AddAccountState;
  accountScreens = $state.raw<AccountScreens | null>(null);
  readonly account = $derived(activeAccount(this.snapshot));
  /** False on the first run: there is nothing to choose between yet. */
  readonly stocked = $derived(isStocked(this.snapshot));
  /** What was asked for in the tray, and failed. */
  readonly trayFailure = $derived(trayFailureOf(this.snapshot.desktop));
  readonly dialogs: AccountDialogs;
  readonly settings: SettingsState;
  readonly updates: UpdatesState;
  /** The newer version that the user was told of and put off. */
  #updateSeen = $state<string | null>(null);
  /** A newer version is there, and somebody who is not in the settings has not been told. */
  readonly updateIsNews = $derived(
    ['found', 'ready'].includes(this.snapshot.updates.stage) &&
      this.snapshot.updates.version !== this.#updateSeen &&
      this.screen !== 'settings',
  );
  codesOf = $state<CodesOf>('account');
  readonly others: OtherCodesState;
  readonly backups: BackupsState;
  readonly kit: KitState;
  readonly restoring: RestoreState;
  readonly takenOver: TakenOverState;
  readonly vault: VaultCheck;
  readonly older: OlderVault;
  /** The passphrase that failures of the keychain offer. */
  readonly instead: PassphraseInstead;
  /** Going to another account: until its snapshot is here, the screen still stands for the one before. */
  readonly switching = new Attempt();
  /** Dismissing an account's notice and beginning the practice service anew. */
  readonly choosing = new Attempt();

  readonly #backend: Backend;
  #wasStocked = false;
  /** The number of the file that was opened with Latchkey and taken up here last. */
  #handedTaken: number | null = null;
  readonly #screensOf: ForEachAccount<AccountScreens>;
  /** Everything that holds what was typed, shown or said. */
  readonly #parts: readonly (readonly [Leavable, LeftWhen])[];
  readonly #noteScreen: (screen: Screen) => void;

  /**
   * @param start the screen to begin with, as far as there is anything on it yet
   * @param noteScreen is told of every other one
   */
  constructor(
    backend: Backend,
    first: Snapshot,
    start: Screen = 'verify',
    noteScreen: (screen: Screen) => void = () => undefined,
  ) {
    this.#backend = backend;
    this.#screensOf = new ForEachAccount((id) => new AccountScreens(backend, id));
    this.#noteScreen = noteScreen;
    this.dialogs = new AccountDialogs({
      backend,
      choosing: this.choosing,
      onFinished: this.#finish,
      onStartOver: () => this.go('add-account'),
    });
    this.settings = new SettingsState(backend);
    this.updates = new UpdatesState(backend);
    this.others = new OtherCodesState(backend, () => lookAtCodes(this));
    this.backups = new BackupsState(backend);
    this.kit = new KitState(backend, (screen) => this.go(screen));
    this.restoring = new RestoreState(backend);
    this.vault = new VaultCheck(backend);
    this.older = new OlderVault(backend, (done) => (this.remark = done));
    this.instead = new PassphraseInstead(backend, () => this.snapshot);
    this.takenOver = new TakenOverState(backend, (done) => (this.remark = done));
    this.#parts = [
      [{ leave: () => (this.remark = '') }, () => true],
      ...[this.settings, this.updates, this.vault, this.older, this.backups, this.instead].map(
        (part) => [part, () => true] as const,
      ),
      [this.restoring, (from) => from === 'restore'],
      // The sheet is asked for in a dialog of another screen.
      [this.kit, (_from, to) => to !== 'kit-sheet'],
      // What failed after the screen was left is still to be read there.
      [{ leave: () => this.#leaveCodes('account') }, (from) => from === 'recovery-codes'],
      [this.dialogs, () => false],
      [this.takenOver, () => false],
      [{ leave: () => this.#screensOf.all.forEach((one) => one.leave()) }, () => false],
    ];
    this.#startAdding();
    this.replaceSnapshot(first);
    // A file that was opened with Latchkey has led to where it belongs already.
    if (first.fileHanded === null) this.go(start);
  }

  replaceSnapshot(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    if (this.#wasStocked && !this.stocked && this.screen !== 'restore') this.go('verify');
    this.#wasStocked = this.stocked;
    this.#takeHandedFile(snapshot.fileHanded);
    const account = activeAccount(snapshot);
    if (account?.id !== this.accountScreens?.accountId) {
      this.#leaveCodes('account');
      this.accountScreens = account && this.#screensOf.of(account.id);
    }
    lookAtCodes(this);
  }

  /** What runs on the screen that restores goes first: the next snapshot asks again. */
  #takeHandedFile(number: number | null): void {
    if (number === null || number === this.#handedTaken || this.restoring.attempt.running) return;
    this.#handedTaken = number;
    this.go('restore');
    void this.restoring.takeHanded();
  }

  /** On the first run few screens are of use yet; see isFirst. */
  go(to: Screen): void {
    const screen = this.stocked || isFirst(to) ? to : 'verify';
    if (screen === this.screen) return;
    this.#leaveScreen(screen);
    if (to === 'add-account') this.#startAdding();
    if (screen === 'backups') void this.backups.look();
    this.screen = screen;
    lookAtCodes(this);
    this.lookAgain();
    this.#noteScreen(screen);
  }

  /** Somebody is here, or back: what may have been changed outside of Latchkey is looked at again. */
  lookAgain(): void {
    if (this.screen === 'settings') void this.settings.outside.look();
    if (this.screen === 'verify') {
      void this.accountScreens?.verify.lookForText(this.account?.texts.sentAt ?? null);
    }
  }

  /** Does what the menu says. */
  follow(command: Command): void {
    const wasShown = this.shortcutsShown;
    this.shortcutsShown = command === 'shortcuts' && !wasShown;
    if (command !== 'shortcuts') this.go(command);
  }

  /** Latchkey locks, and this state is dropped: nothing of a code or a passphrase stays behind. */
  leave(): void {
    for (const [part] of this.#parts) part.leave();
  }

  #leaveScreen(to: Screen): void {
    for (const [part, isLeft] of this.#parts) if (isLeft(this.screen, to)) part.leave();
  }

  showCodesOf(whose: CodesOf): void {
    this.#leaveCodes(whose);
    lookAtCodes(this);
  }

  #leaveCodes(next: CodesOf): void {
    this.accountScreens?.recovery.leave();
    this.others.leave();
    this.codesOf = next;
  }

  /** Goes where backups are set up, and begins. */
  setUpBackup(): void {
    this.go('backups');
    this.backups.setUp();
  }

  async selectAccount(accountId: string): Promise<void> {
    this.remark = '';
    await this.switching.run(() => this.#backend.selectAccount({ accountId }));
  }

  async dismissSunset(accountId: string): Promise<void> {
    await this.choosing.run(() => this.#backend.dismissSunset({ accountId }));
  }

  async dismissTurnedUp(): Promise<void> {
    await this.choosing.run(() => this.#backend.noteSettingsSeen({}));
  }

  dismissUpdate(): void {
    this.#updateSeen = this.snapshot.updates.version;
  }

  async dismissTrayFailure(): Promise<void> {
    await this.choosing.run(() => this.#backend.dismissTrayFailure({}));
  }

  readonly #finish = (remark: string): void => {
    this.remark = remark;
    this.accountScreens?.verify.forgetFailures();
    this.accountScreens?.recovery.asking.forget();
  };

  #startAdding(): void {
    this.adding = new AddAccountState(this.#backend, (tokenChecked) => {
      this.go('verify');
      this.remark = tokenChecked ? '' : tokenRemark(false);
      this.#startAdding();
    });
  }
}
