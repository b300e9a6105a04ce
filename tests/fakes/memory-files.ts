import { limits } from '#contract/limits';
import {
  FileFailure,
  type FileFailureKind,
  type FileLook,
  type FilePlace,
  type Files,
  type WrittenOver,
} from '../../src-main/core/ports/files/files';
import { sameBytes } from '../../src-main/core/records/same-bytes';

const longest = limits.sealed;

/** Folders in memory that can be unplugged, write-protected or full. A folder that nobody made is gone. */
export class MemoryFiles implements Files {
  readonly folders = new Map<string, Map<string, Uint8Array>>();
  /** What every touch of a folder fails with. */
  readonly trouble = new Map<string, FileFailureKind>();
  /** What a write to a folder fails with, while reading goes on. */
  readonly writeTrouble = new Map<string, FileFailureKind>();
  /** When files were changed last, by name; long ago unless told. */
  readonly modifiedAt = new Map<string, number>();
  /** Every write and removal that was done, in order: `write /usb/kit.age`. */
  readonly done: string[] = [];
  /** What a write really stores: a disk that cuts files is made with this. */
  stores = (content: Uint8Array): Uint8Array => content;

  /** Makes a folder, with files by name. */
  make(folder: string, files: Readonly<Record<string, Uint8Array>> = {}): Map<string, Uint8Array> {
    const made = new Map(Object.entries(files));
    this.folders.set(folder, made);
    return made;
  }

  list(folder: string): Promise<string[]> {
    return this.#in(folder, (files) => [...files.keys()]);
  }

  look({ folder, name }: FilePlace): Promise<FileLook | null> {
    return this.#in(folder, (files) => {
      const content = files.get(name);
      if (!content) return null;
      const start = content.length > longest ? new Uint8Array() : content.slice(0, 200);
      return { size: content.length, modifiedAt: this.modifiedAt.get(name) ?? 0, start };
    });
  }

  read({ folder, name }: FilePlace): Promise<Uint8Array | null> {
    return this.#in(folder, (files) => {
      const content = files.get(name) ?? null;
      if (content && content.length > longest) throw new FileFailure('too-large');
      return content;
    });
  }

  write({ folder, name }: FilePlace, content: Uint8Array, over: WrittenOver = 'a-file'): Promise<void> {
    return this.#in(folder, (files) => {
      const trouble = this.writeTrouble.get(folder);
      if (trouble) throw new FileFailure(trouble);
      if (over === 'nothing' && files.has(name)) throw new FileFailure('taken');
      if (typeof over === 'object' && !sameBytes(files.get(name) ?? null, over.holding))
        throw new FileFailure('taken');
      files.set(name, this.stores(content));
      this.done.push(`write ${folder}/${name}`);
    });
  }

  remove({ folder, name }: FilePlace): Promise<void> {
    return this.#in(folder, (files) => {
      const trouble = this.writeTrouble.get(folder);
      if (trouble) throw new FileFailure(trouble);
      if (files.delete(name)) this.done.push(`remove ${folder}/${name}`);
    });
  }

  #in<T>(folder: string, use: (files: Map<string, Uint8Array>) => T): Promise<T> {
    return Promise.resolve().then(() => {
      const files = this.folders.get(folder);
      const trouble = this.trouble.get(folder) ?? (files ? undefined : 'gone');
      if (trouble) throw new FileFailure(trouble);
      return use(files as Map<string, Uint8Array>);
    });
  }
}
