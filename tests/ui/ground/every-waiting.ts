import type { Page } from '@playwright/test';
import { TakenOverPage } from '../../pages/taken-over-page';
import { expect } from './fixtures';
import type { Opened } from './open-window';
import { tellLock, tellSnapshot } from './tell-snapshot';

/** What waits for a yes, for the keychain or for what else keeps Latchkey from being open. */
export async function* everyWaiting(opened: Opened, page: Page): AsyncGenerator<string> {
  const { sheet, notNow, look } = new TakenOverPage(page);
  await tellSnapshot(opened, {
    takenOver: {
      accounts: [
        { label: 'Work', serviceUrl: 'https://api.example.com/v1' },
        { label: 'Bank', serviceUrl: 'https://127.0.0.1:8443/v1' },
      ],
      folders: ['/usb', '/sync'],
    },
  });
  await expect(sheet).toBeVisible();
  yield 'taken over, the sheet';
  await notNow.click();
  await expect(look).toBeVisible();
  yield 'taken over, put off';
  await tellLock(opened, { opening: true });
  await expect(page.getByText('Opening…')).toBeVisible();
  yield 'lock, opening';
  for (const reason of ['keychain', 'key-missing', 'unreadable'] as const) {
    const keychain = { state: 'locked', backend: 'secret-service' } as const;
    await tellLock(opened, { reason }, { keychain });
    await expect(page.getByText('Latchkey is locked')).toBeVisible();
    yield `lock, for ${reason}`;
  }
}
