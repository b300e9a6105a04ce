import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { type ChildProcess, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const isRoot = process.getuid?.() === 0;

/** A Latchkey that runs, with its window open. */
export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly process: ChildProcess;
  /** Every Content-Security-Policy violation of the window so far. */
  readonly violations: readonly string[];
  /** Everything that the processes wrote to their output. */
  readonly output: () => string;
  /** Quits as a person would, and waits for the end. */
  quit(): Promise<void>;
}

/** Starts the built app in Electron on a profile folder, where it shows a window. */
export async function launch(
  profile: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): Promise<Running> {
  const started = await launchUnseen(profile, env, args);
  const page = await started.app.firstWindow();
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text())) violations.push(message.text());
  });
  return { ...started, page, violations };
}

/**
 * Starts the built app in Electron on a profile folder, and waits for no window.
 *
 * @param first a module that is loaded before the app
 */
export async function launchUnseen(
  profile: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  first?: string,
): Promise<Omit<Running, 'page' | 'violations'>> {
  const before = [...(isRoot ? ['--no-sandbox'] : []), ...(first === undefined ? [] : ['-r', first])];
  const app = await _electron.launch({
    args: [...before, '.', '--profile-dir', profile, ...args],
    cwd: root,
    env: env as Record<string, string>,
    // The driver would pretend a light desktop otherwise.
    colorScheme: null,
  });
  askAgain(app);
  let output = '';
  const child = app.process();
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  return { app, process: child, output: () => output, quit: () => app.close() };
}

/** Main clears its garbage away after a lock, and may take what answers the driver just then along: it is asked again. */
function askAgain(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app) as (...asked: unknown[]) => Promise<unknown>;
  const insist = async (...asked: unknown[]): Promise<unknown> =>
    evaluate(...asked).catch((error: unknown) => {
      if (error instanceof Error && error.message.includes('garbage collected')) return insist(...asked);
      throw error;
    });
  Object.assign(app, { evaluate: insist });
}

/** Runs the built app where it is expected to end by itself, without a driver. */
export function runUntilEnd(
  profile: string,
  env: NodeJS.ProcessEnv,
  more: readonly string[] = [],
): { status: number | null; stdout: string; stderr: string } {
  const electron = createRequire(import.meta.url)('electron') as string;
  const args = [...(isRoot ? ['--no-sandbox'] : []), root, `--profile-dir=${profile}`, ...more];
  const { status, stdout, stderr } = spawnSync(electron, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, stdout, stderr };
}
