import { OpenFailure, type OpenFailureKind } from '../../../src-main/core/ports/sealing/open-failure';
import type { Sealer } from '../../../src-main/core/ports/sealing/sealer';
import { doPassphraseJob } from '../../../src-main/edge/sealing/passphrase-job';
import { createSealer } from '../../../src-main/edge/sealing/sealer';

export { quickSealer } from '../../../scripts/torture/quick-sealer';

/** What Latchkey has, but for the process: work with passphrases is done here. */
export const sealer: Sealer = createSealer({ do: (job) => doPassphraseJob(job), prepare: () => undefined });

/** Why a text did not open, or that it did. Everything but an OpenFailure is a bug, and thrown on. */
export async function kindOf(opening: Promise<unknown>): Promise<OpenFailureKind | 'opened'> {
  try {
    await opening;
    return 'opened';
  } catch (error) {
    if (error instanceof OpenFailure) return error.kind;
    throw error;
  }
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
