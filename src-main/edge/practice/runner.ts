import { utilityProcess, type UtilityProcess } from 'electron';
import type { PracticeMessage, PracticeRunner } from '../../core/ports/practice';
import type { FromPractice, ToPractice } from './messages';

interface Running {
  readonly child: UtilityProcess;
  readonly url: Promise<string>;
}

/**
 * Runs the practice service in a process of its own, on first use, and anew after it ended.
 *
 * @param script the built practice-process.js
 * @param stateFile where it keeps its state between runs
 */
export function practiceRunner(script: string, stateFile: string): PracticeRunner {
  let running: Running | undefined;
  let tellMessages: (messages: readonly PracticeMessage[]) => void = () => undefined;
  let tellStopped: () => void = () => undefined;

  const launch = (): Running => {
    const child = utilityProcess.fork(script, [stateFile], {
      serviceName: 'Latchkey practice service',
      stdio: 'ignore',
    });
    child.on('message', (message: FromPractice) => {
      if (message.told === 'messages') tellMessages(message.messages);
    });
    child.once('exit', () => {
      if (running?.child === child) running = undefined;
      tellStopped();
    });
    return { child, url: reply(child, 'listening').then(({ url }) => url) };
  };

  return {
    start() {
      running ??= launch();
      return running.url;
    },
    async allowToken(token) {
      running ??= launch();
      const { child, url } = running;
      await url;
      const allowed = reply(child, 'allowed');
      child.postMessage({ allowToken: token } satisfies ToPractice);
      await allowed;
    },
    onMessages(listener) {
      tellMessages = listener;
    },
    onStopped(listener) {
      tellStopped = listener;
    },
  };
}

/** The next message of a kind. Rejects when the process ends before it. */
function reply<K extends FromPractice['told']>(child: UtilityProcess, kind: K) {
  return new Promise<Extract<FromPractice, { told: K }>>((resolve, reject) => {
    const onMessage = (message: FromPractice): void => {
      if (message.told !== kind) return;
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(message as Extract<FromPractice, { told: K }>);
    };
    const onExit = (): void => reject(new Error('the practice service ended'));
    child.on('message', onMessage);
    child.once('exit', onExit);
  });
}
