import type { FolderHealth } from '#contract/backups';
import type { RailScreen } from '#contract/commands';

/** What can be wrong with a backup folder. */
export type BackupTrouble = Exclude<FolderHealth, 'current' | 'stale'>;

interface Common {
  /** What it is about, so that it is told once. */
  readonly key: string;
  /** Where a click leads. */
  readonly screen: RailScreen;
  /** Whose screen it is; null where that does not matter. */
  readonly accountId: string | null;
}

/** Something that is worth telling a person who does not look. Holds no code, no phone number and no token. */
export type Notice = Common &
  (
    | { readonly kind: 'codeSent'; readonly label: string }
    /** `isPressing`: there is one code or none. */
    | {
        readonly kind: 'fewCodes';
        readonly label: string;
        readonly left: number;
        readonly isPressing: boolean;
      }
    | { readonly kind: 'backupTrouble'; readonly trouble: BackupTrouble }
    | { readonly kind: 'backupUnchecked' }
  );
