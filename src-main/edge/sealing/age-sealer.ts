import { utilityProcess } from 'electron';
import type { Sealer } from '../../core/ports/sealer';
import { onDemand, type SealingProcess } from './on-demand';
import type { PassphraseReply } from './passphrase-job';
import { createSealer } from './sealer';

/**
 * Sealing with age, passphrases in a process of its own.
 *
 * @param script the built sealing-process.js
 */
export function ageSealer(script: string): Sealer {
  return createSealer(onDemand((onEnd) => start(script, onEnd)));
}

function start(script: string, onEnd: () => void): SealingProcess {
  const child = utilityProcess.fork(script, [], { serviceName: 'Latchkey sealing', stdio: 'ignore' });
  child.once('exit', onEnd);
  return {
    do(job) {
      return new Promise((resolve, reject) => {
        const onExit = (): void => reject(new Error('the sealing process ended'));
        child.once('exit', onExit);
        child.once('message', (reply: PassphraseReply) => {
          child.off('exit', onExit);
          resolve(reply);
        });
        child.postMessage(job);
      });
    },
    end() {
      child.kill();
    },
  };
}
