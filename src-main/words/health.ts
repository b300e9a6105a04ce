import type { CopyHealth } from '#contract/backups';
import { section } from './catalogue';

interface Health {
  readonly title: string;
  /** What it means and what to do; empty when all is well. */
  readonly advice: string;
}

/** How a folder with backups is. */
export const healthWords = section('health', {
  current: { title: 'Up to date', advice: '' },
  stale: {
    title: 'Out of date',
    advice: 'The codes changed after this backup was written. “Back up now” writes a new one.',
  },
  missing: {
    title: 'Backup missing',
    advice: 'The folder is there, but the backup or its key is not. “Back up now” writes them again.',
  },
  damaged: {
    title: 'Damaged',
    advice:
      'The newest backup does not open, or is not as Latchkey wrote it. “Back up now” writes a new one; check the drive, too.',
  },
  'folder-gone': {
    title: 'Folder not there',
    advice:
      'Is its drive unplugged or its server away, or was it moved? New codes are not backed up here until it is back.',
  },
  'not-writable': {
    title: 'Write-protected',
    advice:
      'Latchkey may not write to this folder, so its backups grow old. Allow it, or choose another one.',
  },
  full: {
    title: 'No space left',
    advice: 'The last backup did not fit. Make room there, then choose “Back up now”.',
  },
  'other-key': {
    title: 'Another key',
    advice:
      'The key in this folder is not the one that this computer put there, so no backups are written here. Was the passphrase changed on another computer? Then choose “Check my backup” and type the new one. If not, remove the folder here, or choose another one.',
  },
  failed: {
    title: 'Not written',
    advice: 'The last backup could not be written. Choose “Back up now”, and check the drive if that fails.',
  },
} satisfies Record<CopyHealth, Health>);
