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
  accounts: 50,
  recoveryCode: 200,
  recoveryCodes: 1000,
  /** What a person may write beside a code. */
  note: 200,
  /** A list of codes of another site, as it is pasted. */
  pastedCodes: 20_000,
  ledgers: 1000,
  practiceMessages: 20,
} as const;
