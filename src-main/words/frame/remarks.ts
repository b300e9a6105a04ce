import { section } from '../catalogue';

/** What the window has to say above every screen. */
export const remarksWords = section('remarks', {
  settings: {
    'set-aside':
      'The settings file was damaged or missing. Latchkey went on with its last good version, if there was one, and keeps a damaged file under another name. Check whether Settings says what you chose.',
    unreadable:
      'The settings file cannot be read, so Latchkey goes on without what you chose there and writes nothing over it. Check who may read the profile folder, then quit Latchkey and open it again.',
    newer:
      'The settings were written by a newer Latchkey, so this one leaves them untouched and goes on without them. Update Latchkey to use them.',
  },
});
