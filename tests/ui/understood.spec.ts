import { expect, test } from './ground/fixtures';

const page = `Bank of Northfield
Your backup codes, made on 2026-01-05. Each works once.
1. a1b2-c3d4    2. e5f6-g7h8 (used)
3. j9k0-m1n2    4. p3q4-r5s6
5. t7u8-v9w0
Authenticator secret: JBSWY3DPEHPK3PXP
`;

test.beforeEach(async ({ practiced }) => {
  await practiced.open('Recovery codes');
  await practiced.recoveryCodes.others.show();
});

test('what a page holds is seen row by row, and kept as it is left', async ({ practiced, page: tab }) => {
  const { recoveryCodes } = practiced;
  const { others } = recoveryCodes;
  await others.addButton.click();
  await others.label.fill('Bank');
  await others.pasted.fill(page);
  await expect(others.understood).toHaveCount(5);
  await expect(others.dialog).toContainText('Something else that looks like a secret was left out.');
  await expect(others.usedAlready(2)).toBeChecked();

  await others.usedAlready(4).check();
  await others.correct(3, 'j9k0-m1n3');
  await expect(others.dialog.getByRole('button', { name: 'Correct code 3' })).toBeFocused();
  await others.removeRow(1);
  await expect(others.dialog).toContainText('4 of 5 codes stay.');
  // The second is the same as the first then, which is refused where it stands.
  await others.correct(2, 'E5F6 G7H8');
  await others.save.click();
  await expect(practiced.alert).toContainText('One code is there twice');
  await expect(others.editing).toHaveValue('E5F6 G7H8');
  await tab.keyboard.press('Escape');
  await others.correct(2, 'j9k0-m1n4');
  await others.save.click();

  await expect(recoveryCodes.rows).toHaveCount(4);
  await recoveryCodes.reveal.click();
  expect(await recoveryCodes.shown()).toEqual(['e5f6-g7h8', 'j9k0-m1n4', 'p3q4-r5s6', 't7u8-v9w0']);
  for (const place of [1, 3]) await expect(recoveryCodes.used(place)).toBeChecked();
  await expect(recoveryCodes.meter).toHaveAttribute('aria-valuetext', '2 of 4 left');
});

test('files are dropped, opened and pasted, and a link is told from a code', async ({
  practiced,
  page: tab,
}) => {
  const { others } = practiced.recoveryCodes;
  await others.addButton.click();
  const given = await tab.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['{"recovery_codes":["abcd-1111","abcd-2222"]}'], 'codes.json'));
    return transfer;
  });
  await others.dialog.dispatchEvent('drop', { dataTransfer: given });
  await expect(others.understood).toHaveText([/abcd-1111/, /abcd-2222/]);

  await others.clear.click();
  await expect(others.understood).toHaveCount(0);
  const html = '<!doctype html><ul><li>abcd-3333</li><li>abcd-4444</li></ul>';
  await others.choose('codes.html', html);
  await expect(others.understood).toHaveText([/abcd-3333/, /abcd-4444/]);
  await others.choose('picture.png', '\u0089PNG\r\n\u001a\n');
  await expect(practiced.alert).toContainText('There is no text in this file, only pictures.');
  await expect(others.understood).toHaveCount(2);

  await tab.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['code\nabcd-5555\n'], 'codes.csv'));
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect(others.understood).toHaveText([/abcd-3333/, /abcd-4444/, /abcd-5555/]);
  await others.pasted.fill('otpauth://totp/Bank?secret=JBSWY3DPEHPK3PXP');
  await expect(practiced.alert).toContainText('a link that sets up an authenticator');
  await others.save.click();
  await expect(others.dialog).toBeVisible();
  await others.pasted.fill('JBSW Y3DP EHPK 3PXP');
  await expect(others.dialog).toContainText('This looks like the secret of an authenticator');
});

test('single codes of a kept list are corrected and removed by the keyboard', async ({
  practiced,
  page: tab,
}) => {
  const { recoveryCodes } = practiced;
  await recoveryCodes.others.add('Bank', 'abcd-1111\nabcd-2222\nabcd-3333');
  await expect(recoveryCodes.rows).toHaveCount(3);
  await recoveryCodes.more(1).focus();
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('ArrowUp');
  await tab.keyboard.press('Enter');
  await expect(recoveryCodes.status).toContainText('Code 1 is removed.');
  await expect(recoveryCodes.rows).toHaveCount(2);
  await recoveryCodes.undo.click();
  await expect(recoveryCodes.status).toContainText('Code 1 is back.');
  await expect(recoveryCodes.rows).toHaveCount(3);

  await recoveryCodes.more(2).click();
  await tab.getByRole('menuitem', { name: 'Correct' }).click();
  const code = tab.getByRole('dialog').getByRole('textbox', { name: 'Code' });
  await expect(code).toHaveValue('abcd-2222');
  await code.fill('abcd-9999');
  await tab.keyboard.press('Enter');
  await expect(recoveryCodes.status).toContainText('Code 2 is corrected.');
  expect(await recoveryCodes.shown()).toEqual(['abcd-1111', 'abcd-9999', 'abcd-3333']);
  await expect(recoveryCodes.more(2)).toBeFocused();
});
