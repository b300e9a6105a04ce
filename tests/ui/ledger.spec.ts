import { expect, test } from './ground/fixtures';
import { lookAt } from './ground/look-at';

test.beforeEach(async ({ practiced }) => {
  await practiced.open('Recovery codes');
  await practiced.recoveryCodes.fetch.click();
  await practiced.recoveryCodes.generateNew();
  await expect(practiced.recoveryCodes.rows).toHaveCount(10);
});

test('the next code is copied, marked as used, and taken back', async ({ practiced, desktop }) => {
  const { recoveryCodes } = practiced;
  await recoveryCodes.reveal.click();
  const [first = '', second = ''] = await recoveryCodes.shown();
  await recoveryCodes.useNext.click();
  await expect(recoveryCodes.status).toContainText('Code 1 is copied and marked as used');
  expect(desktop.clipboard).toBe(first);
  await expect(recoveryCodes.used(1)).toBeChecked();
  await expect(recoveryCodes.meter).toHaveAttribute('aria-valuetext', '9 of 10 left');

  await recoveryCodes.undo.click();
  await expect(recoveryCodes.used(1)).not.toBeChecked();
  await expect(recoveryCodes.undo).toBeHidden();
  await recoveryCodes.used(1).click();
  await expect(recoveryCodes.row(1)).toContainText('Used');
  await recoveryCodes.useNext.click();
  await expect(recoveryCodes.status).toContainText('Code 2 is');
  expect(desktop.clipboard).toBe(second);
});

test('states and notes are seen while the codes are hidden', async ({ practiced, page }) => {
  const { recoveryCodes } = practiced;
  await recoveryCodes.copy(3);
  await expect(recoveryCodes.status).toContainText('Copied code 3');
  await expect(recoveryCodes.row(3)).toContainText('Perhaps used');
  await recoveryCodes.answer(3, false);
  await expect(recoveryCodes.row(3)).not.toContainText('Perhaps used');
  await recoveryCodes.copy(3);
  await recoveryCodes.answer(3, true);
  await expect(recoveryCodes.used(3)).toBeChecked();
  await recoveryCodes.note(3, 'Spent at the airport');
  await expect(recoveryCodes.row(3)).toContainText('Spent at the airport');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(recoveryCodes.codes).toHaveCount(0);
});

test('what is written beside the last code is read before it is used', async ({
  practiced,
  page,
  desktop,
}) => {
  const { recoveryCodes } = practiced;
  await recoveryCodes.note(1, 'In the safe, for my brother');
  for (let place = 2; place <= 10; place += 1) {
    await recoveryCodes.useNext.click();
    await expect(recoveryCodes.used(place)).toBeChecked();
  }
  const before = desktop.clipboard;
  await recoveryCodes.useNext.click();
  const note = page.getByRole('dialog', { name: 'Note on code 1' });
  await expect(note).toContainText('In the safe, for my brother');
  await lookAt(page, 'notes', 'note-first');
  await note.getByRole('button', { name: 'Cancel' }).click();
  await expect(recoveryCodes.used(1)).not.toBeChecked();
  expect(desktop.clipboard).toBe(before);
  await recoveryCodes.useNext.click();
  await note.getByRole('button', { name: 'Use code 1' }).click();
  await expect(recoveryCodes.used(1)).toBeChecked();
  expect(desktop.clipboard).not.toBe(before);
});

test('a tick that cannot be kept is not shown', async ({ practiced, vaultFile }) => {
  vaultFile.full = true;
  await practiced.recoveryCodes.used(1).click();
  await expect(practiced.alert).toContainText('could not be sealed');
  await expect(practiced.recoveryCodes.used(1)).not.toBeChecked();
});

test('the last three are warned of, and the last one more loudly', async ({ practiced, page }) => {
  const { recoveryCodes } = practiced;
  for (let used = 0; used < 7; used += 1) {
    await expect(page.getByText(/codes? (are|is) left\./)).toHaveCount(0);
    await recoveryCodes.useNext.click();
    await expect(recoveryCodes.used(used + 1)).toBeChecked();
  }
  await expect(page.getByText('Three codes are left.')).toBeVisible();
  for (const place of [8, 9]) {
    await recoveryCodes.useNext.click();
    await expect(recoveryCodes.used(place)).toBeChecked();
  }
  await expect(page.getByText('One code is left.')).toBeVisible();
  await recoveryCodes.useNext.click();
  await expect(page.getByText('No unused code is left.')).toBeVisible();
  await expect(recoveryCodes.useNext).toHaveAttribute('aria-disabled', 'true');
});

test('replaced sets are shown below the revealed codes', async ({ practiced, page }) => {
  const { recoveryCodes } = practiced;
  await recoveryCodes.reveal.click();
  const [old = ''] = await recoveryCodes.shown();
  await recoveryCodes.generateNew();
  await expect(page.getByText('One replaced set is kept')).toBeVisible();
  await recoveryCodes.reveal.click();
  await expect(recoveryCodes.replaced).toHaveText('Replaced sets (1)');
  await recoveryCodes.replaced.click();
  await expect(page.getByText(old)).toBeVisible();
  expect(await recoveryCodes.shown()).not.toContain(old);
});

test('new codes that cannot be sealed are held, and said to be so', async ({
  practiced,
  practice,
  vaultFile,
  page,
}) => {
  const service = await practice.service();
  service.setFault({ on: 'POST /user/otp/recovery-codes', latencyMs: 500 });
  await practiced.recoveryCodes.generateNew();
  // The vault was proven to be writable by now; the disk fills up while the service answers.
  await expect.poll(() => service.seen().filter(({ method }) => method === 'POST').length).toBe(2);
  vaultFile.full = true;
  await expect(practiced.alert).toContainText('could not be sealed');
  await expect(page.getByText('gone when you quit')).toBeVisible();
  await practiced.recoveryCodes.reveal.click();
  await expect(practiced.recoveryCodes.codes).toHaveCount(10);
});
