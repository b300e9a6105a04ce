import { limits } from '#contract/limits';
import { aKit, passphrase, restoring as test } from './ground/a-kit';
import { expect } from './ground/fixtures';

test.beforeEach(async ({ practiced }) => {
  await practiced.open('Backups');
  await practiced.backups.restore.click();
});

test('a kit on its place opens it', async ({ restoring }) => {
  await restoring.drop(restoring.area, [{ name: 'kit.age', content: await aKit() }]);
  await restoring.open(passphrase);
  await expect(restoring.rows).toHaveCount(2);
});

test('what is no kit says why, and the next one can be dropped', async ({ practiced, restoring }) => {
  await restoring.drop(restoring.area, [{ name: 'kit.age', content: new Uint8Array(limits.sealed + 1) }]);
  await expect(practiced.alert).toContainText('too large');
  await restoring.drop(restoring.area, [{ name: 'a.txt', content: new TextEncoder().encode('hello') }]);
  await expect(practiced.alert).toContainText('not a sealed file');
  await restoring.drop(restoring.area, [{ name: 'kit.age', content: await aKit() }]);
  await expect(restoring.passphrase).toBeFocused();
});

test('a file beside its place, or on another screen, is not opened by the window', async ({
  practiced,
  restoring,
}) => {
  const kit = { name: 'kit.age', content: await aKit() };
  expect(await restoring.drop(restoring.heading, [kit])).toBe(true);
  await expect(restoring.area).toBeVisible();
  await practiced.open('Verify');
  expect(await restoring.drop(practiced.verify.heading, [kit])).toBe(true);
  expect(await restoring.isThere()).toBe(true);
});
