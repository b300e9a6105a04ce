import type { FilePlace } from '../files/files';

/** The system's dialogs. Null when the person closed one. */
export interface Dialogs {
  chooseFolder(): Promise<string | null>;
  /** A kit or a backup. */
  chooseSealedFile(): Promise<FilePlace | null>;
  /** Asks before an existing file is replaced. */
  chooseSavePlace(suggestedName: string): Promise<FilePlace | null>;
}
