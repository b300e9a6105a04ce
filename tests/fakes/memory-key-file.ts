import type { SealedKeyFile } from '../../src-main/core/ports/sealing/sealed-key-file';

/** The sealed key's file in memory, on a disk that can be full or unreadable. */
export class MemoryKeyFile implements SealedKeyFile {
  sealed: Uint8Array | null = null;
  next: Uint8Array | null = null;
  /** What was kept under another name. */
  readonly aside: Uint8Array[] = [];
  full = false;
  unreadable = false;
  /** What a write really stores. */
  stores = (sealed: Uint8Array): Uint8Array => sealed;

  read(): Promise<Uint8Array | null> {
    return this.unreadable ? Promise.reject(new Error('EACCES')) : Promise.resolve(this.sealed);
  }

  readNext(): Promise<Uint8Array | null> {
    return this.unreadable ? Promise.reject(new Error('EACCES')) : Promise.resolve(this.next);
  }

  write(sealed: Uint8Array): Promise<void> {
    if (this.full) return Promise.reject(new Error('ENOSPC'));
    this.sealed = this.stores(sealed);
    return Promise.resolve();
  }

  writeNext(sealed: Uint8Array): Promise<void> {
    if (this.full) return Promise.reject(new Error('ENOSPC'));
    this.next = this.stores(sealed);
    return Promise.resolve();
  }

  takeNext(): Promise<void> {
    if (this.full) return Promise.reject(new Error('ENOSPC'));
    this.sealed = this.next;
    this.next = null;
    return Promise.resolve();
  }

  remove(): Promise<void> {
    this.sealed = null;
    return Promise.resolve();
  }

  removeNext(): Promise<void> {
    this.next = null;
    return Promise.resolve();
  }

  setAside(): Promise<void> {
    for (const one of [this.sealed, this.next]) if (one) this.aside.push(one);
    this.sealed = null;
    this.next = null;
    return Promise.resolve();
  }
}
