import { section } from '../catalogue';
import { strong } from '../rich';

/** The sealed file with the codes, when it cannot be opened or was damaged. */
export const vaultWords = section('vault', {
  newer:
    'Your codes were sealed by a newer Latchkey. This one leaves them untouched and cannot show them: update Latchkey to use them.',
  keyMissing:
    'The keychain has no key for the codes that are sealed on this computer. They are kept as they are, and nothing is written over them.',
  bringKeyBack:
    'If the keychain was reset or replaced, bring the old one back and check again. If it is gone, restore the codes from a backup or a kit.',
  keyNotGiven: 'Your codes are sealed on this computer, and the keychain did not give out the key to them.',
  checkedKeyMissing: 'Checked: the keychain is open, and the key is not in it.',
  checkedClosed: 'Checked: the keychain is open, and the codes could still not be opened.',
  setAside:
    'The file with your codes was damaged or missing. Latchkey went on with its last good version, if there was one, and keeps a damaged file under another name. Check that your codes are complete.',
  putAside:
    'A vault that was put aside, because its key was gone, opens again. It holds codes that are not here.',
  bringBack: 'Bring them back',
  restore: 'Restore from a backup',

  beginAnew: 'Begin with an empty vault',
  beginTitle: 'Begin with an empty vault?',
  begin: (file: string) => [
    'The keychain has no key for the codes that are sealed on this computer. Latchkey keeps that sealed file under another name, ',
    strong(file),
    ', and begins an empty one beside it.',
  ],
  nothingDeleted: 'Nothing is deleted: should the key turn up, Latchkey offers to bring those codes back.',
});
