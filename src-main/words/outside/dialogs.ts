import { section } from '../catalogue';

/** Latchkey's words in the system's own dialogs. */
export const dialogWords = section('dialogs', {
  /** What is asked for, and what the button says that answers it. */
  asks: {
    backups: { title: 'Choose a folder for your backups', button: 'Use this folder' },
    restore: { title: 'Choose a folder with backups', button: 'Look in this folder' },
    sealedFile: { title: 'Choose a kit or a backup', button: 'Choose' },
    saveKit: { title: 'Save the kit', button: 'Save kit' },
    savePdf: { title: 'Save the page as a PDF', button: 'Save PDF' },
  },
  files: {
    sealed: 'Sealed files (age)',
    pdf: 'PDF',
    all: 'All files',
  },
  /** What Touch ID is asked for: macOS says “Latchkey is trying to” before it. */
  touchId: 'unlock Latchkey',
});
