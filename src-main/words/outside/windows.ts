import { section } from '../catalogue';

/** What the system calls the windows until their pages are there. */
export const windowWords = section('windows', {
  main: 'Latchkey',
  quickVerify: 'Quick verify – Latchkey',
});
