import { AppError } from '#contract/errors';
import { noLockNotices } from '#contract/lock';
import type { KeychainState, Snapshot } from '#contract/snapshot';
import { InOrder } from '../turns/in-order';
import type { FilePlace } from '../ports/files/files';
import type { PracticeMessage } from '../ports/practice';
import type { SettingsFile } from '../ports/files/settings-file';
import { noUpdateNews, type UpdateNews } from './update-news';
import { freshSettings, parseSettings, type Settings, writeSettings } from './settings';

/** What is known of an account only while Latchkey runs. Never written to disk. */
export interface Recollection {
  phoneEnding: string | null;
  /** New recovery codes are being asked for: the doubt on disk is a precaution, no news yet. */
  generating: boolean;
  /** Until when the service wants no code to be tried. */
  verifyWaitUntil: number | null;
}

/**
 * The truth: the settings, which live on disk, and what is known for this run. Everything else derives from it.
 * Each change tells the listener, which announces a snapshot.
 */
export class State {
  settings: Settings = freshSettings;
  settingsHealth: Snapshot['settings'] = 'good';
  /** The windows show nothing, and few calls are answered. */
  locked = true;
  lockReason: Snapshot['lock']['reason'] = 'asked';
  /** The keychain is being asked for the vault's key, and nobody has to do anything. */
  opening = true;
  /** How often it was told to lock: what began before that may not go on as if nothing had happened. */
  locks = 0;
  /** How often something was announced. */
  announcements = 0;
  lockNotices: Snapshot['lock']['notices'] = noLockNotices;
  keychain: KeychainState = 'unknown';
  clipboard: Snapshot['clipboard'] = null;
  clipboardClears: Snapshot['desktop']['clipboardClears'] = 'always';
  tray: Snapshot['desktop']['tray'] = 'none';
  trayFailure: Snapshot['desktop']['trayFailure'] = null;
  /** The file that was opened with Latchkey last, the so manieth one of this run, until it is done with. */
  handedFile: { readonly place: FilePlace; readonly number: number } | null = null;
  updateNews: UpdateNews = noUpdateNews;
  /** The id of this computer's profile, which its backups name; null until it is known. */
  computer: string | null = null;
  /** Another program holds the shortcut of quick verify. */
  shortcutTaken = false;
  startAtLogin: Snapshot['desktop']['startAtLogin'] = 'unknown';
  practice: { url: string | null; messages: readonly PracticeMessage[] } = { url: null, messages: [] };

  readonly #file: SettingsFile;
  readonly #recollections = new Map<string, Recollection>();
  readonly #listeners = new Set<() => void>();
  readonly #saving = new InOrder();
  #handed = 0;

  constructor(file: SettingsFile) {
    this.#file = file;
  }

  /** Gives what ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Notes what a touch of the keychain showed. */
  foundKeychain(found: KeychainState): void {
    if (this.keychain === found) return;
    this.keychain = found;
    this.announce();
  }

  /** A file was opened with Latchkey. Null: it is done with. */
  hand(place: FilePlace | null): void {
    if (place === null && this.handedFile === null) return;
    if (place) this.#handed += 1;
    this.handedFile = place && { place, number: this.#handed };
    this.announce();
  }

  /** Says that something in memory has changed. */
  announce(): void {
    this.announcements += 1;
    for (const listener of this.#listeners) listener();
  }

  /**
   * Reads the settings file, or its last good version. A damaged file is set aside before anything is written; a
   * newer one, or one that cannot be read or set aside, makes the settings read-only. Never rejects.
   */
  async load(): Promise<void> {
    await this.#load().catch(() => {
      this.settingsHealth = 'unreadable';
    });
  }

  async #load(): Promise<void> {
    const { text, backup } = await this.#file.read();
    const current = text === null ? null : parseSettings(text);
    if (current === null && backup === null) return;
    if (current?.kind === 'newer') this.settingsHealth = 'newer';
    else if (current?.kind === 'good') this.settings = current.value;
    else {
      const previous = backup === null ? null : parseSettings(backup);
      if (previous?.kind === 'good') this.settings = previous.value;
      if (current !== null) await this.#file.setAside();
      // A newer version's last good file must not be written over by the next save.
      this.settingsHealth = previous?.kind === 'newer' ? 'newer' : 'set-aside';
    }
  }

  /** What this run knows of an account; empty at first. */
  recall(id: string): Recollection {
    let known = this.#recollections.get(id);
    if (!known) {
      known = { phoneEnding: null, generating: false, verifyWaitUntil: null };
      this.#recollections.set(id, known);
    }
    return known;
  }

  /** A service is asked for new recovery codes at this moment, which nobody has seen yet. */
  get isMakingCodes(): boolean {
    return [...this.#recollections.values()].some(({ generating }) => generating);
  }

  forget(id: string): void {
    this.#recollections.delete(id);
  }

  /**
   * Changes the settings: one change after the other, on disk first, so that nothing is shown that was not kept.
   *
   * @throws AppError `settings-not-saved` (nothing has changed), `settings-read-only`, `settings-unreadable`
   */
  change(how: (settings: Settings) => Settings): Promise<void> {
    return this.#saving.run(async () => {
      if (this.settingsHealth === 'newer') throw new AppError('settings-read-only');
      if (this.settingsHealth === 'unreadable') throw new AppError('settings-unreadable');
      const next = how(this.settings);
      await this.#file.write(writeSettings(next)).catch(() => {
        throw new AppError('settings-not-saved');
      });
      this.settings = next;
      this.announce();
    });
  }

  /**
   * Forgets what an older version kept in the settings, once the vault has it: in their last good version, too. What
   * cannot be written now is forgotten at another start. Never rejects.
   */
  async dropOld(): Promise<void> {
    if (this.settings.old === null) return;
    const without = (settings: Settings): Settings => ({ ...settings, old: null });
    await this.note(without);
    await this.note(without);
  }

  /**
   * Notes something that must not fail what has already happened outside, such as a code that was accepted: when it
   * cannot be written to disk, it holds for this run.
   */
  async note(how: (settings: Settings) => Settings): Promise<void> {
    await this.change(how).catch(() => {
      this.settings = how(this.settings);
      this.announce();
    });
  }
}
