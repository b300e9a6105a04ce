import type { Page } from '@playwright/test';
import { writeDocument } from '../../../src-main/core/backup/content/document';
import { undescribed } from '../../../src-main/core/records/backed-up';
import type { FakeDialogs } from '../../fakes/fake-dialogs';
import type { FakePaper } from '../../fakes/fake-paper';
import { FakeSealer } from '../../fakes/fake-sealer';
import type { MemoryFiles } from '../../fakes/memory-files';
import { KitPage } from '../../pages/kit-page';
import type { LatchkeyWindow } from '../../pages/latchkey-window';
import { RestorePage } from '../../pages/restore-page';
import { expect } from './fixtures';
import { fillWithSeveral, kitByHand, passphrase } from './several-computers';

/** The world outside of the window. */
interface Outside {
  readonly page: Page;
  readonly files: MemoryFiles;
  readonly dialogs: FakeDialogs;
}

/** Restoring, from choosing a file to what came of it. */
export async function* everyRestore(
  window: LatchkeyWindow,
  { page, files, dialogs }: Outside,
): AsyncGenerator<string> {
  const restoring = new RestorePage(page);
  await fillWithSeveral(files);
  const work = {
    ...undescribed,
    id: null,
    label: 'Work',
    serviceUrl: 'https://api.example.com/v1',
    tokenPrefix: '' as const,
  };
  const document = writeDocument({ madeAt: 0, computer: null, accounts: [{ ...work, sets: [] }] });
  files.make('/usb', {
    'text.age': new TextEncoder().encode('hello'),
    'hand.age': await kitByHand(),
    'key.age': await new FakeSealer().sealTo('age1fakefriend', document),
    'work.age': await new FakeSealer().sealWithPassphrase(passphrase, document, 'armored'),
  });
  const choose = async (name: string): Promise<void> => {
    dialogs.sealedFile = { folder: '/usb', name };
    await restoring.chooseFile.click();
  };

  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(restoring.area).toBeVisible();
  yield 'restore, on the first run';
  await restoring.back.click();
  await window.addAccount.practice.click();
  await window.open('Backups');
  await window.backups.restore.click();
  await expect(restoring.area).toBeVisible();
  yield 'restore, choosing';
  await choose('text.age');
  await expect(window.alert).toBeVisible();
  yield 'restore, no sealed file';
  await choose('key.age');
  await expect(restoring.openButton).toBeVisible();
  yield 'restore, by an age key';
  await restoring.another.click();
  dialogs.folder = '/sync';
  await restoring.chooseFolder.click();
  await expect(restoring.passphrase).toBeVisible();
  yield 'restore, a folder';
  await restoring.open('not the right one');
  await expect(window.alert).toBeVisible();
  yield 'restore, a wrong passphrase';
  await restoring.open(passphrase);
  await expect(restoring.older).toHaveCount(1);
  yield 'restore, several computers';
  await restoring.row('Bank').getByRole('button', { name: 'Show codes: Bank' }).click();
  await expect(restoring.codesOf('Bank').getByRole('listitem')).not.toHaveCount(0);
  yield 'restore, the codes of a row';
  await restoring.another.click();
  await choose('hand.age');
  await restoring.open(passphrase);
  await expect(restoring.rows).not.toHaveCount(0);
  yield 'restore, mistakes in a kit';
  await restoring.another.click();
  await choose('work.age');
  await restoring.open(passphrase);
  await expect(restoring.row('Work')).toBeVisible();
  yield 'restore, a preview';
  await restoring.restore.click();
  await expect(restoring.openSettings).toBeVisible();
  yield 'restore, done';
  await window.open('Backups');
  await window.backups.setUp.click();
  await window.backups.chooseFolder.click();
  await expect(window.backups.writtenDown).toBeHidden();
  yield 'backups, a folder with backups in it';
  await window.backups.passphrase.fill(passphrase);
  await window.backups.submit.click();
  await expect(page.getByRole('button', { name: 'Restore from this folder' })).toBeVisible();
  yield 'backups, a folder that holds more';
}

/** A kit of each kind, saved or not, and the page. */
export async function* everyKit(
  window: LatchkeyWindow,
  { page, files, dialogs, paper }: Outside & { readonly paper: FakePaper },
): AsyncGenerator<string> {
  const kit = new KitPage(page);
  await window.open('Recovery codes');
  await window.recoveryCodes.fetch.click();
  await window.recoveryCodes.generateNew();
  await expect(window.recoveryCodes.rows).toHaveCount(10);
  await window.recoveryCodes.used(1).click();
  await expect(window.recoveryCodes.used(1)).toBeChecked();
  await window.open('Backups');
  await window.backups.exportKit.click();
  await expect(kit.passphrase).not.toHaveValue('');
  yield 'kit, a file';
  await kit.submit.click();
  await expect(kit.failure).toBeVisible();
  yield 'kit, not written down';
  await kit.type(passphrase);
  dialogs.saveFolder = '/gone';
  await kit.submit.click();
  await expect(kit.failure).toContainText('folder is not there');
  yield 'kit, not saved';
  files.make('/usb');
  dialogs.saveFolder = '/usb';
  await kit.submit.click();
  await expect(kit.saved).toContainText('Saved and opened again');
  yield 'kit, saved';
  await kit.choose('For a trusted person');
  await kit.recipient.fill('ssh-ed25519 AAAA');
  await kit.submit.click();
  await expect(kit.failure).toContainText('no age public key');
  yield 'kit, a wrong key';
  await kit.recipient.fill('age1fakefriend');
  await kit.submit.click();
  await expect(kit.saved).toContainText('Saved and read back');
  yield 'kit, saved for a trusted person';
  await kit.choose('On paper');
  await expect(kit.dialog).toContainText('in all');
  yield 'kit, on paper';
  await kit.withCodes.uncheck();
  await kit.type(passphrase);
  yield 'kit, on paper without the codes';
  await kit.showPage.click();
  await expect(kit.qrCodes.first()).toBeVisible();
  yield 'sheet, without the codes';
  await kit.done.click();
  await window.backups.exportKit.click();
  await kit.choose('On paper');
  await kit.type(passphrase);
  await kit.showPage.click();
  await expect(kit.codes).toHaveCount(10);
  await kit.print.click();
  await expect(page.getByText('Handed to the printer.')).toBeVisible();
  yield 'sheet, printed';
  await page.emulateMedia({ media: 'print' });
  await expect(kit.print).toBeHidden();
  yield 'sheet, as it is printed';
  await page.emulateMedia({ media: null });
  await kit.saveAsPdf.click();
  await expect(kit.status.filter({ hasText: 'Saved' })).toBeVisible();
  yield 'sheet, saved';
  paper.jammed = true;
  await kit.print.click();
  await expect(window.alert).toContainText('could not be printed');
  yield 'sheet, not printed';
}
