import type { FolderHealth } from '#contract/backups';
import { section } from '../catalogue';

/** How a copy in a folder is, and where all is not well, what that means and what to do. */
export const healthWords = section('health', {
  title: {
    current: 'Up to date',
    stale: 'Out of date',
    missing: 'Backup missing',
    damaged: 'Damaged',
    'folder-gone': 'Folder not there',
    'not-writable': 'Write-protected',
    full: 'No space left',
    'other-key': 'Another key',
    unproven: 'Passphrase needed',
    failed: 'Not written',
  } satisfies Record<FolderHealth, string>,
  advice: {
    stale: 'The codes changed after this backup was written. “Back up now” writes a new one.',
    missing: 'The folder is there, but the backup or its key is not. “Back up now” writes them again.',
    damaged:
      'The newest backup does not open, or is not as Latchkey wrote it. “Back up now” writes a new one; check the drive, too.',
    'folder-gone':
      'Is its drive unplugged or its server away, or was it moved? New codes are not backed up here until it is back.',
    'not-writable':
      'Latchkey may not write to this folder, so its backups grow old. Allow it, or choose another one.',
    full: 'The last backup did not fit. Make room there, then choose “Back up now”.',
    'other-key':
      'The key in this folder is not the one that this computer put there, so no backups are written here. Was the passphrase changed on another computer? Then choose “Check my backup” and type the new one. If not, remove the folder here, or choose another one.',
    unproven:
      'Latchkey 0.1.0 kept the key of this backup where other programs could change it. Choose “Check my backup” and type its passphrase: that proves the key, and backups go on.',
    failed: 'The last backup could not be written. Choose “Back up now”, and check the drive if that fails.',
  } satisfies Record<Exclude<FolderHealth, 'current'>, string>,
});
