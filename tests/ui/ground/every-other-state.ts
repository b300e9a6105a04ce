import type { Page } from '@playwright/test';
import type { MemoryFiles } from '../../fakes/memory-files';
import type { LatchkeyWindow } from '../../pages/latchkey-window';
import { addHandKept } from './add-hand-kept';
import { expect } from './fixtures';
import type { PracticeInTest } from './practice-in-test';

/** What an answer of the service leads to: a session, the end of the service in sight, a refused token, a pause. */
export async function* everyAnswer(
  { verify, alert }: LatchkeyWindow,
  practice: PracticeInTest,
): AsyncGenerator<string> {
  const service = await practice.service();
  const on = 'POST /user/otp/verify/{otp}';
  const sunset = { Sunset: 'Tue, 30 Jun 2099 00:00:00 GMT' };
  service.setFault({ on, status: 200, headers: sunset, body: '{"token":"a-session-token"}' });
  await verify.type('111111');
  await expect(verify.copySession).toBeVisible();
  yield 'verify, a session and a sunset';
  await verify.copySession.click();
  yield 'verify, a session was copied';
  for (const [status, said] of [
    [401, 'refused'],
    [403, 'does not allow'],
    [503, 'a problem of its own'],
    [200, 'does not understand'],
    [404, 'nothing at this address'],
    [429, 'pause'],
  ] as const) {
    const body = status === 200 ? '{}' : '';
    service.setFault(status === 401 ? { status, body } : { on, status, body });
    await verify.type('222222');
    await expect(alert).toContainText(said);
    yield `verify, an answer of ${status}`;
  }
}

/** Codes whose note is being written, and that would be replaced without a backup. */
export async function* everyUnbackedCode(
  window: LatchkeyWindow,
  { page, files }: { readonly page: Page; readonly files: MemoryFiles },
): AsyncGenerator<string> {
  const { recoveryCodes, backups } = window;
  await backups.setUpWith('a passphrase of my own');
  await expect(backups.folders).toHaveCount(1);
  await window.open('Recovery codes');
  await recoveryCodes.fetch.click();
  await recoveryCodes.generateNew();
  await expect(recoveryCodes.rows).toHaveCount(10);
  yield 'recovery codes, backed up';
  await recoveryCodes.rows.getByRole('button', { name: 'Note on code 1', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  yield 'recovery codes, a note';
  await page.keyboard.press('Escape');
  files.trouble.set('/usb', 'gone');
  await recoveryCodes.generateNew();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  yield 'recovery codes, generating without a backup';
}

/** More other codes than are seen at a glance, and a window that has nothing else. */
export async function* everyOtherAlone(window: LatchkeyWindow, page: Page): AsyncGenerator<string> {
  const { recoveryCodes, settings } = window;
  await addHandKept(page, ['Bank', 'Mail', 'Shop', 'Bank', 'Mail', 'Shop', 'Bank', 'Mail', 'Shop']);
  await window.open('Recovery codes');
  await recoveryCodes.others.show();
  await recoveryCodes.others.search.fill('mail');
  await expect(recoveryCodes.others.ledgers).toHaveCount(3);
  yield 'other codes, a search';
  await recoveryCodes.others.search.fill('zoo');
  await expect(recoveryCodes.others.ledgers).toHaveCount(0);
  yield 'other codes, nothing found';
  await window.open('Settings');
  await settings.remove('Practice service');
  await expect(settings.account('Practice service')).toHaveCount(0);
  yield 'settings, no account';
  await window.open('Verify');
  yield 'verify, no account';
  await window.open('Recovery codes');
  yield 'other codes, no account';
}
