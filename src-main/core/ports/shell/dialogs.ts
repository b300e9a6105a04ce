import type { FilePlace } from '../files/files';

/** What a folder is wanted for: to write backups to, or to restore from the ones in it. */
export type FolderFor = 'backups' | 'restore';

/** The system's dialogs. Null when the person closed one. */
export interface Dialogs {
  chooseFolder(what: FolderFor): Promise<string | null>;
  /** A kit or a backup. */
  chooseSealedFile(): Promise<FilePlace | null>;
  /** Asks before an existing file is replaced. */
  chooseSavePlace(suggestedName: string): Promise<FilePlace | null>;
}
