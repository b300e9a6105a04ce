import type { PracticeMessage, PracticeRunner } from '../../core/ports/practice';
import { ChildProcess } from '../processes/child-process';
import type { FromPractice, ToPractice } from './messages';

type PracticeProcess = ChildProcess<ToPractice, FromPractice>;

interface Running {
  readonly child: PracticeProcess;
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
    const child: PracticeProcess = new ChildProcess(script, {
      name: 'practice service',
      args: [stateFile],
      onEnd: () => {
        if (running?.child === child) running = undefined;
        tellStopped();
      },
    });
    child.onMessage((message) => {
      if (message.told === 'messages') tellMessages(message.messages);
    });
    return { child, url: child.next(is('listening')).then(({ url }) => url) };
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
      const allowed = child.next(is('allowed'));
      child.tell({ allowToken: token });
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

const is =
  <K extends FromPractice['told']>(kind: K) =>
  (message: FromPractice): message is Extract<FromPractice, { told: K }> =>
    message.told === kind;
