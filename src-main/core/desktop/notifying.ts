import type { Snapshot } from '#contract/snapshot';
import type { Notice } from '../ports/shell/notice';
import { checkDueKey, noticesOf, standingKeys } from './notices';
import type { Notifications } from '../ports/shell/notifications';
import type { Clock } from '../ports/clock';
import type { State } from '../state/state';
import { ToldTroubles } from './told-troubles';
import type { Vault } from '../vault/vault';
import type { AccountShelf } from '../shelves/account-shelf';

interface Parts {
  readonly state: State;
  readonly vault: Vault;
  readonly accountShelf: AccountShelf;
  readonly clock: Clock;
  readonly notifications: Notifications;
}

/** Whoever asked for a code has looked at the window, or opened quick verify, by then. */
const courtesy = 1_000;
/** Longer waits are cut: the computer may sleep meanwhile, and its clock may be set. */
const longestWait = 6 * 3_600_000;

/** Tells people who do not look, as notices.ts says: once each, and takes back what does not hold any more. */
export class Notifying {
  readonly #parts: Parts;
  readonly #look: () => Snapshot;
  readonly #told = new Set<string>();
  /** The keys of what is perhaps still to be seen. */
  readonly #shown = new Set<string>();
  readonly #troubles: ToldTroubles;
  #before: Snapshot | null = null;
  #callOff: () => void = () => undefined;

  /** @param look gives what is known now */
  constructor(parts: Parts, look: () => Snapshot) {
    this.#parts = parts;
    this.#look = look;
    this.#troubles = new ToldTroubles(parts.vault);
  }

  /** Begins to watch. The settings are loaded by then. */
  start(): void {
    const { state } = this.#parts;
    if (this.#before) return;
    this.#before = this.#look();
    state.onChange(() => this.#watch());
    this.#watch();
  }

  #watch(): void {
    const { vault, clock } = this.#parts;
    const after = this.#look();
    const { checkReminderFor } = vault.local;
    if (checkReminderFor !== null) this.#told.add(checkDueKey(checkReminderFor));
    const told = new Set([...this.#told, ...this.#troubles.keys]);
    const notices = noticesOf(this.#before ?? after, after, told, clock.now());
    this.#before = after;
    this.#takeBack(after);
    for (const notice of notices) this.#tell(notice, after);
    this.#waitForCheck(after);
  }

  #tell(notice: Notice, snapshot: Snapshot): void {
    const { backups } = snapshot;
    const { state, vault, clock, notifications } = this.#parts;
    if (notice.kind === 'backupTrouble') this.#troubles.add(notice.key, snapshot);
    else this.#told.add(notice.key);
    const show = (): void => {
      if (this.#isSeen(notice)) return;
      this.#shown.add(notice.key);
      notifications.show(notice, () => this.#follow(notice));
    };
    if (notice.kind === 'codeSent') {
      clock.after(courtesy, () => {
        if (this.#told.has(notice.key) && !state.locked) show();
      });
      return;
    }
    show();
    if (notice.kind !== 'backupUnchecked' || !backups) return;
    // Every start would say it again otherwise. Where it cannot be kept, it holds for this run.
    const checkReminderFor = backups.checkDueAt;
    void vault.noteLocal((local) => ({ ...local, checkReminderFor }));
  }

  /** What is told and does not hold any more is news again when it comes anew. */
  #takeBack(snapshot: Snapshot): void {
    // A locked snapshot knows of nothing.
    if (snapshot.lock.locked) return;
    const { clock, notifications } = this.#parts;
    const standing = standingKeys(snapshot, clock.now());
    for (const key of [...this.#shown].filter((one) => !standing.has(one))) {
      this.#shown.delete(key);
      notifications.takeBack(key);
    }
    for (const key of this.#told) if (!standing.has(key)) this.#told.delete(key);
  }

  /** Whether it is on the screen that somebody looks at. */
  #isSeen({ screen, accountId }: Notice): boolean {
    const { state, accountShelf, notifications } = this.#parts;
    if (state.locked) return false;
    const inFront = notifications.inFront();
    // Which account it is at is its own affair.
    if (inFront === 'quick-verify') return screen === 'verify';
    return inFront === screen && (accountId === null || accountId === accountShelf.activeId);
  }

  #follow({ screen, accountId }: Notice): void {
    const { accountShelf, notifications } = this.#parts;
    const isThere = accountId !== null && accountShelf.has(accountId);
    if (isThere && accountShelf.activeId !== accountId) {
      void accountShelf
        .change(({ all }) => ({ all, activeId: accountId }))
        .catch(() => undefined)
        .then(() => notifications.openScreen(screen));
    } else notifications.openScreen(screen);
  }

  /** Nothing changes when a check falls due: time alone tells. */
  #waitForCheck({ backups }: Snapshot): void {
    const { clock } = this.#parts;
    this.#callOff();
    this.#callOff = () => undefined;
    if (!backups || this.#told.has(checkDueKey(backups.checkDueAt))) return;
    const wait = Math.max(1_000, Math.min(backups.checkDueAt - clock.now(), longestWait));
    this.#callOff = clock.after(wait, () => this.#watch());
  }
}
