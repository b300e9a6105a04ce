import type { FakeDesktop } from '../../fakes/fake-desktop';
import { LockPage } from '../../pages/lock-page';
import type { QuickVerifyPage } from '../../pages/quick-verify-page';
import { expect } from './fixtures';
import type { Opened } from './open-window';

/** Quick verify's window, from no account to a locked one. */
export async function* everyQuick(
  quick: QuickVerifyPage,
  { backend, tell }: Opened,
  desktop: FakeDesktop,
): AsyncGenerator<string> {
  const lock = new LockPage(quick.page);
  await expect(quick.openLatchkey).toBeVisible();
  yield 'quick, no account';
  await backend.addPracticeAccount({});
  await expect(quick.code).toBeFocused();
  yield 'quick, empty';
  desktop.clipboard = '135 246';
  await tell('quickVerify', { now: 'focused' });
  await expect(quick.paste).toBeVisible();
  yield 'quick, an offer';
  await quick.paste.click();
  await expect(quick.status).toContainText('refused');
  yield 'quick, refused';
  await quick.requestCode();
  yield 'quick, texted';
  await quick.type('zz');
  await quick.code.press('Enter');
  await expect(quick.alert).toBeVisible();
  yield 'quick, no code';
  await quick.code.fill('');
  await expect(quick.usePhone).toBeVisible();
  yield 'quick, an offer from the phone';
  await quick.usePhone.click();
  await expect(quick.status).toContainText('accepted');
  yield 'quick, accepted';
  await tell('quickVerify', { now: 'closed' });
  await tell('quickVerify', { now: 'opened' });
  desktop.clipboard = '';
  await tell('quickVerify', { now: 'focused' });
  await expect(quick.status).toBeEmpty();
  await expect(quick.code).toBeFocused();
  await backend.addAccount({
    ...{ label: 'Work', serviceUrl: 'http://127.0.0.1:9/v1', tokenPrefix: '', token: 'a-good-token' },
    ...{ saveUnchecked: true },
  });
  await expect(quick.accounts).toBeVisible();
  yield 'quick, two accounts';
  await quick.type('111111');
  await expect(quick.alert).toBeVisible();
  yield 'quick, offline';
  await tell('quickVerify', { now: 'closed' });
  await tell('quickVerify', { now: 'linked' });
  await quick.type('222222');
  await expect(quick.page.getByText('A link opened this window')).toBeVisible();
  yield 'quick, by a link';
  await backend.lock({});
  await expect(lock.heading).toBeVisible();
  yield 'quick, locked';
  await lock.unlock.click();
  await expect(lock.heading).toBeHidden();
  await backend.setLockPassphrase({ passphrase: '', newPassphrase: 'lantern pebble orbit' });
  await backend.lock({});
  await lock.unlockWith('not the one');
  await expect(lock.alert).toBeVisible();
  yield 'quick, a wrong passphrase';
}
