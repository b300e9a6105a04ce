import { section } from '../catalogue';
import { strong } from '../rich';

/** The settings, but for the groups that have sections of their own. */
export const settingsWords = section('settings', {
  groups: {
    accounts: 'Accounts',
    security: 'Security',
    backup: 'Backup',
    desktop: 'Desktop',
    about: 'About',
  },
  noAccount: 'There is no account yet.',
  addAccount: 'Add an account',

  keychain: {
    title: 'Keychain',
    where: 'Tokens are kept in',
    sealed: 'The vault, sealed by your passphrase',
    state: 'State',
    lastCheck: 'Last check',
    whatToDo: 'What to do',
    nothing: 'Nothing.',
    help: 'Help with the keychain',
  },

  about: (version: string) => [strong(`Latchkey ${version}`), ' under the Apache License 2.0.'],
  readLicense: 'Read the license',

  diagnostics: {
    show: 'Show diagnostics',
    title: 'Diagnostics',
    about: 'For a bug report. This is all of it: states and counts, no name, address, folder, code or token.',
    text: 'Diagnostics text',
    copy: 'Copy diagnostics',
    copied: 'Copied.',
  },
});
