import { section } from '../catalogue';

/** What the system's boxes say where no page can. */
export const troubleWords = section('trouble', {
  title: 'Latchkey',
  window: {
    message: 'Latchkey’s window stopped three times within a minute.',
    detail:
      'What was saved is on the disk as it was; what was being typed is lost. You can open the window again, or quit Latchkey and start it anew. If that does not help, restart the computer.',
    again: 'Open it again',
    quit: 'Quit Latchkey',
  },
  main: {
    message: 'Something went wrong in Latchkey.',
    /** @param reference names the bug in the log */
    detail: (reference: string) =>
      `What was saved is on the disk as it was. Latchkey may not work as it should until it is started anew. The log names it ${reference}.`,
    anew: 'Restart Latchkey',
    goOn: 'Go on',
  },
});
