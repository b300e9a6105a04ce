import { section } from '../catalogue';
import { plural } from '../forms';

/** What a text with codes was understood as, before anything of it is kept. Codes count from 1 on. */
export const understoodWords = section('understood', {
  codes: 'Codes',
  openFile: 'Open a file',
  clear: 'Clear',
  reading: (file: string) => `Reading ${file}`,

  list: 'What was understood',
  found: (kept: number, all: number) => {
    if (kept < all) return `${kept} of ${plural(all, { one: '# code stays.', other: '# codes stay.' })}`;
    return plural(all, { one: 'One code understood.', other: '# codes understood.' });
  },
  oneKeyFound: 'One key understood.',
  allRemoved: 'All are removed. Put one back, or enter others.',
  noneYet: 'No codes in it so far. A code has at least four letters or digits.',
  way: 'What the text is',
  ways: { 'one-each': 'One code a line', 'one-key': 'All one key' },

  code: (number: number) => `Code ${number}`,
  used: 'Used',
  isUsed: (number: number) => `Code ${number} is used already`,
  correct: (number: number) => `Correct code ${number}`,
  corrected: (number: number) => `Done with code ${number}`,
  remove: (number: number) => `Remove code ${number}`,
  removed: 'Removed',
  putBack: (code: string) => `Put back ${code}`,

  secretsLeftOut: (count: number) =>
    plural(count, {
      one: 'Something else that looks like a secret was left out.',
      other: '# other things that look like secrets were left out.',
    }),
  tooLongLeftOut: (count: number) =>
    plural(count, {
      one: 'Something with more than 1,000 characters was left out: no code is that long.',
      other: '# things with more than 1,000 characters were left out: no code is that long.',
    }),
  /** An otpauth link, or a secret without one. */
  whatLinksDo:
    'The codes that it makes change every half a minute. Recovery codes are a list, or one long key, that the site shows beside it.',
  bareSecret:
    'This looks like the secret of an authenticator, from which six digits are made, and not like a recovery code. Keep it here only if the site calls it a recovery code or key.',
});
