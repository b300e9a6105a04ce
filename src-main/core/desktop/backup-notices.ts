import type { FolderSummary } from '#contract/backups';
import type { Snapshot } from '#contract/snapshot';
import type { BackupTrouble, Notice } from '../ports/shell/notice';

/**
 * What is wrong with a folder that a person who does not look should know; null for nothing. A drive that is away holds
 * all there is until the codes change.
 */
function troubleIn({ health, behind }: FolderSummary): BackupTrouble | null {
  if (health === 'current' || health === 'stale') return null;
  return health === 'folder-gone' && !behind ? null : health;
}

/** The key of a notice about a folder; see Notice.key. */
export const troubleKey = (folderId: string, health: string): string => `backup ${folderId} ${health}`;

/** One for each folder that is in trouble. */
export const backupTroubles = ({ backups }: Snapshot): (Notice & { readonly kind: 'backupTrouble' })[] =>
  (backups?.folders ?? []).flatMap((folder) => {
    const trouble = troubleIn(folder);
    if (!trouble) return [];
    const key = troubleKey(folder.id, folder.health);
    return [{ kind: 'backupTrouble', key, trouble, screen: 'backups', accountId: null }];
  });

/** What of the backups belongs into the tray's tooltip, each thing once. */
export const troublesOf = (snapshot: Snapshot): BackupTrouble[] => [
  ...new Set(backupTroubles(snapshot).map(({ trouble }) => trouble)),
];
