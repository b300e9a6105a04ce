import { section } from './catalogue';

/** What became of what was asked for, where it is kept while it is shown. */
export const doneWords = section('done', {
  backedUp: 'Backed up.',
  backupSetUp: (folder: string) => `Backed up to ${folder}. Proven: the passphrase opens it.`,
  folderAdded: (folder: string) => `Backed up to ${folder}, too.`,
  folderRemoved: (folder: string) => `Latchkey no longer writes to ${folder}. The files there stay.`,
  backupPassphraseChanged: 'The passphrase is changed. Proven: the new one opens the backups.',

  printed: 'Handed to the printer.',
  savedAs: (name: string) => `Saved: ${name}`,

  lockPassphrase: {
    set: 'From now on Latchkey asks for the passphrase. Proven: it opens the key.',
    change: 'The passphrase is changed. Proven: the new one opens the key.',
    remove: 'Latchkey asks for no passphrase any more. A new key to your codes is in the keychain.',
  },
});
