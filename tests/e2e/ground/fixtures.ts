import { test as base } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Display, startDisplay } from '../../../scripts/desktop/display.mjs';
import { type Session, startSession } from '../../../scripts/desktop/session.mjs';
import {
  type PracticeOptions,
  type PracticeService,
  startPracticeService,
} from '../../../src-main/practice-service/server';
import { launch, type Running } from './launcher';

/** A real service for a test: the practice service in the test's own process, with a token that it accepts. */
export interface Service {
  readonly practice: PracticeService;
  readonly url: string;
  readonly token: string;
}

interface Fixtures {
  /** A bus and an open keyring of the test's own; on macOS and Windows the person's own session. */
  session: Session;
  /** An empty profile folder. */
  profile: string;
  /** Options of the service; set with `test.use`. */
  serviceOptions: PracticeOptions;
  service: Service;
  /** Starts Latchkey on the profile; called again after a quit, it is a restart. */
  start: () => Promise<Running>;
}

interface ForAll {
  /** The screen of those tests that run one after the other; null for the person's own, on macOS and Windows. */
  sharedScreen: Display | null;
}

export const test = base.extend<Fixtures, ForAll>({
  // Two tests at a time on one screen would see each other's windows, and copy over each other's codes.
  sharedScreen: [
    async ({}, use) => {
      const screen = process.platform === 'linux' ? await startDisplay() : null;
      await use(screen);
      await screen?.dispose();
    },
    { scope: 'worker' },
  ],
  session: async ({ sharedScreen }, use) => {
    const session = await startSession({ display: sharedScreen?.name });
    await use(session);
    await session.dispose();
  },
  profile: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-profile-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  serviceOptions: [{}, { option: true }],
  service: async ({ serviceOptions }, use) => {
    const token = randomBytes(24).toString('hex');
    const practice = await startPracticeService({ tokens: [token], ...serviceOptions });
    await use({ practice, url: practice.url, token });
    await practice.close();
  },
  start: async ({ session, profile }, use, info) => {
    const started: Running[] = [];
    await use(async () => {
      const running = await launch(profile, session.env);
      started.push(running);
      return running;
    });
    for (const running of started) await running.quit().catch(() => undefined);
    const said = started.map((running) => running.output()).join('\n');
    if (info.status !== info.expectedStatus) await info.attach('output', { body: said });
  },
});

export { expect } from '@playwright/test';
