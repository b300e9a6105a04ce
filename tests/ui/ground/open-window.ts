import type { Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  type Backend,
  type CallName,
  calls,
  type News,
  type NewsName,
} from '../../../src-main/contract/contract';
import { SnapshotPatches } from '../../../src-main/contract/snapshot-patches';
import { answer, newsText } from '../../../src-main/contract/wire';
import { type App, createApp } from '../../../src-main/core/app';
import type { Ports } from '../../../src-main/core/ports/ports';
import { bundle, bundleOrigin } from '../../../src-main/edge/pages/bundle';

const dist = path.resolve(import.meta.dirname, '../../../dist');
/** A browser cannot load `app:`; the same files, with the same headers, stand under this name. */
const origin = 'https://bundle.test';

/** Debian's Chromium where it is there; else the browser that Playwright brings. */
export const browser = existsSync('/usr/bin/chromium') ? { executablePath: '/usr/bin/chromium' } : {};

/** What a window told of itself while it was open. */
export interface Opened {
  /** Every Content-Security-Policy violation and every uncaught error so far. */
  readonly complaints: readonly string[];
  /** The core, as main has it. */
  readonly app: App;
  /** The core that the window talks to. */
  readonly backend: Backend;
  /** Tells the window some news, as main does. */
  readonly tell: <N extends NewsName>(name: N, news: News<N>) => Promise<void>;
}

/**
 * Opens the built window in a browser page on a core that runs here, in the test's process.
 *
 * @param query of the page's address, such as `?words=pseudo`
 */
export async function openWindow(
  page: Page,
  ports: Ports,
  entry: 'index' | 'quick' = 'index',
  query = '',
): Promise<Opened> {
  const app = createApp(ports);
  const respond = answer(app.backend, (where, error) => {
    complaints.push(`${where}: ${String(error)}`);
    return 'test';
  });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });

  const serve = bundle(dist);
  await page.route(`${origin}/**`, async (route) => {
    const url = route.request().url().replace(origin, bundleOrigin);
    const { status, headers, body } = await serve(route.request().method(), url);
    await route.fulfill({ status, headers: { ...headers }, body });
  });
  await page.exposeFunction('askMain', (name: string, input: unknown) => respond(name, input));
  await page.addInitScript(
    (names: readonly string[]) => {
      const listeners: Record<string, ((news: unknown) => void)[]> = {
        snapshot: [],
        command: [],
        quickVerify: [],
      };
      const listenTo =
        (name: string) =>
        (listener: (news: unknown) => void): unknown =>
          listeners[name]?.push(listener);
      const asking = window as unknown as { askMain: (name: string, input: unknown) => Promise<unknown> };
      const functions = names.map((name) => [name, (input: unknown) => asking.askMain(name, input)]);
      const latchkey = {
        calls: Object.fromEntries(functions) as Record<string, (input: unknown) => Promise<unknown>>,
        news: {
          snapshot: listenTo('snapshot'),
          command: listenTo('command'),
          quickVerify: listenTo('quickVerify'),
        },
      };
      const tellNews = (name: string, news: unknown): void =>
        listeners[name]?.forEach((listener) => listener(news));
      Object.assign(window, { latchkey, tellNews });
    },
    Object.keys(calls) satisfies string[] as CallName[],
  );
  const tell: Opened['tell'] = (name, news) =>
    page.evaluate(
      (told) => (window as unknown as { tellNews: (name: string, news: string) => void }).tellNews(...told),
      [name, newsText(news)] as [string, string],
    );
  // The page may be gone when the last call of a test ends.
  const patches = new SnapshotPatches(app.snapshot());
  app.onSnapshot((snapshot) => void tell('snapshot', patches.next(snapshot)).catch(() => undefined));
  await page.goto(`${origin}/${entry}.html${query}`);
  return { complaints, app, backend: app.backend, tell };
}
