import { doPassphraseJob } from '../../src-main/edge/sealing/passphrase-job';
import { createSealer } from '../../src-main/edge/sealing/sealer';

/** What Latchkey has, but for the process and the work: passphrases are worked with here, at 2^9, a millisecond. */
export const quickSealer = createSealer({ do: (job) => doPassphraseJob(job, 9), prepare: () => undefined });
