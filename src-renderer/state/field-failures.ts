import type { AppError, ErrorCode } from '#contract/errors';

/** Which failures are about what stands in a field of a form, by what is entered there. */
const about = {
  label: ['label-invalid'],
  serviceUrl: ['service-url-invalid', 'service-url-not-secure'],
  token: ['token-invalid', 'token-refused'],
  /** The yes to an address that may come from a backup. */
  confirmedAddress: ['address-unconfirmed'],
  passphrase: ['wrong-passphrase', 'file-wrong-key', 'backup-folder-in-use', 'unlock-too-soon'],
  pastedCodes: ['no-codes-found', 'too-many-codes', 'pasted-too-long', 'codes-missing', 'bad-input'],
  note: ['bad-input'],
  recipient: ['recipient-invalid'],
  folder: [
    ...(['no-folder-chosen', 'backup-folder-known', 'backup-folder-gone'] as const),
    ...(['backup-folder-not-writable', 'backup-folder-full'] as const),
  ],
} satisfies Record<string, readonly ErrorCode[]>;

/** What is entered in a field. */
export type Entered = keyof typeof about;

/** The failure, where it is about what was entered in this field: it is said there, and the field takes the focus. */
export function atField(failure: AppError | null, entered: Entered): AppError | null {
  const codes: readonly ErrorCode[] = about[entered];
  return failure !== null && codes.includes(failure.code) ? failure : null;
}

/** The failure, where it is about none of a form's fields: it is said below them. */
export const besideFields = (failure: AppError | null, fields: readonly Entered[]): AppError | null =>
  fields.some((entered) => atField(failure, entered) !== null) ? null : failure;
