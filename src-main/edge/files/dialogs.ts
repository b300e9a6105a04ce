import path from 'node:path';
import { app, BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron';
import { dialogWords } from '#words/outside/dialogs';
import type { Dialogs } from '../../core/ports/shell/dialogs';
import type { FilePlace } from '../../core/ports/files/files';

const sealedFiles = (): FileFilter => ({ name: dialogWords.files.sealed, extensions: ['age'] });
const pdfFiles = (): FileFilter => ({ name: dialogWords.files.pdf, extensions: ['pdf'] });
const allFiles = (): FileFilter => ({ name: dialogWords.files.all, extensions: ['*'] });

/** Where a person has been with a dialog last, in this run: a dialog for the like begins there. */
const last: { folder: string | null; file: string | null } = { folder: null, file: null };

/** Where a dialog begins. Without a folder, Linux would begin wherever Latchkey was started from. */
const beginning = (kind: keyof typeof last): string => last[kind] ?? app.getPath('documents');

/** What is asked for, as every system shows it: macOS has no title bar on such a dialog, but a line above. */
const asking = (what: keyof typeof dialogWords.asks) => {
  const { title, button } = dialogWords.asks[what];
  return { title, message: title, buttonLabel: button };
};

/** The system's dialogs for files and folders, which keep the window in focus from being used meanwhile. */
export const electronDialogs: Dialogs = {
  async chooseFolder(what) {
    const chosen = await open({
      ...asking(what),
      defaultPath: beginning('folder'),
      properties: ['openDirectory', 'createDirectory'],
    });
    last.folder = chosen ?? last.folder;
    return chosen;
  },

  async chooseSealedFile() {
    const chosen = await open({
      ...asking('sealedFile'),
      defaultPath: beginning('file'),
      properties: ['openFile'],
      filters: [sealedFiles(), allFiles()],
    });
    return chosen === null ? null : placeOf(chosen);
  },

  async chooseSavePlace(suggestedName) {
    const isPdf = path.extname(suggestedName) === '.pdf';
    const options = {
      ...asking(isPdf ? 'savePdf' : 'saveKit'),
      defaultPath: path.join(beginning('file'), suggestedName),
      filters: [isPdf ? pdfFiles() : sealedFiles(), allFiles()],
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

function placeOf(file: string): FilePlace {
  const folder = path.dirname(file);
  last.file = folder;
  return { folder, name: path.basename(file) };
}
