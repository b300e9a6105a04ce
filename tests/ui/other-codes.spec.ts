import { expect, test } from './ground/fixtures';

test('codes of another site are pasted, used, changed and removed', async ({ practiced, desktop }) => {
  const { recoveryCodes } = practiced;
  const { others } = recoveryCodes;
  await practiced.open('Recovery codes');
  await others.show();
  await others.add('Bank', '1. abcd-efgh\n2. ijkl-mnop\n• qrst-uvwx');
  await expect(recoveryCodes.rows).toHaveCount(3);
  await recoveryCodes.useNext.click();
  await expect(recoveryCodes.meter).toHaveAttribute('aria-valuetext', '2 of 3 left');
  expect(desktop.clipboard).toBe('abcd-efgh');

  await others.change.click();
  await others.label.fill('My bank');
  await others.pasted.fill('yyyy-zzzz');
  await others.save.click();
  await expect(recoveryCodes.status).toContainText('The old set is kept as replaced');
  await expect(recoveryCodes.rows).toHaveCount(1);

  await others.back.click();
  await expect(others.ledgers).toHaveCount(1);
  await others.open('My bank');
  await others.removeOpen();
  await expect(recoveryCodes.status).toContainText('“My bank” is removed');
  await expect(others.ledgers).toHaveCount(0);
});

test('the codes of a removed account stay', async ({ practiced }) => {
  const { recoveryCodes, settings } = practiced;
  await practiced.open('Recovery codes');
  await recoveryCodes.fetch.click();
  await recoveryCodes.generateNew();
  await expect(recoveryCodes.rows).toHaveCount(10);
  await practiced.open('Settings');
  await settings.account('Practice service').getByRole('button', { name: 'Remove' }).click();
  await expect(settings.dialog).toContainText('stay under Other codes');
  await settings.dialog.getByRole('button', { name: 'Remove', exact: true }).click();

  await practiced.open('Recovery codes');
  await recoveryCodes.others.open('Practice service');
  await expect(recoveryCodes.rows).toHaveCount(10);
});
