import { LatchkeyWindow } from '../../pages/latchkey-window';
import { expect, test } from '../ground/fixtures';
import type { Running } from '../ground/launcher';

/** The ids of the practice service's processes. */
const processes = ({ app }: Running): Promise<number[]> =>
  app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .filter(({ name }) => name === 'Latchkey practice service')
      .map(({ pid }) => pid),
  );

test('the practice service runs from the first call on, and its phone tells when it has ended', async ({
  start,
}) => {
  const first = await start();
  const window = new LatchkeyWindow(first.page);
  await window.addAccount.practice.click();
  await expect(window.verify.phone).toContainText('No messages yet');
  expect(await processes(first)).toHaveLength(1);
  await first.quit();

  const second = await start();
  const again = new LatchkeyWindow(second.page);
  await expect(again.verify.phone).toContainText('No messages yet');
  expect(await processes(second)).toEqual([]);
  await again.verify.requestCode();
  await expect(again.verify.useCode).toBeVisible();
  const [pid = NaN] = await processes(second);
  process.kill(pid, 'SIGKILL');
  await expect(again.verify.phone).toContainText('the practice service ended');
  await again.verify.type('123456');
  await expect(again.verify.status).toContainText('The service refused this code');
  expect(await processes(second)).toHaveLength(1);
});
