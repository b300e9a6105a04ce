import { addHandKept } from './ground/add-hand-kept';
import { expect, test } from './ground/fixtures';

const sites = ['Bank', 'Café', 'Cloud', 'Forum', 'Mail', 'Mail at work', 'Phone', 'Registrar'];

test('more other codes than are seen at a glance can be searched by their labels', async ({
  practiced,
  page,
}) => {
  const { recoveryCodes } = practiced;
  const { others } = recoveryCodes;
  await addHandKept(page, sites);
  await practiced.open('Recovery codes');
  await others.show();
  await expect(others.ledgers).toHaveCount(8);
  await expect(others.search).toBeHidden();
  await addHandKept(page, ['Zoo']);
  await expect(others.search).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type('mail');
  await expect(others.ledgers).toHaveText([/^Mail /, /^Mail at work /]);
  await expect(recoveryCodes.status).toContainText('2 of 9 labels fit the search');
  await page.keyboard.type(' work/');
  await expect(others.search).toHaveValue('mail work/');
  await expect(others.ledgers).toHaveCount(0);

  await page.keyboard.press('Escape');
  await expect(others.ledgers).toHaveCount(9);
  await others.addButton.focus();
  await page.keyboard.press('Control+F');
  await expect(others.search).toBeFocused();
  await page.keyboard.type('cafe');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Café', level: 2 })).toBeFocused();

  await others.back.click();
  await expect(others.search).toHaveValue('cafe');
  await expect(others.ledgers).toHaveCount(1);
  await practiced.open('Settings');
  await practiced.open('Recovery codes');
  await others.show();
  await expect(others.ledgers).toHaveCount(9);
});

test('the field stays as long as something is searched for', async ({ practiced, page }) => {
  const { recoveryCodes } = practiced;
  const { others } = recoveryCodes;
  await addHandKept(page, [...sites, 'Zoo']);
  await practiced.open('Recovery codes');
  await others.show();
  await others.search.fill('zoo');
  await others.open('Zoo');
  await others.removeOpen();
  await expect(recoveryCodes.status).toContainText('“Zoo” is removed');
  await expect(others.ledgers).toHaveCount(0);
  await others.search.fill('');
  await expect(others.ledgers).toHaveCount(8);
});
