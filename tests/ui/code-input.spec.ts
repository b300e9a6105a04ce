import type { Page } from '@playwright/test';
import type { VerifyPage } from '../pages/verify-page';
import { expect, test } from './ground/fixtures';
import type { PracticeInTest } from './ground/practice-in-test';

/** How often the service was asked about a code. */
const tries = async (practice: PracticeInTest): Promise<number> =>
  (await practice.service()).seen().filter(({ path }) => path.includes('/verify/')).length;

/** Copies a text in another page, as from another program, and comes back. */
async function copy(page: Page, text: string): Promise<void> {
  const elsewhere = await page.context().newPage();
  await elsewhere.setContent('<textarea></textarea>');
  await elsewhere.locator('textarea').fill(text);
  await elsewhere.locator('textarea').press('Control+a');
  await elsewhere.locator('textarea').press('Control+c');
  await elsewhere.close();
  await page.bringToFront();
}

/** Where the caret is drawn, counted from the first box. */
const caretOf = ({ hereBox }: VerifyPage): Promise<number> =>
  hereBox.evaluate((box) => [...(box.parentElement?.children ?? [])].indexOf(box));

test('an input method composes in peace, and its code is sent once', async ({
  practiced,
  practice,
  page,
}) => {
  const { verify } = practiced;
  const keyboard = await page.context().newCDPSession(page);
  const compose = async (text: string): Promise<void> => {
    for (let length = 1; length <= text.length; length += 1) {
      const place = { selectionStart: length, selectionEnd: length };
      await keyboard.send('Input.imeSetComposition', { text: text.slice(0, length), ...place });
      await expect(verify.code).toHaveValue(text.slice(0, length));
    }
  };
  await verify.code.focus();
  for (const [composed, code] of [
    ['１２３４５６', '123456'],
    ['654321', '654321'],
  ] as const) {
    await verify.code.fill('');
    const before = await tries(practice);
    await compose(composed);
    expect(await tries(practice)).toBe(before);
    await keyboard.send('Input.insertText', { text: composed });
    await expect(verify.status).toContainText('refused this code');
    await expect(verify.code).toHaveValue(code);
    expect(await tries(practice)).toBe(before + 1);
  }
});

test('digits and pasted codes go into the boxes from anywhere, and buttons keep their keys', async ({
  practiced,
  practice,
  page,
}) => {
  const { verify } = practiced;
  await verify.textMe.focus();
  await page.keyboard.type('12');
  await expect(verify.code).toHaveValue('12');
  await expect(verify.code).toBeFocused();
  await verify.textMe.focus();
  await page.keyboard.press('Enter');
  await expect(verify.status).toContainText('on its way');
  await verify.textMe.focus();
  await page.keyboard.press('x');
  await expect(verify.textMe).toBeFocused();
  const code = (await practice.service()).messages().at(-1)?.code ?? '';
  await copy(page, `Your code is ${code.slice(0, 3)} ${code.slice(3)}. Don’t share it.`);
  await page.keyboard.press('Control+v');
  await expect(verify.status).toContainText('Code accepted');
  expect(await tries(practice)).toBe(1);
  await verify.code.focus();
  expect(await caretOf(verify)).toBe(0);
  for (const [text, sent] of [
    ['G-123456', '123456'],
    ['code:234567', '234567'],
    ['Use 345678 to sign in.\n@example.com #345678', '345678'],
    ['您的验证码是456789，请勿泄露。', '456789'],
    ['رمز التحقق هو ٥٦٧٨٩٠', '567890'],
  ] as const) {
    await verify.code.fill('12');
    await copy(page, text);
    await verify.code.press('Control+v');
    await expect(verify.status).toContainText('refused this code');
    await expect(verify.code).toHaveValue(sent);
  }
});

test('of a text that holds no code nothing leaves', async ({ practiced, practice }) => {
  const { verify } = practiced;
  const before = (await practice.service()).seen().length;
  for (const text of [
    'hello world',
    'Tr0ub4dor&3',
    'lantern pebble orbit amber',
    'hunter2',
    '4111 1111 1111 1111',
  ]) {
    await verify.code.fill(text);
    await verify.code.press('Enter');
    await expect(practiced.alert).toContainText('nothing was sent');
    await expect(verify.code).toHaveValue(text);
  }
  expect((await practice.service()).seen()).toHaveLength(before);
});

test('a pause counts down on Verify, and nothing is sent in it', async ({ practiced, practice }) => {
  const { verify } = practiced;
  const on = 'POST /user/otp/verify/{otp}';
  (await practice.service()).setFault({ on, status: 429, headers: { 'Retry-After': '40' }, body: '' });
  await verify.type('123456');
  await expect(verify.verify).toContainText(/0:\d\d/);
  await expect(verify.verify).toHaveAttribute('aria-disabled', 'true');
  await verify.code.press('Enter');
  await verify.type('234567');
  await verify.code.press('Enter');
  await expect(practiced.alert).toContainText('asks for a pause');
  expect(await tries(practice)).toBe(1);
});

test('after a dead code a new text is what stands out, and one sentence says why', async ({
  practiced,
  practice,
  page,
}) => {
  const { verify } = practiced;
  const service = await practice.service();
  await verify.requestCode();
  await service.expireCodes();
  service.setFault({ on: 'POST /user/otp/verify/{otp}', latencyMs: 300 });
  await verify.type(service.messages().at(-1)?.code ?? '');
  await expect(page.locator('button[type=submit]')).toHaveAttribute('aria-busy', 'true');
  await expect(verify.status).toContainText('has expired');
  await expect(verify.textMe).toHaveClass(/primary/);
  await expect(verify.verify).not.toHaveClass(/primary/);
  await expect(verify.status).not.toContainText('The service said');
});

test('a code that was copied since a text was asked for is offered, and sent when it is taken', async ({
  practiced,
  practice,
  desktop,
  page,
}) => {
  const { verify } = practiced;
  const comeBack = (): Promise<unknown> => page.evaluate(() => dispatchEvent(new Event('focus')));
  desktop.clipboard = '111111';
  await comeBack();
  await verify.requestCode();
  await comeBack();
  await expect(verify.enterCopied).toBeHidden();
  const code = (await practice.service()).messages().at(-1)?.code ?? '';
  desktop.clipboard = `Your code is ${code}.`;
  await comeBack();
  await expect(verify.enterCopied).toContainText(`${code.slice(0, 3)} ${code.slice(3)}`);
  expect(await tries(practice)).toBe(0);
  await verify.enterCopied.click();
  await expect(verify.status).toContainText('Code accepted');
});
