import { defineConfig } from '@playwright/test';

/**
 * Four ways to drive the built window: `ui` in a browser against the real core in the test process, `e2e` in the
 * real Electron with the real keychain, `tour` the main job from start to end with pictures, `package` the installed
 * package by an ordinary user. `npm test` runs all of them on a private desktop.
 */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'artifacts/playwright',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A busy machine is no failure: what is waited for may take its time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: { trace: 'off' },
  projects: [
    { name: 'ui', testDir: 'tests/ui' },
    { name: 'e2e', testDir: 'tests/e2e' },
    { name: 'tour', testDir: 'tests/tour' },
    { name: 'package', testDir: 'tests/package', fullyParallel: false, timeout: 240_000 },
  ],
});
