import type { PassphraseJob, PassphraseReply } from './passphrase-job';

/**
 * How long the process waits for another job: sealing is often followed by a proof that it opens. A new one takes an
 * eighth of a second, while this one holds hundreds of megabytes, and perhaps a passphrase.
 */
export const idleLimit = 5_000;

/** A process that does one job at a time. */
export interface SealingProcess {
  /** Rejects when the process ends before it has replied. */
  do(job: PassphraseJob): Promise<PassphraseReply>;
  end(): void;
}

/** How work with passphrases gets done. Rejects when the process ended; the next job gets a new one. */
export type DoPassphraseJob = (job: PassphraseJob) => Promise<PassphraseReply>;

/**
 * One job at a time, in order, by a process that is there only while there is work.
 *
 * @param start starts a process that tells when it has ended
 */
export function onDemand(start: (onEnd: () => void) => SealingProcess): DoPassphraseJob {
  let running: SealingProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let inFlight: Promise<unknown> = Promise.resolve();

  const launch = (): SealingProcess => {
    const launched = start(() => {
      if (running === launched) running = undefined;
    });
    return launched;
  };

  const attempt: DoPassphraseJob = async (job) => {
    clearTimeout(idle);
    try {
      running ??= launch();
      return await running.do(job);
    } finally {
      idle = setTimeout(() => {
        running?.end();
        running = undefined;
      }, idleLimit);
    }
  };

  return (job) => {
    const done = inFlight.then(() => attempt(job));
    inFlight = done.catch(() => undefined);
    return done;
  };
}
