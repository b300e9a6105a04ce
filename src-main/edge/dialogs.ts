import type { Dialogs } from '../core/ports';

/** The system's dialogs for files and folders. */
export const electronDialogs: Dialogs = {
  chooseFolder: () => Promise.resolve(null),
  chooseSealedFile: () => Promise.resolve(null),
  chooseSavePlace: () => Promise.resolve(null),
};
