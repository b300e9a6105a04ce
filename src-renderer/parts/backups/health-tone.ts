import type { CopyHealth } from '#contract/backups';

/** How a folder with backups looks, by how it is. */
export const healthTone: Record<CopyHealth, 'good' | 'warn' | 'bad'> = {
  current: 'good',
  stale: 'warn',
  missing: 'bad',
  damaged: 'bad',
  'folder-gone': 'warn',
  'not-writable': 'bad',
  full: 'bad',
  'other-key': 'bad',
  failed: 'bad',
};
