import { type Age, ago, checked, type LastCheck } from '../ages';
import { section } from '../catalogue';
import { plural } from '../forms';

/** The line that says whether the codes are backed up, as it stands below them and in the settings. */
export const backedUpWords = section('backed-up', {
  not: 'Not backed up.',
  setUp: 'Set up backup',
  backedUp: (written: Age, check: LastCheck) => `Backed up ${ago(written)}, ${checked(check)}.`,
  checkNow: 'Check it now',
  writing: 'Backing up…',
  outOfDate: 'Not backed up since the last change.',
  see: 'See backups',

  /** Of the folders, some may need a look. */
  folders(folders: number, troubled: number) {
    const goTo = plural(folders, {
      one: 'Sealed backups go to # folder',
      other: 'Sealed backups go to # folders',
    });
    if (troubled === 0) return `${goTo}.`;
    return plural(troubled, {
      one: `${goTo}, of which # needs a look.`,
      other: `${goTo}, of which # need a look.`,
    });
  },

  vaultGone:
    'The file with your codes is no longer on this computer, and your backups hold codes that it had. They stay as they are: no new backup is written by itself until there are codes here again.',
  restore: 'Restore from a backup',
});
