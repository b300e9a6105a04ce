import { section } from '../catalogue';

/** Latchkey's words in the system's own dialogs. */
export const dialogWords = section('dialogs', {
  files: {
    sealed: 'Sealed files (age)',
    pdf: 'PDF',
    all: 'All files',
  },
  /** What Touch ID is asked for: macOS says “Latchkey is trying to” before it. */
  touchId: 'unlock Latchkey',
});
