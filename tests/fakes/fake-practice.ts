import type { PracticeMessage, PracticeRunner } from '../../src-main/core/ports/practice';

/** A practice service that is a URL and a list of tokens; its HTTP is the fake one's business. */
export class FakePractice implements PracticeRunner {
  url = 'http://127.0.0.1:4100';
  /** It does not come up. */
  broken = false;
  readonly tokens: string[] = [];
  starts = 0;
  /** Tells of the phone's messages, as the service's process does. */
  tell: (messages: readonly PracticeMessage[]) => void = () => undefined;
  /** Tells that the service's process has ended. */
  stop: () => void = () => undefined;

  start(): Promise<string> {
    this.starts += 1;
    return this.broken ? Promise.reject(new Error('the process ended')) : Promise.resolve(this.url);
  }

  allowToken(token: string): Promise<void> {
    if (this.broken) return Promise.reject(new Error('the process ended'));
    this.tokens.push(token);
    return Promise.resolve();
  }

  onMessages(listener: (messages: readonly PracticeMessage[]) => void): void {
    this.tell = listener;
  }

  onStopped(listener: () => void): void {
    this.stop = listener;
  }
}
