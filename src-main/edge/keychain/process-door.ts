import { utilityProcess, type UtilityProcess } from 'electron';
import type { KeychainDoor } from './keychain';
import type { KeychainReply } from './keytar-calls';

/**
 * The keychain's library in a process of its own (Linux): there it may hang or crash without taking Latchkey along.
 * The process is started on the first call, and again after it died.
 *
 * @param script the built keychain-process.js
 */
export function processDoor(script: string): KeychainDoor {
  let running: UtilityProcess | undefined;

  const start = (): UtilityProcess => {
    const child = utilityProcess.fork(script, [], { serviceName: 'Latchkey keychain', stdio: 'ignore' });
    child.once('exit', () => {
      if (running === child) running = undefined;
    });
    return child;
  };

  return {
    call(call) {
      const child = (running ??= start());
      return new Promise<KeychainReply>((resolve, reject) => {
        const onExit = (): void => reject(new Error('the keychain process ended'));
        child.once('exit', onExit);
        child.once('message', (reply: KeychainReply) => {
          child.off('exit', onExit);
          resolve(reply);
        });
        child.postMessage(call);
      });
    },
    abandon() {
      running?.kill();
      running = undefined;
    },
  };
}
