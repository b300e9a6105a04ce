import type { PreviewLedger } from '#contract/backups';
import type { BackupDocument } from '../../core/records/backed-up';
import type { Kept } from '../../core/records/backed-up';
import type { Foreign, ForeignFile } from '../../core/ports/sealing/foreign';
import { type OpenedText, readForeign } from '../../core/backup/opening/read-foreign';
import { compareForeign, mergeForeign, showForeign } from '../../core/backup/opening/weigh-foreign';
import type { TakenForeign } from '../../core/ports/sealing/foreign';
import { OpenFailure, type OpenFailureKind } from '../../core/ports/sealing/open-failure';
import type { Opener } from '../../core/ports/sealing/sealer';
import { TooLongToSeal } from '../../core/ports/sealing/sealer';
import { systemRandom } from '../program/clock-and-random';
import { type AgeForm, openAgeFile, sealAgeFile } from './age-file';
import { scryptIdentity, scryptRecipient } from './scrypt-stanza';

/** What Latchkey asks of its sealing process. */
export type PassphraseJob =
  | { readonly do: 'seal'; readonly passphrase: string; readonly text: string; readonly form: AgeForm }
  | { readonly do: 'open'; readonly passphrase: string; readonly sealed: Uint8Array }
  | {
      readonly do: 'read';
      readonly files: readonly ForeignFile[];
      readonly opener: Opener;
      readonly now: number;
    }
  | { readonly do: 'compare'; readonly contents: string; readonly here: BackupDocument }
  | { readonly do: 'show'; readonly contents: string; readonly place: number }
  | {
      readonly do: 'merge';
      readonly contents: string;
      readonly here: readonly Kept[];
      readonly places: readonly number[];
    };

/** `too-long`: see TooLongToSeal. `failed`: it could not be done, for want of memory. */
export type PassphraseReply =
  | { readonly kind: 'sealed'; readonly sealed: Uint8Array }
  | { readonly kind: 'opened'; readonly text: string }
  | { readonly kind: 'read'; readonly foreign: Foreign }
  | { readonly kind: 'compared'; readonly ledgers: PreviewLedger[] }
  | { readonly kind: 'shown'; readonly entry: Kept | null }
  | { readonly kind: 'merged'; readonly taken: TakenForeign | null }
  | { readonly kind: 'refused'; readonly why: OpenFailureKind }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'failed' };

/**
 * Seals or opens with a passphrase, or reads what strangers may have made. Never rejects.
 *
 * @param workFactor of what is sealed: 18, but for tests that seal thousands
 */
export async function doPassphraseJob(job: PassphraseJob, workFactor = 18): Promise<PassphraseReply> {
  try {
    if (job.do === 'open') {
      return { kind: 'opened', text: await openAgeFile(scryptIdentity(job.passphrase), job.sealed) };
    }
    if (job.do === 'read') {
      const foreign = await readForeign(job.files, openWith(job.opener), job.now, systemRandom);
      return { kind: 'read', foreign };
    }
    if (job.do === 'compare') return { kind: 'compared', ledgers: compareForeign(job.contents, job.here) };
    if (job.do === 'show') return { kind: 'shown', entry: showForeign(job.contents, job.place) };
    if (job.do === 'merge') {
      return { kind: 'merged', taken: mergeForeign(job.contents, job.here, job.places, systemRandom) };
    }
    const recipient = scryptRecipient(job.passphrase, workFactor);
    return { kind: 'sealed', sealed: await sealAgeFile(recipient, job.text, job.form) };
  } catch (error) {
    if (error instanceof TooLongToSeal) return { kind: 'too-long' };
    return error instanceof OpenFailure ? { kind: 'refused', why: error.kind } : { kind: 'failed' };
  }
}

/** The way to the text of a file. */
function openWith(opener: Opener): (sealed: Uint8Array) => Promise<OpenedText> {
  if (opener.by === 'passphrase') {
    return async (sealed) => ({
      text: await openAgeFile(scryptIdentity(opener.passphrase), sealed),
      identity: null,
    });
  }
  return async (sealed) => {
    let failure: unknown = new OpenFailure('wrong-key');
    for (const identity of opener.identities) {
      try {
        return { text: await openAgeFile(identity, sealed), identity };
      } catch (error) {
        failure = error;
        if (!(error instanceof OpenFailure && error.kind === 'wrong-key')) break;
      }
    }
    throw failure;
  };
}
