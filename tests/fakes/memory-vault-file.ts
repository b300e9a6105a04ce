import type { SealedFile } from '../../src-main/core/ports/sealing/sealed-file';

/** A vault file in memory, with its `.bak`, and a disk that can be full, unreadable or false. */
export class MemoryVaultFile implements SealedFile {
  sealed: Uint8Array | null;
  backup: Uint8Array | null;
  /** The damaged files that were kept under another name. */
  readonly aside: Uint8Array[] = [];
  /** Every file that reached the disk. */
  readonly written: Uint8Array[] = [];
  full = false;
  unreadable = false;
  /** Nothing can be renamed. */
  stuck = false;
  /** What a write really stores: a disk that cuts files is made with this. */
  stores = (sealed: Uint8Array): Uint8Array => sealed;

  constructor(sealed: Uint8Array | null = null, backup: Uint8Array | null = null) {
    this.sealed = sealed;
    this.backup = backup;
  }

  read(): Promise<{ sealed: Uint8Array | null; backup: Uint8Array | null }> {
    if (this.unreadable) return Promise.reject(new Error('EACCES'));
    return Promise.resolve({ sealed: this.sealed, backup: this.backup });
  }

  write(sealed: Uint8Array): Promise<void> {
    if (this.full) return Promise.reject(new Error('ENOSPC'));
    if (this.sealed !== null) this.backup = this.sealed;
    this.sealed = this.stores(sealed);
    this.written.push(sealed);
    return Promise.resolve();
  }

  setAside(why: 'damaged' | 'keyless'): Promise<void> {
    if (this.stuck) return Promise.reject(new Error('EPERM'));
    if (this.sealed !== null) this.aside.push(this.sealed);
    this.sealed = null;
    if (why === 'keyless') {
      if (this.backup !== null) this.aside.push(this.backup);
      this.backup = null;
    }
    return Promise.resolve();
  }
}
