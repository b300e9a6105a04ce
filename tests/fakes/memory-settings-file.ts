import type { SettingsFile, StoredSettings } from '../../src-main/core/ports/files/settings-file';

/** A settings file in memory, with its `.bak`, and a disk that can be full. */
export class MemorySettingsFile implements SettingsFile {
  text: string | null;
  backup: string | null;
  /** The damaged files that were kept under another name. */
  readonly aside: string[] = [];
  /** Every text that reached the disk. */
  readonly written: string[] = [];
  full = false;

  constructor(text: string | null = null, backup: string | null = null) {
    this.text = text;
    this.backup = backup;
  }

  read(): Promise<StoredSettings> {
    return Promise.resolve({ text: this.text, backup: this.backup });
  }

  write(text: string): Promise<void> {
    if (this.full) return Promise.reject(new Error('ENOSPC'));
    if (this.text !== null) this.backup = this.text;
    this.text = text;
    this.written.push(text);
    return Promise.resolve();
  }

  setAside(): Promise<void> {
    if (this.text !== null) this.aside.push(this.text);
    this.text = null;
    return Promise.resolve();
  }
}
