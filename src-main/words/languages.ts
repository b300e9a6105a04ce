import type { backedUpWords } from './backed-up';
import type { backupsWords } from './backups';
import type { checkWords } from './check';
import type { commonWords } from './common';
import type { desktopWords } from './desktop';
import type { doneWords } from './done';
import type { errorWords } from './errors';
import type { frameWords } from './frame';
import type { healthWords } from './health';
import type { keyWords } from './keys';
import type { kitWords } from './kit';
import type { lockWords } from './lock';
import type { lockSettingsWords } from './lock-settings';
import type { passphraseWords } from './passphrase';
import type { remarksOnFilesWords } from './remarks-on-files';
import type { restoreWords } from './restore';
import type { settingsWords } from './settings';
import type { sheetWords } from './sheet';
import type { shortcutSheetWords } from './shortcut-sheet';
import type { updateWords } from './updates';

/** The whole catalogue. A second language is one file with `satisfies Catalogue`, handed to `speak`. */
export interface Catalogue {
  readonly 'backed-up': typeof backedUpWords;
  readonly backups: typeof backupsWords;
  readonly check: typeof checkWords;
  readonly common: typeof commonWords;
  readonly desktop: typeof desktopWords;
  readonly done: typeof doneWords;
  readonly errors: typeof errorWords;
  readonly frame: typeof frameWords;
  readonly health: typeof healthWords;
  readonly keys: typeof keyWords;
  readonly kit: typeof kitWords;
  readonly lock: typeof lockWords;
  readonly 'lock-settings': typeof lockSettingsWords;
  readonly passphrase: typeof passphraseWords;
  readonly 'remarks-on-files': typeof remarksOnFilesWords;
  readonly restore: typeof restoreWords;
  readonly settings: typeof settingsWords;
  readonly sheet: typeof sheetWords;
  readonly 'shortcut-sheet': typeof shortcutSheetWords;
  readonly updates: typeof updateWords;
}
