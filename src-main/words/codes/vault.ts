import { section } from '../catalogue';

/** The sealed file with the codes, when a newer version wrote it, or it was damaged or put aside. */
export const vaultWords = section('vault', {
  newer:
    'Your codes were sealed by a newer Latchkey. This one leaves them untouched and cannot show them: update Latchkey to use them.',
  setAside:
    'The file with your codes was damaged or missing. Latchkey went on with its last good version, if there was one, and keeps a damaged file under another name. Check that your codes are complete.',
  putAside:
    'A vault that was put aside, because its key was gone, opens again. It holds codes that are not here.',
  /** The vault was written less often than the keychain knows. */
  older:
    'This vault is older than what Latchkey last wrote here: somebody, or some program, put an older file back. Recovery codes that were used since may show as unused, and what was added since is missing. Your backups may have the newer one.',
  olderRestore: 'Restore',
  olderAccept: 'It is all right',
  olderAccepted: 'Latchkey goes on with this vault.',
  bringBack: 'Bring them back',
});
