import { section } from '../catalogue';

/** What the window has to say above every screen. */
export const remarksWords = section('remarks', {
  settings: {
    'set-aside':
      'The settings file was damaged or missing. Latchkey went on with its last good version, if there was one, and keeps a damaged file under another name. Check that your accounts are complete.',
    unreadable:
      'The settings file cannot be read, so Latchkey cannot show your accounts and writes nothing over it. Check who may read the profile folder, then quit Latchkey and open it again.',
    newer:
      'The settings were written by a newer Latchkey, so this one leaves them untouched and cannot show your accounts. Update Latchkey to use them.',
  },
});
