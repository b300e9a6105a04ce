import { expect, test } from './ground/fixtures';

test('a code typed with a dash submits itself once', async ({ practiced, practice }) => {
  const { verify } = practiced;
  await verify.requestCode();
  const service = await practice.service();
  const code = service.messages().at(-1)?.code ?? '';
  await verify.type(`${code.slice(0, 3)}-${code.slice(3)}`);
  await expect(verify.status).toContainText('Code accepted');
  expect(service.seen().filter(({ path }) => path.includes('verify'))).toHaveLength(1);
});

test('what cannot be a code is not sent, and stays in the field', async ({ practiced, practice }) => {
  const { verify } = practiced;
  for (const text of ['no code at all!', '../../user', '12345', '%2e%2e', 'ab/cd', '💥💥💥']) {
    await verify.code.fill(text);
    await verify.code.press('Enter');
    const said = practiced.alert.or(verify.status.filter({ hasText: 'refused' }));
    await expect(said.first()).toBeVisible();
    await expect(verify.code).toHaveValue(text);
  }
  const paths = (await practice.service()).seen().map(({ path }) => path);
  expect(paths.filter((path) => path.includes('..'))).toEqual([]);
});

test('ten thousand characters get one sentence and keep the layout', async ({
  practiced,
  practice,
  page,
}) => {
  const { verify } = practiced;
  await verify.code.fill('9'.repeat(10_000));
  await verify.code.press('Enter');
  await expect(practiced.alert).toContainText('too long for a code');
  await expect(practiced.alert).toHaveCount(1);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect((await practice.service()).seen().some(({ path }) => path.includes('verify'))).toBe(false);
});

test('a code that is under way cannot be changed or sent again', async ({ practiced, practice }) => {
  const { verify } = practiced;
  const service = await practice.service();
  service.setFault({ on: 'POST /user/otp/verify/{otp}', latencyMs: 1500 });
  await verify.type('123456');
  await expect(verify.code).not.toBeEditable();
  await verify.code.press('Enter');
  await verify.code.press('Enter');
  await expect(verify.status).toContainText('refused this code');
  await expect(verify.code).toBeEditable();
  expect(service.seen().filter(({ path }) => path.includes('verify'))).toHaveLength(1);
});
