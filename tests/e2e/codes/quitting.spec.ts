import { answerBox, boxes, keepBoxes } from '../ground/boxes';
import { connected as test } from '../ground/connected';
import { expect } from '../ground/fixtures';

test('quitting asks while new codes are made, and shows them once they are here', async ({
  window,
  running,
  service,
}) => {
  service.practice.setFault({ on: 'POST /user/otp/recovery-codes', latencyMs: 5_000 });
  await keepBoxes(running);
  await window.open('Recovery codes');
  await window.recoveryCodes.fetch.click();
  await window.recoveryCodes.generate.click();
  await expect(window.recoveryCodes.dialog).toBeHidden();
  await expect(window.recoveryCodes.main).toContainText('Keep Latchkey open until they are here');

  await running.page.screenshot({ path: 'artifacts/notes/generating.png' });

  await running.app.evaluate(({ app }) => app.quit());
  await expect.poll(() => boxes(running)).toHaveLength(1);
  expect((await boxes(running))[0]).toMatchObject({ buttons: ['Wait for the codes', 'Quit anyway'] });
  await answerBox(running, 0);
  await expect(window.recoveryCodes.meter).toHaveAttribute('aria-valuetext', '10 of 10 left');

  expect(service.practice.seen().filter(({ method }) => method === 'POST')).toHaveLength(1);

  const ended = new Promise((resolve) => running.process.once('exit', resolve));
  await running.app.evaluate(({ app }) => app.quit());
  await ended;
});
