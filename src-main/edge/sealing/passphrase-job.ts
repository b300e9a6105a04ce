import { OpenFailure, type OpenFailureKind } from '../../core/sealing-ports';
import { TooLongToSeal } from '../../core/too-long-to-seal';
import { type AgeForm, openAgeFile, sealAgeFile } from './age-file';
import { scryptIdentity, scryptRecipient } from './scrypt-stanza';

/** What Latchkey asks of its sealing process. */
export type PassphraseJob =
  | { readonly do: 'seal'; readonly passphrase: string; readonly text: string; readonly form: AgeForm }
  | { readonly do: 'open'; readonly passphrase: string; readonly sealed: Uint8Array };

/** `too-long`: see TooLongToSeal. `failed`: it could not be done, for want of memory. */
export type PassphraseReply =
  | { readonly kind: 'sealed'; readonly sealed: Uint8Array }
  | { readonly kind: 'opened'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: OpenFailureKind }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'failed' };

/**
 * Seals or opens with a passphrase. Never rejects.
 *
 * @param workFactor of what is sealed: 18, but for tests that seal thousands
 */
export async function doPassphraseJob(job: PassphraseJob, workFactor = 18): Promise<PassphraseReply> {
  try {
    if (job.do === 'open') {
      return { kind: 'opened', text: await openAgeFile(scryptIdentity(job.passphrase), job.sealed) };
    }
    const recipient = scryptRecipient(job.passphrase, workFactor);
    return { kind: 'sealed', sealed: await sealAgeFile(recipient, job.text, job.form) };
  } catch (error) {
    if (error instanceof TooLongToSeal) return { kind: 'too-long' };
    return error instanceof OpenFailure ? { kind: 'refused', why: error.kind } : { kind: 'failed' };
  }
}
