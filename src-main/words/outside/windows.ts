import { section } from '../catalogue';

/** What the system calls the windows until their pages are there, and what is asked before the last one goes. */
export const windowWords = section('windows', {
  main: 'Latchkey',
  quickVerify: 'Quick verify – Latchkey',
  /** While new recovery codes are being made. */
  quitting: {
    message: 'New recovery codes are being made.',
    detail:
      'Your old codes may stop working, and the new ones are not here yet. It takes a few seconds; Latchkey asks the service for them once.',
    stay: 'Wait for the codes',
    quit: 'Quit anyway',
  },
});
