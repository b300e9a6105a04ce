import { section } from '../catalogue';
import { strong } from '../rich';

/** The recovery codes of an account, which its service lists. */
export const accountCodesWords = section('account-codes', {
  fetch: 'Fetch recovery codes',
  fetched: 'Recovery codes fetched.',
  generate: 'Generate new codes',
  generating: 'The service is making new codes. Keep Latchkey open until they are here.',
  generated: 'The service gave new codes. Reveal them and write them down.',
  inDoubt:
    'New codes were asked for, and no answer came. Your codes may have been replaced: fetch them to see which are good.',
  generateFirst: 'Generate a set, and keep it where you find it without your phone.',
  whatFor: 'Recovery codes get you in when no text comes.',
  notFetched: 'Latchkey has not fetched yours yet.',
  /** When few are left. */
  remedy: {
    urgent: 'Generate new codes now, while you can still sign in.',
    early: 'Generate new codes before you run out.',
  },

  confirmTitle: 'Generate new codes?',
  confirm: (label: string) => [
    'The service makes a new set for ',
    strong(label),
    '. Expect every code that you have now to stop working, printed ones and copies elsewhere too. This cannot be undone.',
  ],
  oldSetKept: 'Latchkey keeps the old set as replaced. Have a safe place ready for the new one.',
  unbackedTitle: 'Generate without a backup?',
  unbacked:
    'So the service was not asked for new codes: the ones that you have are as they were. Without a backup, the new codes exist on this computer only until a folder can be written again.',
  generateUnbacked: 'Generate without a backup',
});
