import type { StoredSettings } from './settings-file';

/** `profile.json`: which profile this is. */
export interface ProfileFile {
  /**
   * Where the profile lies: the real path of its folder, without what changes with each revision of a package. A profile
   * that says it was made elsewhere is a copy, or was moved.
   */
  readonly place: string;
  /** Rejects when the file is there but cannot be read. */
  read(): Promise<StoredSettings>;
  /** As SettingsFile.write. */
  write(text: string): Promise<void>;
}
