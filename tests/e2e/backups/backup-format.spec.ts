import { execFileSync } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KitPage } from '../../pages/kit-page';
import { RestorePage } from '../../pages/restore-page';
import { commandsIn, typeCommand } from '../../witness/commands-in';
import { backedUp, backupsIn, passphrase } from '../ground/backed-up';
import { choose } from '../ground/dialogs';
import { expect } from '../ground/fixtures';
import { identityEntry } from '../ground/open-vault';

// docs/backup-format.md promises that everything opens without Latchkey: each of its commands, word for word.

const document = 'docs/backup-format.md';

const test = backedUp.extend<{ desk: string; commands: string[] }>({
  /** A folder of somebody who has the files and the document alone. */
  desk: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-desk-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  commands: async ({}, use) => use(await commandsIn(document, ['secret-tool', 'age', 'rm'])),
});

/** The commands that a test runs; the others are for other tests. */
const thoseWith = (commands: readonly string[], part: string, count: number): readonly string[] => {
  const found = commands.filter((line) => line.includes(part));
  expect(found, part).toHaveLength(count);
  return found;
};
/** The name of a file as the document calls it. */
const nameIn = (line: string): string => line.split(' ').at(-1) ?? '';

test('the vault opens by the commands of its document', async ({ codes, commands, profile, session }) => {
  let seen = '';
  for (const line of commands.slice(0, commands.indexOf('rm identity') + 1)) {
    const named = line.replace('vault-identity:ID:RECIPIENT', await identityEntry(profile));
    seen += await typeCommand(named, { cwd: profile, env: session.env });
  }
  for (const code of codes) expect(seen).toContain(code);
  expect(await readdir(profile)).not.toContain('identity');
});

test('a backup opens by the command of its document', async ({ codes, commands, folder, desk }) => {
  const [line = ''] = thoseWith(commands, 'latchkey-backup-', 1);
  const [newest = ''] = await backupsIn(folder);
  await copyFile(path.join(folder, newest), path.join(desk, nameIn(line)));
  await copyFile(path.join(folder, 'latchkey-key.age'), path.join(desk, 'latchkey-key.age'));
  const seen = await typeCommand(line, { cwd: desk, typed: [passphrase] });
  for (const code of codes) expect(seen).toContain(code);
});

test('kits open by the commands of their document', async ({ codes, commands, desk, running, window }) => {
  const lines = thoseWith(commands, 'latchkey-kit-', 2);
  const keys = execFileSync('age-keygen', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  await writeFile(path.join(desk, 'their-key.txt'), keys);
  const kit = new KitPage(running.page);
  await choose(running, { saveIn: desk });
  await window.open('Backups');
  await window.backups.exportKit.click();
  for (const line of lines) {
    const forKey = line.includes('their-key.txt');
    await kit.choose(forKey ? 'For a trusted person' : 'A file');
    if (forKey) await kit.recipient.fill(/age1[0-9a-z]+/.exec(keys)?.[0] ?? '');
    else await kit.type(passphrase);
    await kit.submit.click();
    await expect(kit.saved).toContainText('Saved', { timeout: 20_000 });
    const [saved = ''] = /latchkey-kit-\S+\.age/.exec(await kit.saved.innerText()) ?? [];
    await copyFile(path.join(desk, saved), path.join(desk, nameIn(line)));
    const seen = await typeCommand(line, { cwd: desk, typed: forKey ? [] : [passphrase] });
    for (const code of codes) expect(seen).toContain(code);
  }
});

test('a kit that is made by hand from the document’s own example is restored from', async ({
  commands,
  desk,
  running,
  window,
}) => {
  const [line = ''] = thoseWith(commands, '--passphrase', 1);
  const text = await readFile(path.resolve(import.meta.dirname, '../../..', document), 'utf8');
  const example = /^ {4}\{\n {6}"format"[^]*?^ {4}\}$/m.exec(text)?.[0] ?? '';
  await writeFile(path.join(desk, nameIn(line)), example);
  await typeCommand(line, { cwd: desk, typed: [passphrase, passphrase] });
  const restore = new RestorePage(running.page);
  await window.open('Backups');
  await window.backups.restore.click();
  await choose(running, { open: path.join(desk, 'kit.age') });
  await restore.chooseFile.click();
  await restore.open(passphrase);
  await expect(restore.row('Work')).toContainText('1 of 2 left', { timeout: 20_000 });
  await expect(restore.row('Mail')).toBeVisible();
});
