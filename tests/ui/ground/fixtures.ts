import { chromium, expect, test as base } from '@playwright/test';
import type { Ports } from '../../../src-main/core/ports/ports';
import { undiciHttp } from '../../../src-main/edge/http/http';
import { quickVerifySize } from '../../../src-main/edge/windows/quick-verify-place';
import { wording } from '../../../src-main/edge/wording';
import { systemClock } from '../../../src-main/edge/program/clock-and-random';
import { FakeDesktop } from '../../fakes/fake-desktop';
import { FakeDialogs } from '../../fakes/fake-dialogs';
import { FakeLeftovers } from '../../fakes/fake-leftovers';
import { FakeLoginStart } from '../../fakes/fake-login-start';
import { FakeNotifications } from '../../fakes/fake-notifications';
import { FakePaper } from '../../fakes/fake-paper';
import { FakePresence } from '../../fakes/fake-presence';
import { FakeQuickVerify } from '../../fakes/fake-quick-verify';
import { FakeRandom } from '../../fakes/fake-random';
import { FakeScreenGuard } from '../../fakes/fake-screen-guard';
import { FakeSealer } from '../../fakes/fake-sealer';
import { testFacts } from '../../app/make-app';
import { MemoryPutAside } from '../../fakes/memory-put-aside';
import { FakeUpdates } from '../../fakes/fake-updates';
import { MemoryFiles } from '../../fakes/memory-files';
import { MemoryKeyFile } from '../../fakes/memory-key-file';
import { MemorySecrets } from '../../fakes/memory-secrets';
import { MemoryProfileFile } from '../../fakes/memory-profile-file';
import { MemorySettingsFile } from '../../fakes/memory-settings-file';
import { MemoryVaultFile } from '../../fakes/memory-vault-file';
import { LatchkeyWindow } from '../../pages/latchkey-window';
import { QuickVerifyPage } from '../../pages/quick-verify-page';
import { browser, type Opened, openWindow } from './open-window';
import { PracticeInTest } from './practice-in-test';

interface Fixtures {
  practice: PracticeInTest;
  secrets: MemorySecrets;
  vaultFile: MemoryVaultFile;
  desktop: FakeDesktop;
  updates: FakeUpdates;
  quickVerify: FakeQuickVerify;
  loginStart: FakeLoginStart;
  files: MemoryFiles;
  dialogs: FakeDialogs;
  paper: FakePaper;
  vaultKeyFile: MemoryKeyFile;
  presence: FakePresence;
  screenGuard: FakeScreenGuard;
  ports: Ports;
  /** The core behind the open window, and the way to tell that window something. */
  opened: Opened;
  /** The open window, on its first run. What it complained about fails the test. */
  window: LatchkeyWindow;
  /** Quick verify on its own page, without an account. */
  quick: QuickVerifyPage & Pick<Opened, 'backend' | 'tell'>;
  /** The open window with a practice account, on the Verify screen. */
  practiced: LatchkeyWindow;
}

/** The real window, core, HTTP and practice service; the keychain, the disk and the desktop are fakes. */
export const test = base.extend<Fixtures>({
  // A browser of our own: the option of the launch is not known before the machine is looked at.
  browser: [
    async ({}, use) => {
      const launched = await chromium.launch({ ...browser, args: ['--no-sandbox', '--disable-gpu'] });
      await use(launched);
      await launched.close();
    },
    { scope: 'worker' },
  ],
  viewport: { width: 880, height: 600 },
  practice: async ({}, use) => {
    const practice = new PracticeInTest();
    await use(practice);
    await practice.close();
  },
  secrets: async ({}, use) => use(new MemorySecrets()),
  vaultFile: async ({}, use) => use(new MemoryVaultFile()),
  desktop: async ({}, use) => use(new FakeDesktop()),
  quickVerify: async ({}, use) => use(new FakeQuickVerify()),
  loginStart: async ({}, use) => use(new FakeLoginStart()),
  files: async ({}, use) => use(new MemoryFiles()),
  dialogs: async ({}, use) => use(new FakeDialogs()),
  paper: async ({}, use) => use(new FakePaper()),
  vaultKeyFile: async ({}, use) => use(new MemoryKeyFile()),
  presence: async ({}, use) => use(new FakePresence()),
  screenGuard: async ({}, use) => use(new FakeScreenGuard()),
  updates: async ({}, use) => use(new FakeUpdates()),
  ports: async (
    {
      practice,
      secrets,
      vaultFile,
      desktop,
      quickVerify,
      loginStart,
      files,
      dialogs,
      paper,
      vaultKeyFile,
      presence,
      screenGuard,
      updates,
    },
    use,
  ) => {
    await use({
      version: '0.0.0-test',
      platform: 'linux',
      facts: testFacts,
      wording,
      markTemporaries: () => undefined,
      putAsideFiles: new MemoryPutAside(vaultFile, vaultKeyFile),
      secrets,
      profileFile: new MemoryProfileFile(),
      settingsFile: new MemorySettingsFile(),
      sealer: new FakeSealer(),
      vaultFile,
      http: undiciHttp(() => Promise.resolve('DIRECT')),
      clock: systemClock,
      random: new FakeRandom(),
      practice,
      desktop,
      quickVerify,
      notifications: new FakeNotifications(),
      loginStart,
      files,
      dialogs,
      paper,
      vaultKeyFile,
      presence,
      screenGuard,
      leftovers: new FakeLeftovers(),
      updates,
    });
  },
  opened: async ({ page, ports }, use) => use(await openWindow(page, ports)),
  window: async ({ page, opened }, use) => {
    await use(new LatchkeyWindow(page));
    expect(opened.complaints).toEqual([]);
  },
  quick: async ({ page, ports }, use) => {
    await page.setViewportSize(quickVerifySize);
    const { complaints, backend, tell } = await openWindow(page, ports, 'quick');
    await use(Object.assign(new QuickVerifyPage(page), { backend, tell }));
    expect(complaints).toEqual([]);
  },
  practiced: async ({ window }, use) => {
    await window.addAccount.practice.click();
    await expect(window.verify.heading).toBeVisible();
    await use(window);
  },
});

export { expect };
