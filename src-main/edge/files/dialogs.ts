import path from 'node:path';
import { app, BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron';
import { dialogWords } from '#words/outside/dialogs';
import type { Dialogs } from '../../core/ports/shell/dialogs';
import type { FilePlace } from '../../core/ports/files/files';

const sealedFiles = (): FileFilter => ({ name: dialogWords.files.sealed, extensions: ['age'] });
const pdfFiles = (): FileFilter => ({ name: dialogWords.files.pdf, extensions: ['pdf'] });
const allFiles = (): FileFilter => ({ name: dialogWords.files.all, extensions: ['*'] });

/** The system's dialogs for files and folders, which keep the window in focus from being used meanwhile. */
export const electronDialogs: Dialogs = {
  chooseFolder: () => open({ properties: ['openDirectory', 'createDirectory'] }),

  async chooseSealedFile() {
    const chosen = await open({ properties: ['openFile'], filters: [sealedFiles(), allFiles()] });
    return chosen === null ? null : placeOf(chosen);
  },

  async chooseSavePlace(suggestedName) {
    const kind = path.extname(suggestedName) === '.pdf' ? pdfFiles() : sealedFiles();
    const options = {
      // Without a folder, Linux would begin wherever Latchkey was started from.
      defaultPath: path.join(app.getPath('documents'), suggestedName),
      filters: [kind, allFiles()],
      properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
    };
    const parent = BrowserWindow.getFocusedWindow();
    const { canceled, filePath } = await (parent
      ? dialog.showSaveDialog(parent, options)
      : dialog.showSaveDialog(options));
    return canceled || filePath === '' ? null : placeOf(filePath);
  },
};

async function open(options: OpenDialogOptions): Promise<string | null> {
  const parent = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options));
  return (canceled ? undefined : filePaths[0]) ?? null;
}

const placeOf = (file: string): FilePlace => ({ folder: path.dirname(file), name: path.basename(file) });
