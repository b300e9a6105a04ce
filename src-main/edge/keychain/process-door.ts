import { app } from 'electron';
import { AfterIdle } from '../processes/after-idle';
import { ChildProcess } from '../processes/child-process';
import { whenUnseen } from '../windows/when-unseen';
import type { KeychainDoor } from './keychain';
import type { KeychainCall, KeychainReply } from './keytar-calls';

type KeychainProcess = ChildProcess<KeychainCall, KeychainReply>;

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
  let running: KeychainProcess | undefined;
  let waiting = 0;

  const end = (): void => {
    running?.end();
    running = undefined;
  };
  const idle = new AfterIdle(idleLimit, () => {
    if (waiting === 0 && !isAnythingOpen()) end();
  });
  whenUnseen(isAnythingOpen, () => idle.rest());

  const start = (): KeychainProcess => {
    const child: KeychainProcess = new ChildProcess(script, {
      name: 'keychain',
      onEnd: () => {
        if (running === child) running = undefined;
      },
    });
    return child;
  };

  return {
    async call(call) {
      waiting += 1;
      try {
        // The vault is opened at the start, and Electron begins no process before it is ready.
        await app.whenReady();
        return await (running ??= start()).ask(call);
      } finally {
        waiting -= 1;
        idle.rest();
      }
    },
    abandon: end,
  };
}
