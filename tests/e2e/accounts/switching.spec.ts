import { connected as test } from '../ground/connected';
import { expect } from '../ground/fixtures';

test('what came of a code is there after a look at another account', async ({ window, service }) => {
  await window.open('Settings');
  await window.settings.addAccount.click();
  await window.addAccount.practice.click();
  await expect(window.verify.heading).toBeVisible();
  await window.switchTo('Work');
  await window.verify.requestCode();

  service.practice.setFault({ on: 'POST /user/otp/verify/{otp}', latencyMs: 700 });
  await window.verify.type(service.practice.messages().at(-1)?.code ?? '');
  await window.switchTo('Practice service');
  await expect(window.verify.code).toHaveValue('');
  await window.switchTo('Work');
  await expect(window.verify.status).toContainText('Code accepted');
});
