/** Why a file or folder that a person chose could not be used. */
export type FileFailureKind = 'gone' | 'not-allowed' | 'full' | 'too-large' | 'taken' | 'failed';

/** A file that was not read or written. Carries nothing of its name or content. */
export class FileFailure extends Error {
  readonly kind: FileFailureKind;

  constructor(kind: FileFailureKind) {
    super(kind);
    this.name = 'FileFailure';
    this.kind = kind;
  }
}

/** A file that a person chose. */
export interface FilePlace {
  readonly folder: string;
  readonly name: string;
}

/** A file as it looks from outside. */
export interface FileLook {
  /** Bytes. */
  readonly size: number;
  /** Epoch milliseconds. */
  readonly modifiedAt: number;
  /** The first 200 bytes; none of a file over `limits.sealed`, or of one that a cloud would have to bring first. */
  readonly start: Uint8Array;
}

/** `holding`: a file with this very content. */
export type WrittenOver = 'a-file' | 'nothing' | { readonly holding: Uint8Array };

/** Files outside the profile, in folders that a person chose. Everything rejects with FileFailure alone. */
export interface Files {
  /** The names of the files in a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Null when there is no such file. Reads its first bytes alone. */
  look(place: FilePlace): Promise<FileLook | null>;
  /** Null when there is no such file. `too-large`: over `limits.sealed`, and nothing of it was read. */
  read(place: FilePlace): Promise<Uint8Array | null>;
  /**
   * Durable: whole and on the disk, or rejected with the old file untouched. The folder is never made.
   *
   * @param over what may be written over; it fails with `taken` where anything else has that name. A link to such a file
   * stays, and what it leads to is written.
   */
  write(place: FilePlace, content: Uint8Array, over?: WrittenOver): Promise<void>;
  /** Its absence is no failure. */
  remove(place: FilePlace): Promise<void>;
}
