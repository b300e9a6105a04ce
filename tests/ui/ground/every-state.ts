import type { Page } from '@playwright/test';
import type { MemoryFiles } from '../../fakes/memory-files';
import type { LatchkeyWindow } from '../../pages/latchkey-window';
import { expect } from './fixtures';
import type { Opened } from './open-window';
import { tellSnapshot } from './tell-snapshot';

/** Every screen and every state of it that this test can bring about, one after the other. */
export async function* everyState(window: LatchkeyWindow): AsyncGenerator<string> {
  yield 'first run';
  await window.addAccount.connectOwn({
    label: 'Work',
    serviceUrl: 'http://example.com',
    token: 'a-good-token',
  });
  await expect(window.alert).toBeVisible();
  yield 'a form with a failure';
  await window.addAccount.serviceUrl.fill('http://127.0.0.1:9/v1');
  await window.addAccount.submit.click();
  await expect(window.verify.heading).toBeVisible();
  await window.verify.textMe.click();
  await expect(window.alert).toBeVisible();
  yield 'verify, offline';
  await window.open('Settings');
  yield 'settings';
  await window.settings.account('Work').getByRole('button', { name: 'Remove' }).click();
  yield 'a dialog';
  await window.settings.dialog.getByRole('button', { name: 'Cancel' }).click();
  await window.settings.addAccount.click();
  yield 'another account';
  await window.addAccount.practice.click();
  await expect(window.verify.heading).toBeVisible();
  await window.verify.requestCode();
  yield 'verify, a code sent';
  await window.verify.type('000000');
  await expect(window.verify.status).toContainText('refused');
  yield 'verify, rejected';
  await window.verify.useCode.first().click();
  await expect(window.verify.status).toContainText('accepted');
  yield 'verify, accepted';
  await window.open('Recovery codes');
  yield 'recovery codes, empty';
  await window.recoveryCodes.fetch.click();
  await expect(window.alert).toBeVisible();
  yield 'recovery codes, none';
}

/** The ledger of an account in every state that a person can bring it into. */
export async function* everyLedger({ recoveryCodes, ...window }: LatchkeyWindow): AsyncGenerator<string> {
  await recoveryCodes.fetch.click();
  await expect(window.alert).toBeVisible();
  await recoveryCodes.generateNew();
  await recoveryCodes.generate.click();
  await expect(recoveryCodes.dialog).toBeVisible();
  yield 'recovery codes, generating anew';
  await recoveryCodes.confirm.click();
  await expect(recoveryCodes.rows).toHaveCount(10);
  yield 'recovery codes, hidden';
  await recoveryCodes.useNext.click();
  await expect(recoveryCodes.undo).toBeVisible();
  yield 'recovery codes, used';
  await recoveryCodes.copy(2);
  await expect(recoveryCodes.row(2)).toContainText('Perhaps used');
  await recoveryCodes.note(2, 'On paper, in the safe');
  await expect(recoveryCodes.row(2)).toContainText('in the safe');
  await recoveryCodes.reveal.click();
  await recoveryCodes.replaced.click();
  yield 'recovery codes, revealed';
  for (let place = 3; place <= 9; place += 1) await recoveryCodes.used(place).click();
  await expect(recoveryCodes.meter).toHaveJSProperty('value', 1);
  yield 'recovery codes, running out';
}

/** The other codes: none, the form with a failure, one in the list, one open, and its dialog. */
export async function* everyOther({ recoveryCodes, ...window }: LatchkeyWindow): AsyncGenerator<string> {
  const { others } = recoveryCodes;
  await others.show();
  await expect(others.addButton).toBeVisible();
  yield 'other codes, none';
  await others.add('Bank', '??');
  await expect(window.alert).toBeVisible();
  yield 'other codes, a form with a failure';
  await others.pasted.fill('1. abcd-efgh\n2. ijkl-mnop\n3. qrst-uvwx');
  await others.removeRow(3);
  await others.correctButton(1).click();
  yield 'other codes, understood';
  await others.editing.press('Enter');
  await others.save.click();
  await expect(recoveryCodes.rows).toHaveCount(2);
  yield 'other codes, one open';
  await recoveryCodes.more(1).click();
  yield 'other codes, the menu of one';
  await recoveryCodes.main.press('Escape');
  await others.remove.click();
  yield 'other codes, a dialog';
  await others.dialog.getByRole('button', { name: 'Cancel' }).click();
  await others.back.click();
  await expect(others.ledgers).toHaveCount(1);
  yield 'other codes, a list';
}

/** Codes that are not backed up yet, and setting a backup up. */
export async function* everySetUp({
  recoveryCodes,
  backups,
  ...window
}: LatchkeyWindow): AsyncGenerator<string> {
  await recoveryCodes.others.show();
  await recoveryCodes.others.add('Bank', '1. abcd-efgh\n2. ijkl-mnop');
  await expect(recoveryCodes.setUpBackup).toBeVisible();
  yield 'codes, not backed up';
  await recoveryCodes.setUpBackup.click();
  await expect(backups.passphrase).not.toHaveValue('');
  yield 'backups, setting up';
  await backups.chooseFolder.click();
  await backups.passphrase.fill('password1');
  await expect(backups.strength).toHaveAttribute('aria-valuetext', /weak/i);
  await backups.submit.click();
  await expect(window.alert).toBeVisible();
  yield 'backups, a weak passphrase that is not written down';
  await backups.dialog.press('Escape');
  yield 'backups, none';
}

/** A backup folder in good and bad health, and its dialogs. */
export async function* everyBackup(
  { backups, alert }: LatchkeyWindow,
  { trouble }: MemoryFiles,
): AsyncGenerator<string> {
  await backups.setUpWith('a passphrase of my own');
  await expect(backups.folders).toHaveCount(1);
  yield 'backups, one folder';
  await backups.check('/usb', 'not this one');
  await expect(alert).toBeVisible();
  yield 'backups, a wrong passphrase';
  await backups.passphrase.fill('a passphrase of my own');
  await backups.submit.click();
  await expect(backups.dialog).toContainText('Opened');
  yield 'backups, checked';
  await backups.dialog.press('Escape');
  await backups.copy('/usb').getByRole('button', { name: 'Remove' }).click();
  await expect(backups.dialog).toBeVisible();
  yield 'backups, removing a folder';
  await backups.dialog.press('Escape');
  await backups.changePassphrase.click();
  await expect(backups.newPassphrase).not.toHaveValue('');
  yield 'backups, another passphrase';
  await backups.dialog.press('Escape');
  trouble.set('/usb', 'not-allowed');
  await backups.backUpNow.click();
  await expect(alert).toBeVisible();
  yield 'backups, a folder in bad health';
}

/** What is told of a vault beside its codes. */
export async function* everyVault(
  window: LatchkeyWindow,
  opened: Opened,
  page: Page,
): AsyncGenerator<string> {
  await window.open('Recovery codes');
  const { lock } = opened.app.snapshot();
  await tellSnapshot(opened, {
    vault: { state: 'open', setAside: true },
    lock: { ...lock, keyHeld: true },
  });
  await expect(page.getByText('was damaged or missing')).toBeVisible();
  await expect(page.getByText('has lost the key')).toBeVisible();
  yield 'vault, set aside, and a held key';
  await tellSnapshot(opened, {
    accounts: [],
    activeAccountId: null,
    vault: { state: 'newer', setAside: false },
  });
  await expect(page.getByText('sealed by a newer Latchkey')).toBeVisible();
  yield 'vault, of a newer version';
}
