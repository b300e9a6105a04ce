import type { Dialogs, FolderFor } from '../../src-main/core/ports/shell/dialogs';
import type { FilePlace } from '../../src-main/core/ports/files/files';

/** Dialogs that a test answers beforehand. Unanswered ones were closed by the person. */
export class FakeDialogs implements Dialogs {
  folder: string | null = null;
  sealedFile: FilePlace | null = null;
  saveFolder: string | null = null;
  /** The names that were suggested for saving. */
  readonly suggested: string[] = [];
  /** What folders were asked for. */
  readonly asked: FolderFor[] = [];

  chooseFolder(what: FolderFor): Promise<string | null> {
    this.asked.push(what);
    return Promise.resolve(this.folder);
  }

  chooseSealedFile(): Promise<FilePlace | null> {
    return Promise.resolve(this.sealedFile);
  }

  chooseSavePlace(suggestedName: string): Promise<FilePlace | null> {
    this.suggested.push(suggestedName);
    return Promise.resolve(
      this.saveFolder === null ? null : { folder: this.saveFolder, name: suggestedName },
    );
  }
}
