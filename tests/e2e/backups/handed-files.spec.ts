import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RestorePage } from '../../pages/restore-page';
import { sealWithPassphrase } from '../../witness/age-command';
import { expect, test } from '../ground/fixtures';
import { launch, runUntilEnd } from '../ground/launcher';

test.skip(process.platform !== 'linux', 'other systems hand files over in their own way');

test('a start with a sealed file shows it chosen, and a second start with another that one', async ({
  profile,
  session,
}) => {
  const folder = path.join(profile, 'a drive');
  await mkdir(folder);
  const [first, second] = [path.join(folder, 'my kit.age'), path.join(folder, 'second.age')];
  for (const file of [first, second]) await writeFile(file, await sealWithPassphrase('{}', 'six words'));
  const running = await launch(path.join(profile, 'profile'), session.env, [first]);
  const restore = new RestorePage(running.page);
  await expect(restore.heading).toBeVisible();
  await expect(running.page.getByText('my kit.age')).toBeVisible();
  await expect(restore.passphrase).toBeFocused();

  const link = `file://${second.split(path.sep).map(encodeURIComponent).join('/')}`;
  expect(runUntilEnd(path.join(profile, 'profile'), session.env, [link]).status).toBe(0);
  await expect(running.page.getByText('second.age')).toBeVisible();
  await restore.open('not these words');
  await expect(running.page.getByRole('alert')).toContainText('does not open it');

  const missing = path.join(folder, 'gone.age');
  expect(runUntilEnd(path.join(profile, 'profile'), session.env, [missing]).status).toBe(0);
  await expect(running.page.getByRole('alert')).toContainText('This file could not be read.');
  await expect(restore.chooseFile).toBeVisible();
  await running.quit();
});
