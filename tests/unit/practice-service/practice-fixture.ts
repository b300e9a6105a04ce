import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type PracticeOptions,
  type PracticeService,
  startPracticeService,
} from '../../../src-main/practice-service/server';
import { RecordingClient } from './recording-client';

export const TOKEN = 'practice-token';

/** A running service, a client with its token, and the clock that it lives by. */
export interface Practice {
  readonly service: PracticeService;
  readonly client: RecordingClient;
  readonly clock: Clock;
  /** Asks for an SMS and gives its code. */
  readonly text: () => Promise<string>;
}

/** A clock that stands still until it is moved. */
export class Clock {
  /** Epoch milliseconds. */
  now = Date.UTC(2026, 0, 2, 3, 4, 5, 678);

  /** Moves on, or back with less than zero. */
  pass({
    minutes = 0,
    seconds = 0,
    milliseconds = 0,
  }: {
    minutes?: number;
    seconds?: number;
    milliseconds?: number;
  }): void {
    this.now += (minutes * 60 + seconds) * 1000 + milliseconds;
  }
}

/** Starts a service that ends with the test. */
export async function startPractice(options: PracticeOptions = {}, clock = new Clock()): Promise<Practice> {
  const service = await startPracticeService({ tokens: [TOKEN], now: () => clock.now, ...options });
  onTestFinished(() => service.close());
  const client = new RecordingClient(service.url, TOKEN);
  const text = async () => {
    await client.post('/user/otp/sms/receive');
    return service.messages().at(-1)?.code ?? 'no code was sent';
  };
  return { service, client, clock, text };
}

/** A new folder that goes with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-practice-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Six digits that are not this code; another for each `salt` from 1 to 9. */
export function wrongCode(code: string, salt = 1): string {
  return code.replace(/^\d/, (digit) => String((Number(digit) + salt) % 10));
}
