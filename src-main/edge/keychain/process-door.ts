import { utilityProcess, type UtilityProcess } from 'electron';
import { AfterIdle } from '../processes/after-idle';
import { whenUnseen } from '../windows/when-unseen';
import type { KeychainDoor } from './keychain';
import type { KeychainReply } from './keytar-calls';

/**
 * Milliseconds for which the process waits for another call while no window is open: in the tray it would be an eighth
 * of Latchkey's memory. A new one takes an eighth of a second.
 */
const idleLimit = 8_000;

/**
 * The keychain's library in a process of its own (Linux): there it may hang or crash without taking Latchkey along.
 * The process is started on the first call, and again after it died, or was ended as nobody needed it.
 *
 * @param script the built keychain-process.js
 * @param isAnythingOpen whether a window is: it is kept then
 */
export function processDoor(script: string, isAnythingOpen: () => boolean): KeychainDoor {
  let running: UtilityProcess | undefined;
  let waiting = 0;

  const end = (): void => {
    running?.kill();
    running = undefined;
  };
  const idle = new AfterIdle(idleLimit, () => {
    if (waiting === 0 && !isAnythingOpen()) end();
  });
  whenUnseen(isAnythingOpen, () => idle.rest());

  const start = (): UtilityProcess => {
    const child = utilityProcess.fork(script, [], { serviceName: 'Latchkey keychain', stdio: 'ignore' });
    child.once('exit', () => {
      if (running === child) running = undefined;
    });
    return child;
  };

  const ask = (call: Parameters<KeychainDoor['call']>[0]): Promise<KeychainReply> => {
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
  };

  return {
    async call(call) {
      waiting += 1;
      try {
        return await ask(call);
      } finally {
        waiting -= 1;
        idle.rest();
      }
    },
    abandon: end,
  };
}
