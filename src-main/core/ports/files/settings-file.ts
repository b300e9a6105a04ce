/** What the settings file held when the app started. `text` is null when there is no file that can be read. */
export interface StoredSettings {
  readonly text: string | null;
  /** The last good version before it, if one was kept. */
  readonly backup: string | null;
}

/** The one file that the settings live in. */
export interface SettingsFile {
  /** Rejects when the file is there but cannot be read. */
  read(): Promise<StoredSettings>;
  /** Resolves when the text is safely on disk; rejects, with the old file intact, when it could not be written. */
  write(text: string): Promise<void>;
  /** Keeps the present file under another name, so that writing never destroys what could not be understood. */
  setAside(): Promise<void>;
}
