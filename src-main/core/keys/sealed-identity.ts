import { AppError } from '#contract/errors';
import { OpenFailure } from '../ports/sealing/open-failure';
import type { Sealer } from '../ports/sealing/sealer';

/** The two halves of a backup key. */
export interface BackupKey {
  /** `AGE-SECRET-KEY-1…`: opens the backups. Never stored outside the sealed key. */
  readonly identity: string;
  /** `age1…`: what backups are sealed to. */
  readonly recipient: string;
}

const identityLine = /^AGE-SECRET-KEY-1[0-9A-Z]+$/m;

/**
 * Seals a key by a passphrase, in the form that `age-keygen` writes, so that `age -d -i` takes the file as it is.
 *
 * @param at epoch milliseconds
 * @returns an armored age file; it is ASCII, and may lie in a text file
 * @throws Error when it could not be sealed
 */
export async function sealBackupKey(
  sealer: Sealer,
  { identity, recipient }: BackupKey,
  passphrase: string,
  at: number,
): Promise<Uint8Array> {
  const created = new Date(at).toISOString().replace(/\.\d+/, '');
  const text = `# created: ${created}\n# public key: ${recipient}\n${identity}\n`;
  return sealer.sealWithPassphrase(passphrase, text, 'armored');
}

/**
 * Opens a `latchkey-key.age`.
 *
 * @param sealedKey the file, armored or binary
 * @throws AppError `wrong-passphrase`; `backup-key-damaged`; `file-too-costly` for one that only a stranger can have
 * made
 */
export async function openBackupKey(
  sealer: Sealer,
  sealedKey: Uint8Array,
  passphrase: string,
): Promise<BackupKey> {
  const text = await sealer.openWithPassphrase(passphrase, sealedKey).catch((error: unknown) => {
    if (!(error instanceof OpenFailure)) throw error;
    if (error.kind === 'wrong-key') throw new AppError('wrong-passphrase');
    throw new AppError(error.kind === 'too-costly' ? 'file-too-costly' : 'backup-key-damaged');
  });
  const [identity] = identityLine.exec(text.replace(/\r/g, '')) ?? [];
  if (identity === undefined) throw new AppError('backup-key-damaged');
  const recipient = await sealer.recipientOf(identity).catch(() => {
    throw new AppError('backup-key-damaged');
  });
  return { identity, recipient };
}

/** A sealed key as the text that it is. */
export const keyText = (sealedKey: Uint8Array): string =>
  Array.from(sealedKey, (byte) => String.fromCharCode(byte)).join('');

/** And back, byte by byte. */
export const keyBytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));
