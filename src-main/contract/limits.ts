/** The longest texts that cross between the window and main, in UTF-16 units unless a line says otherwise. */
export const limits = {
  label: 60,
  serviceUrl: 300,
  /** What a person may paste into the field; longer text is cut by the field and refused by main. */
  code: 200,
  /** Bytes. Windows stops at 2,560 bytes per credential in UTF-16; see docs/decisions/0001-keytar-build.md. */
  token: 1200,
  tokenMinimum: 8,
  /** What may be pasted around a token (line ends, blanks) before it is trimmed. */
  tokenField: 4096,
  words: 300,
  accounts: 2000,
  /** A key of 44 words has up to 500 characters. What a service lists is `code` long at most: people have to type it. */
  recoveryCode: 1000,
  recoveryCodes: 1000,
  /** What a set may become by fetching it again and by restoring, each of which brings at most so many as above. */
  codesInSet: 5000,
  /** What a person may write beside a code, or on an account. Notes that were joined out of several may be longer. */
  note: 2000,
  /** What notes that were joined come to at most: of more, a file could hold up whoever compares its parts. */
  joinedNote: 1024 * 1024,
  /** What an account may be filed under. */
  tag: 60,
  /** A link that holds what makes one-time codes. */
  otpauth: 2048,
  /** A text with codes of another site, as it is pasted or opened: a saved page is large. */
  pastedCodes: 512 * 1024,
  /** What reaches main all the same, so that it may say what the limit is. */
  pastedField: 4 * 1024 * 1024,
  ledgers: 3000,
  /** Bytes of any file that is sealed, and of any that somebody else may have made. */
  sealed: 16 * 1024 * 1024,
  /** Bytes of UTF-8 that fit into such a file, with all that age puts around them: 16 for each 64 KiB, and its header. */
  sealedText: 16 * 1024 * 1024 - 8 * 1024,
  /** Accounts and lists in one backup or kit: all that may be here, where no list belongs to an account. */
  entries: 5000,
  /** Recovery codes that are kept, and that one file to restore from may hold; and the sets that they come in. */
  codesInFile: 20_000,
  setsInFile: 10_000,
  /** Of any kind, counted before they are read: several times what all that is kept comes to. */
  valuesInFile: 2_000_000,
  /** Of all accounts of a file together. */
  tagsInFile: 40_000,
  authenticatorsInFile: 10_000,
  passphrase: 1000,
  passphraseMinimum: 8,
  /** An age recipient, `age1…`, with room for what is pasted around it. */
  recipient: 200,
  backupFolders: 8,
  /** In one folder, of this computer. */
  backupsKept: 5,
  shortcut: 60,
  diagnostics: 4000,
  path: 4096,
  fileName: 255,
  /** Sealed files of one folder that are opened to restore from it. */
  sealedFiles: 200,
  /** Files of a folder that are looked at to find them. */
  filesLookedAt: 1000,
  /** Keys that a passphrase is tried on: each takes a second. */
  keysTried: 4,
  /** What is wrong in a file that was written by hand, told one by one. */
  faults: 50,
  /** Files that are dropped at once to restore from: a backup folder with its key. */
  restoreFiles: 24,
  /** Bytes of them together, and of those that are opened of one folder: they are handed to another process at once. */
  restoreBytes: 32 * 1024 * 1024,
  /** QR codes of a kit on paper: nobody scans more. */
  kitParts: 40,
  /** What one QR code of a kit on paper carries. */
  qrPart: 1200,
  /** Bytes of a file that is read for its text or its QR codes: a scan of many pages, or a photo as it comes. */
  fileToRead: 64 * 1024 * 1024,
  /** Bytes of one that is text, or a web page. */
  textToRead: 4 * 1024 * 1024,
  /** Pages of a PDF that are looked at. */
  pagesToRead: 50,
  /** Dots of a picture: what the largest phones take. */
  pictureDots: 120_000_000,
  practiceMessages: 20,
  /** How long a copied secret stays on the clipboard, in milliseconds. */
  clipboard: 60_000,
} as const;
