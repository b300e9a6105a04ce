import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KitPage } from '../../pages/kit-page';
import { typeCommand } from '../../witness/commands-in';
import { noSecretIn } from '../../witness/no-secret-in';
import { pagesOf } from '../../witness/paper-text';
import { backedUp, backupsIn, passphrase } from '../ground/backed-up';
import { choose } from '../ground/dialogs';
import { expect } from '../ground/fixtures';

const test = backedUp.extend<{ drawer: string }>({
  /** Where the card is saved to, away from the backups. */
  drawer: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-drawer-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

test('the card is one page that says how to open a backup without Latchkey, and holds no secret', async ({
  codes,
  folder,
  drawer,
  window,
  running,
  service,
}) => {
  await window.open('Backups');
  await choose(running, { saveIn: drawer });
  await running.page.getByRole('button', { name: 'Print a card to write it on' }).click();
  const kit = new KitPage(running.page);
  await kit.saveAsPdf.click();
  await expect(kit.status).toContainText('latchkey-passphrase-card');
  const [name = ''] = await readdir(drawer);
  const pdf = path.join(drawer, name);
  const pages = await pagesOf(pdf);
  expect(pages).toHaveLength(1);
  const [page = ''] = pages;
  // A long path or command wraps.
  const text = page.replace(/\s+/g, '');
  expect(text).toContain(folder);
  expect(page).toContain('Latchkey passphrase');
  expect(page).toContain('age --decrypt latchkey-kit-');
  const [line = ''] = /age --decrypt --identity latchkey-key\.age latchkey-backup-\S+/.exec(page) ?? [];
  const [newest = ''] = await backupsIn(folder);
  const named = line.replace(/latchkey-backup-\S+/, newest);
  const seen = await typeCommand(named, { cwd: folder, typed: [passphrase] });
  for (const code of codes) expect(seen).toContain(code);

  for (const secret of [...codes, passphrase, service.token]) expect(page).not.toContain(secret);
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  await noSecretIn([drawer], [...codes, passphrase, service.token]);
});
