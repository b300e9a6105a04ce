import { type Age, ago, checked, type LastCheck } from '../ages';
import { section } from '../catalogue';
import { plural } from '../forms';
import { strong } from '../rich';

const entriesThatLay = (entries: number, codes: string): string =>
  plural(entries, {
    one: `Backups that lay in this folder already hold # entry that is not on this computer${codes}. They stay where they are until you restore them.`,
    other: `Backups that lay in this folder already hold # entries that are not on this computer${codes}. They stay where they are until you restore them.`,
  });

/** The screen with the backup folders, and its dialogs. */
export const backupsWords = section('backups', {
  none: 'Codes that exist on one computer only are lost with it. A backup folder keeps them safe, sealed.',
  setUp: 'Set up backup',
  kit: 'Kit',
  aboutKit: 'Everything in one sealed file, or on a sheet of paper, to keep elsewhere.',
  exportKit: 'Export kit',
  restore: 'Restore',
  aboutRestore: 'Bring codes back from a backup or a kit. What is here stays.',

  neverChecked:
    'Your backup was never checked. Check that it still opens with the passphrase that you wrote down.',
  lastChecked: (day: string) =>
    `Your backup was last checked on ${day}. Check that it still opens with the passphrase that you wrote down.`,
  folders: 'Backup folders',
  backUpNow: 'Back up now',
  backingUp: 'Backing up',
  addFolder: 'Add a folder',
  changePassphrase: 'Change passphrase',

  /** @param written null for a folder that was never written to */
  folder(health: string, written: Age | null, check: LastCheck, kept: number) {
    const when = written === null ? 'never written' : `written ${ago(written)}`;
    const left = kept === 0 ? 'none kept' : plural(kept, { one: 'one backup kept', other: '# backups kept' });
    return [strong(health), `, ${when}, ${checked(check)}, ${left}`];
  },
  check: 'Check my backup',

  /** What a folder that was set up holds and this computer does not. */
  holds: {
    unread: (backups: number) =>
      plural(backups, {
        one: '# backup in this folder was not written by this computer. “Restore” shows whether they hold codes that are not here.',
        other:
          '# backups in this folder were not written by this computer. “Restore” shows whether they hold codes that are not here.',
      }),
    more: (entries: number, codes: number) =>
      entriesThatLay(
        entries,
        codes === 0 ? '' : plural(codes, { one: ', with # code', other: ', with # codes' }),
      ),
    restore: 'Restore from this folder',
  },

  setUpDialog: {
    folder: 'Folder',
    where: 'On another drive, or one that is kept in sync',
    choose: 'Choose folder',
    goesOn:
      'This folder has Latchkey backups already. To go on with them, type the passphrase that they were set up with.',
    about:
      'Every change of your codes is sealed into this folder by itself from then on. The passphrase is needed to open it again, and is stored nowhere.',
  },
  changeDialog:
    'It counts for every backup in these folders, old ones too. Copies of latchkey-key.age elsewhere still open with the old passphrase, and so do kits. The passphrase that unlocks Latchkey stays what it is.',
  removeDialog: {
    title: 'Stop backing up to this folder?',
    about:
      'Latchkey writes there no longer. The files that are there stay, and open with their passphrase as before.',
    last: 'It is the only folder: your codes are then not backed up any more.',
  },
});
