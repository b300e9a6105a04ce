import type { LinkId } from '#contract/contract';
import type { KeychainBackend } from '#contract/snapshot';
import type { DiagnosticsPorts } from './diagnostics';
import type { LockPorts } from './lock-ports';
import type { LoginStartPort } from './login-start';
import type { NotificationPort } from './notification-port';
import type { PracticeRunner } from './practice-port';
import type { ProfileFile } from './profile-port';
import type { QuickVerifyPort } from './quick-verify-port';
import type { SealedFile, Sealer } from './sealing-ports';
import type { UpdatePort } from './update-port';

export type { PracticeMessage, PracticeRunner } from './practice-port';

/** What can be wrong with the keychain, as far as it can be told apart from outside. */
export type KeychainTrouble = 'locked' | 'unavailable' | 'timed-out' | 'crashed';

export type SecretResult<T> = { readonly kind: 'ok'; readonly value: T } | { readonly kind: KeychainTrouble };

/**
 * The OS keychain. Nothing here rejects: a keychain that fails is a result like any other.
 * Values are 1 to 1,200 printable ASCII characters; the core checks that before it calls.
 */
export interface Secrets {
  readonly backend: KeychainBackend;
  /** `null` is what a missing entry gives, and also a locked keychain whose prompt was dismissed. */
  read(name: string): Promise<SecretResult<string | null>>;
  write(name: string, value: string): Promise<SecretResult<null>>;
  /** Gives whether there was an entry to remove. */
  remove(name: string): Promise<SecretResult<boolean>>;
  /** Writes, reads back and removes a canary: the only way to tell a locked keychain from an empty one. */
  probe(): Promise<SecretResult<null>>;
  /** Lets go of whatever passed through it, once the calls so far are answered. */
  rest(): void;
}

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

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Holds the one-time code on a verify: never logged. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds for everything: connection, headers and body. */
  readonly deadline: number;
}

export interface HttpReply {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The decoded text; null when it broke off, passed 256 KiB, took too long, or is not UTF-8. */
  readonly body: string | null;
}

export type HttpFailureKind =
  | 'unreachable' // nothing was sent
  | 'not-trusted' // nothing was sent: the certificate does not prove who is there
  | 'proxy-unsupported' // nothing was sent
  | 'redirected' // the service points elsewhere; not followed
  | 'timed-out' // may have been sent
  | 'broken-off'; // may have been sent

/** A request without a reply. Carries no URL, header or cause, for those may hold secrets. */
export class HttpFailure extends Error {
  readonly kind: HttpFailureKind;

  constructor(kind: HttpFailureKind) {
    super(kind);
    this.name = 'HttpFailure';
    this.kind = kind;
  }
}

/** One request, one attempt: whoever may retry does so above this. */
export interface Http {
  /** Rejects with HttpFailure alone. */
  send(request: HttpRequest): Promise<HttpReply>;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Milliseconds since the computer was started, sleep included. Nobody can set it. */
  upFor(): number;
  wait(milliseconds: number): Promise<void>;
  /** Runs a task once, later. Gives what calls it off. */
  after(milliseconds: number, task: () => void): () => void;
}

export interface Random {
  uuid(): string;
  /** A secret of `bytes` random bytes as lower-case hexadecimal. */
  hex(bytes: number): string;
  /** 0 (included) to 1 (excluded); for jitter, not for secrets. */
  fraction(): number;
}

/** What the desktop does for the app. */
export interface Desktop {
  /** Resolves when the clipboard has it, with the marks that keep it out of histories where the runtime can set them. */
  copy(secret: string): Promise<void>;
  /** The text on the clipboard; empty when it holds something else. */
  readClipboard(): Promise<string>;
  clearClipboard(): void;
  /** The same for the same text for as long as this run lasts; the text cannot be read from it. */
  fingerprint(text: string): string;
  /** `in-front`: the desktop may keep a program in the background from the clipboard. */
  readonly clipboardClears: 'always' | 'in-front';
  openLink(link: LinkId): void;
  /** Follows the theme; `system` leaves it to the desktop. */
  showTheme(theme: 'system' | 'light' | 'dark'): void;
}

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
  /** The first 200 bytes; none of a file over 1 MiB, or of one that a cloud would have to bring first. */
  readonly start: Uint8Array;
}

/** Files outside the profile, in folders that a person chose. Everything rejects with FileFailure alone. */
export interface Files {
  /** The names of the files in a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Null when there is no such file. Reads its first bytes alone. */
  look(place: FilePlace): Promise<FileLook | null>;
  /** Null when there is no such file. `too-large`: over 1 MiB, and nothing of it was read. */
  read(place: FilePlace): Promise<Uint8Array | null>;
  /**
   * Durable: whole and on the disk, or rejected with the old file untouched. The folder is never made.
   *
   * @param over what may be written over; over `nothing` it fails with `taken` where anything has that name already
   */
  write(place: FilePlace, content: Uint8Array, over?: 'a-file' | 'nothing'): Promise<void>;
  /** Its absence is no failure. */
  remove(place: FilePlace): Promise<void>;
}

/** The system's dialogs. Null when the person closed one. */
export interface Dialogs {
  chooseFolder(): Promise<string | null>;
  /** A kit or a backup. */
  chooseSealedFile(): Promise<FilePlace | null>;
  /** Asks before an existing file is replaced. */
  chooseSavePlace(suggestedName: string): Promise<FilePlace | null>;
}

/** The page that the window shows, on paper. */
export interface Paper {
  /** By the system's print dialog; false when the person closed it. Rejects when it could not be printed. */
  print(): Promise<boolean>;
  pdf(): Promise<Uint8Array>;
}

/** Everything that the core needs from outside. */
export interface Ports extends LockPorts, DiagnosticsPorts {
  readonly version: string;
  readonly secrets: Secrets;
  readonly profileFile: ProfileFile;
  readonly settingsFile: SettingsFile;
  readonly sealer: Sealer;
  readonly vaultFile: SealedFile;
  readonly files: Files;
  readonly dialogs: Dialogs;
  readonly paper: Paper;
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly practice: PracticeRunner;
  readonly desktop: Desktop;
  readonly quickVerify: QuickVerifyPort;
  readonly notifications: NotificationPort;
  readonly loginStart: LoginStartPort;
  readonly updates: UpdatePort;
}
