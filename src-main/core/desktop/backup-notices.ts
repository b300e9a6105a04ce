import type { CopySummary } from '#contract/backups';
import type { Snapshot } from '#contract/snapshot';
import type { BackupTrouble, Notice } from '../ports/notice';

/**
 * What is wrong with a folder that a person who does not look should know; null for nothing. A drive that is away holds
 * all there is until the codes change.
 */
function troubleIn({ health, behind }: CopySummary): BackupTrouble | null {
  if (health === 'current' || health === 'stale') return null;
  return health === 'folder-gone' && !behind ? null : health;
}

/** The key of a notice about a folder; see Notice.key. */
export const troubleKey = (copyId: string, health: string): string => `backup ${copyId} ${health}`;

/** One for each folder that is in trouble. */
export const backupTroubles = ({ backups }: Snapshot): (Notice & { readonly kind: 'backupTrouble' })[] =>
  (backups?.copies ?? []).flatMap((copy) => {
    const trouble = troubleIn(copy);
    if (!trouble) return [];
    const key = troubleKey(copy.id, copy.health);
    return [{ kind: 'backupTrouble', key, trouble, screen: 'backups', accountId: null }];
  });

/** What of the backups belongs into the tray's tooltip, each thing once. */
export const troublesOf = (snapshot: Snapshot): BackupTrouble[] => [
  ...new Set(backupTroubles(snapshot).map(({ trouble }) => trouble)),
];
