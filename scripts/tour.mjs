import { join } from 'node:path';
import { startChild } from './desktop/child.mjs';
import { runOnDesktop } from './desktop/run-on-desktop.mjs';
import { startSession } from './desktop/session.mjs';
import { root } from './setup/places.mjs';
import { canHavePrivateDesktop, hasDisplay } from './setup/system-packages.mjs';

/**
 * Walks through Latchkey's main job step by step, with pictures: on the screen that is there, else on one of our own;
 * never with the person's own keyring where that can be helped.
 * @returns {Promise<number>} 0 when every step went well
 */
export async function walk() {
  const command = [
    join(root, 'node_modules/@playwright/test/cli.js'),
    ...['test', '--config', 'playwright.config.ts', '--project', 'tour'],
    ...['--reporter', './tests/tour/ticks-reporter.ts'],
  ];
  const isPossible = canHavePrivateDesktop();
  if (isPossible && !hasDisplay()) return runOnDesktop(process.execPath, command, { cwd: root });
  const session = isPossible ? await startSession() : null;
  try {
    return await new Promise((resolve, reject) => {
      const child = startChild(process.execPath, command, {
        cwd: root,
        stdio: 'inherit',
        env: session?.env ?? process.env,
      });
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
  } finally {
    await session?.dispose();
  }
}
