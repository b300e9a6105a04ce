import type { PracticeMessage, PracticeRunner } from '../../../src-main/core/ports/practice';
import { type PracticeService, startPracticeService } from '../../../src-main/practice-service/server';

/** The real practice service, in the test's own process instead of one of its own. */
export class PracticeInTest implements PracticeRunner {
  #service: Promise<PracticeService> | undefined;
  #tell: (messages: readonly PracticeMessage[]) => void = () => undefined;

  async service(): Promise<PracticeService> {
    this.#service ??= startPracticeService({
      onMessage: () => void this.#service?.then((service) => this.#tell(service.messages())),
    });
    return this.#service;
  }

  async start(): Promise<string> {
    return (await this.service()).url;
  }

  async allowToken(token: string): Promise<void> {
    await (await this.service()).allowToken(token);
  }

  onMessages(listener: (messages: readonly PracticeMessage[]) => void): void {
    this.#tell = listener;
  }

  onStopped(): void {
    // It lives as long as the test.
  }

  async close(): Promise<void> {
    await (await this.#service)?.close();
  }
}
