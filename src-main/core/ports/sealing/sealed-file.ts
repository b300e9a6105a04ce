/** A sealed file in the profile folder, with its last good version. */
export interface SealedFile {
  /** Rejects when a file is there but cannot be read. */
  read(): Promise<{ readonly sealed: Uint8Array | null; readonly backup: Uint8Array | null }>;
  /** As SettingsFile.write. */
  write(sealed: Uint8Array): Promise<void>;
  /**
   * Keeps the present file under another name, so that writing never destroys what could not be understood.
   *
   * @param why becomes part of the name; `keyless` takes the last good version along
   */
  setAside(why: 'damaged' | 'keyless'): Promise<void>;
}
