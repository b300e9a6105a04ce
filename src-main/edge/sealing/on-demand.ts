import { InOrder } from '../../core/turns/in-order';
import type { PassphraseJob, PassphraseReply } from './passphrase-job';

/**
 * How long the process waits for another job: sealing is often followed by a proof that it opens. A new one takes an
 * eighth of a second, while this one holds hundreds of megabytes, and perhaps a passphrase.
 */
export const idleLimit = 5_000;

/** How long a process that was prepared waits for its first job: somebody types a passphrase, which it does not know yet. */
export const preparedLimit = 30_000;

/** A process that does one job at a time. */
export interface SealingProcess {
  /** Rejects when the process ends before it has replied. */
  ask(job: PassphraseJob): Promise<PassphraseReply>;
  end(): void;
}

/** How work with passphrases gets done. */
export interface PassphraseWork {
  /** Rejects when the process ended; the next job gets a new one. */
  do(job: PassphraseJob): Promise<PassphraseReply>;
  /** Has the process started for a job that will come soon. Trouble with that shows with the job. */
  prepare(): void;
}

/**
 * One job at a time, in order, by a process that is there only while there is work.
 *
 * @param start starts a process that tells when it has ended
 */
export function onDemand(start: (onEnd: () => void) => SealingProcess): PassphraseWork {
  let running: SealingProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  const inOrder = new InOrder();
  let jobs = 0;
  /** The process that runs has done a job, and holds what passed through it. */
  let isUsed = false;

  const launch = (): SealingProcess => {
    const launched = start(() => {
      if (running === launched) running = undefined;
    });
    return launched;
  };

  const end = (): void => {
    running?.end();
    running = undefined;
  };

  const endAfter = (milliseconds: number): void => {
    clearTimeout(idle);
    idle = setTimeout(end, milliseconds);
  };

  const attempt = async (job: PassphraseJob): Promise<PassphraseReply> => {
    clearTimeout(idle);
    try {
      running ??= launch();
      isUsed = true;
      return await running.ask(job);
    } finally {
      jobs -= 1;
      if (jobs === 0) endAfter(idleLimit);
    }
  };

  return {
    do(job) {
      jobs += 1;
      return inOrder.run(() => attempt(job));
    },
    prepare() {
      if (jobs > 0) return;
      // Whoever types a passphrase now must not keep an earlier one in memory by that.
      if (isUsed) end();
      isUsed = false;
      try {
        running ??= launch();
        endAfter(preparedLimit);
      } catch {
        // The job tries again, and tells.
      }
    },
  };
}
