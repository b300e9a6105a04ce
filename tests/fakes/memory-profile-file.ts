import type { StoredSettings } from '../../src-main/core/ports/files/settings-file';
import type { ProfileFile } from '../../src-main/core/ports/files/profile-file';

/** `profile.json` in memory, with its `.bak`, on a disk that can be full or unreadable. */
export class MemoryProfileFile implements ProfileFile {
  readonly place: string;
  text: string | null = null;
  backup: string | null = null;
  full = false;
  unreadable = false;

  constructor(place = '/home/ada/.config/Latchkey') {
    this.place = place;
  }

  read(): Promise<StoredSettings> {
    if (this.unreadable) return Promise.reject(new Error('EACCES'));
    return Promise.resolve({ text: this.text, backup: this.backup });
  }

  write(text: string): Promise<void> {
    if (this.full) return Promise.reject(new Error('ENOSPC'));
    if (this.text !== null) this.backup = this.text;
    this.text = text;
    return Promise.resolve();
  }
}
