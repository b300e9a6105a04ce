import { section } from '../catalogue';
import { listed, plural } from '../forms';

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
  turnedUp: (accounts: number, folders: number) => {
    const parts = [
      ...(accounts > 0 ? [plural(accounts, { one: '1 account', other: '# accounts' })] : []),
      ...(folders > 0 ? [plural(folders, { one: '1 backup folder', other: '# backup folders' })] : []),
    ];
    const those = plural(accounts + folders, { one: 'It is', other: 'They are' });
    return `The settings file of an older Latchkey came back, with ${listed(parts)} that this one does not know. ${those} not used, for anybody could have changed that file. To have one here, connect the account or choose the folder again, or restore a backup.`;
  },
});
