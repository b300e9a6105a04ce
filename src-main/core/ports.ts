import type { LinkId } from '#contract/contract';
import type { KeychainBackend } from '#contract/snapshot';
import type { QuickVerifyPort } from './quick-verify-port';
import type { UpdatePort } from './update-port';

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

export interface PracticeMessage {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly to: string;
  readonly code: string;
}

/** The practice service, run by the app in a process of its own. */
export interface PracticeRunner {
  /** Starts it when it is not running. Gives its URL; rejects when it does not come up. */
  start(): Promise<string>;
  /** Makes the service accept a token, as a real service does for the keys that it hands out. */
  allowToken(token: string): Promise<void>;
  /** Tells of all messages, oldest first, whenever there is one more. */
  onMessages(listener: (messages: readonly PracticeMessage[]) => void): void;
  onStopped(listener: () => void): void;
}

/** What the desktop does for the app. */
export interface Desktop {
  /** Resolves when the clipboard has it. */
  copy(text: string): Promise<void>;
  /** The text on the clipboard; empty when it holds something else. */
  readClipboard(): Promise<string>;
  clearClipboard(): void;
  /** `in-front`: the desktop may keep a program in the background from the clipboard. */
  readonly clipboardClears: 'always' | 'in-front';
  openLink(link: LinkId): void;
  /** Follows the theme; `system` leaves it to the desktop. */
  showTheme(theme: 'system' | 'light' | 'dark'): void;
}

/**
 * Why a sealed text did not open: the key or passphrase does not fit; the file is damaged; it is no age file; it is
 * longer than 1 MiB; or its passphrase would cost more work than 2^20.
 */
export type OpenFailureKind = 'wrong-key' | 'damaged' | 'not-sealed' | 'too-large' | 'too-costly';

/** A sealed text that did not open. Carries nothing of the text, the key or the passphrase. */
export class OpenFailure extends Error {
  readonly kind: OpenFailureKind;

  constructor(kind: OpenFailureKind) {
    super(kind);
    this.name = 'OpenFailure';
    this.kind = kind;
  }
}

export type SealedForm = 'binary' | 'armored';

/** Sealing with age, so that every file also opens with the `age` command (docs/decisions/0003-age.md). */
export interface Sealer {
  /** A new X25519 identity, `AGE-SECRET-KEY-1…`. */
  newIdentity(): Promise<string>;
  /** The public half of an identity, `age1…`. */
  recipientOf(identity: string): Promise<string>;
  /** Whether a text is an age public key that can be sealed to. */
  isRecipient(text: string): Promise<boolean>;
  /** Gives an age file for a recipient, `age1…`; binary unless asked otherwise. */
  sealTo(recipient: string, text: string, form?: SealedForm): Promise<Uint8Array>;
  /** What opens a file, as far as its header tells. Rejects with OpenFailure: `too-large`, `not-sealed`, `damaged`. */
  lockOf(sealed: Uint8Array): Promise<'passphrase' | 'key'>;
  /** Takes binary and armored files. Rejects with OpenFailure. */
  openWith(identity: string, sealed: Uint8Array): Promise<string>;
  /** Gives an age file that a passphrase opens, at work factor 18. The passphrase is normalized to NFC. */
  sealWithPassphrase(passphrase: string, text: string, form: SealedForm): Promise<Uint8Array>;
  /** Takes binary and armored files. Rejects with OpenFailure. */
  openWithPassphrase(passphrase: string, sealed: Uint8Array): Promise<string>;
}

/** A sealed file in the profile folder, with its last good version. */
export interface SealedFile {
  /** Rejects when a file is there but cannot be read. */
  read(): Promise<{ readonly sealed: Uint8Array | null; readonly backup: Uint8Array | null }>;
  /** As SettingsFile.write. */
  write(sealed: Uint8Array): Promise<void>;
  /**
   * Keeps the present file under another name, so that writing never destroys what could not be understood.
   * @param why becomes part of the name; `keyless` takes the last good version along
   */
  setAside(why: 'damaged' | 'keyless'): Promise<void>;
}

/** Why a file or folder that a person chose could not be used. */
export type FileFailureKind = 'gone' | 'not-allowed' | 'full' | 'too-large' | 'failed';

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

/** Files outside the profile, in folders that a person chose. Everything rejects with FileFailure alone. */
export interface Files {
  /** The names of the files in a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Null when there is no such file. `too-large`: over 1 MiB, and nothing of it was read. */
  read(place: FilePlace): Promise<Uint8Array | null>;
  /** Durable: whole and on the disk, or rejected with the old file untouched. The folder is never made. */
  write(place: FilePlace, content: Uint8Array): Promise<void>;
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
export interface Ports {
  readonly version: string;
  readonly secrets: Secrets;
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
  readonly updates: UpdatePort;
}
