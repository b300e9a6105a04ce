import { section } from '../catalogue';
import { plural } from '../forms';

/** What notifications say. A title may hold a label; a body has fixed words alone, for some desktops take markup there. */
export const noticeWords = section('notices', {
  codeSent: {
    title: (label: string) => `Code sent – ${label}`,
    body: 'The service took the request for a text message. Use the newest one.',
  },
  fewCodes: {
    title: (label: string, left: number) =>
      left === 0
        ? `No unused recovery code left – ${label}`
        : `${plural(left, { one: '# recovery code left', other: '# recovery codes left' })} – ${label}`,
    body: 'Get new ones before you run out.',
  },
  lastCode: { body: 'Get new ones now, while you can still sign in.' },
  backupTrouble: {
    'folder-gone': {
      title: 'Backup not written – folder not there',
      body: 'Your codes changed. Latchkey writes the backup by itself when the folder is back.',
    },
    'not-writable': {
      title: 'Backup not written – folder write-protected',
      body: 'Latchkey may not use the folder. Allow it, or choose another one.',
    },
    full: {
      title: 'Backup not written – no space left',
      body: 'Make room there. Latchkey tries again by itself.',
    },
    failed: {
      title: 'Backup not written',
      body: 'Check the drive. Latchkey tries again by itself.',
    },
    'other-key': {
      title: 'Backup not written – another key',
      body: 'The key in the folder is not the one that Latchkey put there.',
    },
    unproven: {
      title: 'Backup not written – passphrase needed',
      body: 'Check your backup once, with its passphrase, so that backups go on.',
    },
    missing: {
      title: 'Backup missing',
      body: 'The folder is there, and the last backup or its key is not.',
    },
    damaged: {
      title: 'Backup damaged',
      body: 'The newest backup does not open, or is not as Latchkey wrote it.',
    },
  },
  backupUnchecked: {
    title: 'Your backup was not checked for 90 days',
    body: 'A check opens it with your passphrase and proves that it holds your codes.',
  },
});
