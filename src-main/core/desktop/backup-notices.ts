import type { CopyHealth, CopySummary } from '#contract/backups';
import type { Snapshot } from '#contract/snapshot';
import type { Notice } from './notice';

/** Something about a backup folder that a person who does not look should know. */
interface Trouble {
  readonly title: string;
  readonly body: string;
}

const troubles: Partial<Record<CopyHealth, Trouble>> = {
  'folder-gone': {
    title: 'Backup not written – folder not there',
    body: 'Your codes changed. Latchkey writes the backup by itself when the folder is back.',
  },
  'not-writable': {
    title: 'Backup not written – folder write-protected',
    body: 'Latchkey may not use the folder. Allow it, or choose another one.',
  },
  full: {
    title: 'Backup not written – no space left',
    body: 'Make room there. Latchkey tries again by itself.',
  },
  failed: {
    title: 'Backup not written',
    body: 'Check the drive. Latchkey tries again by itself.',
  },
  'other-key': {
    title: 'Backup not written – another key',
    body: 'The key in the folder is not the one that Latchkey put there.',
  },
  missing: {
    title: 'Backup missing',
    body: 'The folder is there, and the last backup or its key is not.',
  },
  damaged: {
    title: 'Backup damaged',
    body: 'The newest backup does not open, or is not as Latchkey wrote it.',
  },
};

/** A drive that is away holds all there is until the codes change. */
const troubleIn = ({ health, behind }: CopySummary): Trouble | null =>
  health === 'folder-gone' && !behind ? null : (troubles[health] ?? null);

/** The key of a notice about a folder; see Notice.key. */
export const troubleKey = (copyId: string, health: string): string => `backup ${copyId} ${health}`;

/** One for each folder that is in trouble. */
export const backupTroubles = ({ backups }: Snapshot): Notice[] =>
  (backups?.copies ?? []).flatMap((copy) => {
    const trouble = troubleIn(copy);
    if (!trouble) return [];
    const key = troubleKey(copy.id, copy.health);
    return [{ kind: 'backupTrouble', key, ...trouble, screen: 'backups', accountId: null }];
  });

/** What of the backups belongs into the tray's tooltip, each thing once. */
export const backupLines = (snapshot: Snapshot): string[] => [
  ...new Set(backupTroubles(snapshot).map(({ title }) => title)),
];
